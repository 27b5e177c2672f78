"""Text in, document out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.parse.assembly import Assembly
from detente.parse.blocks import blocks
from detente.parse.model import TreeSource, shifted
from detente.parse.quotations import quotations
from detente.parse.repairs import repaired
from detente.parse.tree import Tree
from detente.records import Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of an article, parsed on its own so that no clause runs over its end."""

    article: int
    start: int


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

        def queue() -> Iterator[tuple[str, _Block]]:
            for number, text in enumerate(texts):
                pending.append(text)
                for span in blocks(text):
                    yield span.of(text), _Block(number, span.start)

        current, assembly = 0, None
        for tree, block in self._parsed(queue()):
            while current < block.article:
                yield _finished(assembly, pending[current])
                pending[current] = ""
                current, assembly = current + 1, None
            assembly = assembly or Assembly(pending[current])
            placed = shifted(tree, block.start, len(assembly.sentences))
            _add(assembly, repaired(placed))
        while current < len(pending):
            yield _finished(assembly, pending[current])
            current, assembly = current + 1, None

    def _parsed(self, blocks: Iterator[tuple[str, _Block]]) -> Iterator[tuple[Tree, _Block]]:
        queue: list[_Block] = []

        def texts() -> Iterator[str]:
            for text, block in blocks:
                queue.append(block)
                yield text

        for tree in self._source.trees(texts(), self._batch_size):
            yield tree, queue.pop(0)


def _finished(assembly: Assembly | None, text: str) -> Document:
    return (assembly or Assembly(text)).document(quotations(text))


def _add(assembly: Assembly, tree: Tree) -> None:
    first = 0
    lasts = {number: index for index, number in enumerate(tree.sentences)}
    for number, last in lasts.items():
        assembly.sentences.append(Sentence(number, Span(tree.starts[first], tree.end(last))))
        first = last + 1
    assembly.add(tree)
