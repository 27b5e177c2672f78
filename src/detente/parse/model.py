"""The spaCy model: loading it, and the trees it gives. Nothing else in detente touches spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.symbols import DEP, HEAD, IDX, ORTH, SENT_START, TAG
from spacy.tokens import Doc

from detente.errors import ModelError
from detente.parse.embedding import embed_once
from detente.parse.grammar import grammar
from detente.parse.lemma import LemmaTable, rule_lookup
from detente.parse.repairs import gerund_tags
from detente.parse.tree import Tree

_UNUSED = ("ner", "senter", "textcat")
_NEEDED = ("tagger", "parser")
_BATCH_CHARACTERS = 64_000
_SENTENCE_ENDS = frozenset(".!?…\"'”’»):;")
# what spaCy's SENT_START holds of a word: it starts a sentence, nothing is known, it does not
_STARTS, _OPEN, _CLOSED = 1, 0, -1


@Language.component("detente_sentence_guard")
def _sentence_guard(doc: Doc) -> Doc:
    """Forbids a sentence to start where no sentence can have ended.

    The parser splits long names and lists in their middle now and then; a clause cut in two is lost.
    """
    words = _words(doc)
    if words:
        marks = [_STARTS, *(_OPEN if _may_end(word) else _CLOSED for word in words[:-1])]
        # all at once: spaCy looks through the whole text at every mark that is set by itself
        column: Any = np.array(marks, np.int64).astype(np.uint64)
        doc.from_array([SENT_START], column)
    return doc


def _may_end(word: str) -> bool:
    return word[-1] in _SENTENCE_ENDS or word.isspace()


def _words(doc: Doc) -> list[str]:
    strings = doc.vocab.strings
    return [strings[value] for value in doc.to_array(ORTH).tolist()]


def load_model(name: str) -> Language:
    """The spaCy pipeline of a model, without the components that nothing here uses.

    Args:
        name: an installed model package or a path.

    Raises:
        ModelError: it is not installed, or has no tagger or parser.
    """
    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
    except OSError as fault:
        message = f"the spaCy model {name!r} is not installed; pip install it, or name another"
        raise ModelError(message) from fault
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy model {name!r} has no {' and no '.join(missing)}")
    return nlp


class TreeSource:
    """Turns blocks of text into trees with a spaCy model.

    Args:
        name: an installed model package or a path.
    """

    def __init__(self, name: str) -> None:
        nlp = load_model(name)
        words = grammar()
        self._lemmas = LemmaTable(rule_lookup(_lookups(nlp), words), words.compounds.spelling)
        tokenizer: Any = nlp.tokenizer
        tokenizer.token_match = words.compounds.pattern().fullmatch
        for part in ("lemmatizer", "attribute_ruler"):
            if part in nlp.pipe_names:
                nlp.remove_pipe(part)
        nlp.add_pipe("detente_sentence_guard", before="parser")
        embed_once(nlp)
        self._nlp = nlp

    def trees(self, blocks: Iterable[str], batch_size: int = 64) -> Iterator[Tree]:
        """Trees of blocks of text, in order.

        Offsets and sentence numbers count from the start of the block.
        """
        for batch in _batches(blocks, batch_size):
            for doc in self._nlp.pipe(batch, batch_size=len(batch)):
                yield self._tree(doc)

    def _tree(self, doc: Doc) -> Tree:
        strings = doc.vocab.strings
        columns: Any = doc.to_array([TAG, DEP, HEAD, IDX, SENT_START])
        size = len(doc)
        tags = [strings[value] for value in columns[:, 0].tolist()]
        labels = [strings[value] for value in columns[:, 1].tolist()]
        heads: list[int] = (columns[:, 2].astype(np.int64) + np.arange(size)).tolist()
        words = _words(doc)
        tags = gerund_tags(words, tags, labels, heads)
        lemma = self._lemmas.lemma
        return Tree(
            words=words,
            lemmas=[lemma(word, tag) for word, tag in zip(words, tags, strict=True)],
            tags=tags,
            labels=labels,
            heads=heads,
            starts=columns[:, 3].tolist(),
            sentences=_sentence_numbers(columns[:, 4]),
        )


def _batches(blocks: Iterable[str], size: int) -> Iterator[list[str]]:
    """Blocks in lists of at most so many, and of about so many characters as parse fastest.

    Larger matrices than those of ten thousand words cost more in memory than they save.
    """
    batch: list[str] = []
    characters = 0
    for block in blocks:
        batch.append(block)
        characters += len(block)
        if len(batch) == size or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _sentence_numbers(marks: Any) -> list[int]:
    starts = marks == _STARTS
    starts[:1] = False
    numbers: list[int] = np.cumsum(starts).tolist()
    return numbers


def _lookups(nlp: Language) -> Any:
    if "lemmatizer" not in nlp.pipe_names:
        raise ModelError("the spaCy model has no lemmatizer tables")
    return nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]


def shifted(tree: Tree, start: int, sentence: int) -> Tree:
    """The tree with its offsets and sentence numbers moved.

    Args:
        tree: a tree that counts from the start of its block.
        start: offset of the block in the article.
        sentence: number of the block's first sentence in the article.
    """
    if not start and not sentence:
        return tree
    moved = copy(tree)
    moved.starts = [place + start for place in tree.starts]
    moved.sentences = [number + sentence for number in tree.sentences]
    return moved
