"""Text in, document out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.parse.assembly import Assembly
from detente.parse.model import TreeSource, shifted
from detente.parse.quotations import quotations
from detente.parse.tree import Tree
from detente.records import Document, Sentence, Span

_BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)(?!\s*[-*•])[^\n]+)*")


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of an article, parsed on its own so that no clause runs over its end."""

    article: int
    start: int
    text: str


class Parser:
    """Parses articles with a spaCy model.

    Args:
        model: an installed model package or a path.
        batch_size: paragraphs parsed at a time.

    Raises:
        ModelError: the model cannot be used.
    """

    def __init__(self, model: str, batch_size: int = 64) -> None:
        self._source = TreeSource(model)
        self._batch_size = batch_size

    def parse(self, text: str) -> Document:
        """The document of one text."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Document]:
        """Documents of texts, in order, parsed in batches that run over article ends."""
        pending: list[str] = []

        def blocks() -> Iterator[tuple[str, _Block]]:
            for number, text in enumerate(texts):
                pending.append(text)
                for block in _blocks(number, text):
                    yield block.text, block

        current, assembly = 0, None
        for tree, count, block in self._parsed(blocks()):
            while current < block.article:
                yield _finished(assembly, pending[current])
                pending[current] = ""
                current, assembly = current + 1, None
            assembly = assembly or Assembly(pending[current])
            _add(assembly, shifted(tree, block.start, len(assembly.sentences)), count)
        while current < len(pending):
            yield _finished(assembly, pending[current])
            current, assembly = current + 1, None

    def _parsed(self, blocks: Iterator[tuple[str, _Block]]) -> Iterator[tuple[Tree, int, _Block]]:
        queue: list[_Block] = []

        def texts() -> Iterator[str]:
            for text, block in blocks:
                queue.append(block)
                yield text

        for tree, count in self._source.trees(texts(), self._batch_size):
            yield tree, count, queue.pop(0)


def _blocks(article: int, text: str) -> Iterator[_Block]:
    for match in _BLOCK.finditer(text):
        yield _Block(article, match.start(), match.group().rstrip())


def _finished(assembly: Assembly | None, text: str) -> Document:
    return (assembly or Assembly(text)).document(quotations(text))


def _add(assembly: Assembly, tree: Tree, count: int) -> None:
    first = len(assembly.sentences)
    bounds: dict[int, tuple[int, int]] = {}
    for index, number in enumerate(tree.sentences):
        start, _ = bounds.get(number, (tree.starts[index], 0))
        bounds[number] = (start, tree.end(index))
    for number in range(first, first + count):
        assembly.sentences.append(Sentence(number, Span(*bounds[number])))
    assembly.add(tree)
