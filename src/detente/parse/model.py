"""The spaCy model: loading it, and the trees it gives. Nothing else in detente touches spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.symbols import DEP, HEAD, TAG
from spacy.tokens import Doc

from detente.errors import ModelError
from detente.parse.lemma import LemmaTable, rule_lookup
from detente.parse.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNUSED = ("ner", "senter", "textcat")
_NEEDED = ("tagger", "parser")
_SENTENCE_ENDS = frozenset(".!?…\"'”’»):;")


@Language.component("detente_sentence_guard")
def _sentence_guard(doc: Doc) -> Doc:
    """Forbids a sentence to start where no sentence can have ended.

    The parser splits long names and lists in their middle now and then; a clause cut in two is lost.
    """
    previous = ""
    for token in doc:
        if previous and previous[-1] not in _SENTENCE_ENDS and not previous.isspace():
            token.is_sent_start = False
        previous = token.text
    return doc


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
        self._lemmas = LemmaTable(rule_lookup(_lookups(nlp)))
        for part in ("lemmatizer", "attribute_ruler"):
            if part in nlp.pipe_names:
                nlp.remove_pipe(part)
        nlp.add_pipe("detente_sentence_guard", before="parser")
        self._nlp = nlp

    def trees(self, blocks: Iterable[str], batch_size: int = 64) -> Iterator[tuple[Tree, int]]:
        """Trees of blocks of text, in order, each with its number of sentences.

        Offsets and sentence numbers count from the start of the block.
        """
        for doc in self._nlp.pipe(blocks, batch_size=batch_size):
            yield self._tree(doc)

    def _tree(self, doc: Doc) -> tuple[Tree, int]:
        strings = doc.vocab.strings
        columns: Any = doc.to_array([TAG, DEP, HEAD])
        size = len(doc)
        tags = [strings[value] for value in columns[:, 0].tolist()]
        labels = [strings[value] for value in columns[:, 1].tolist()]
        offsets = columns[:, 2].astype(np.int64).tolist()
        words = [token.text for token in doc]
        lemma = self._lemmas.lemma
        tree = Tree(
            words=words,
            lemmas=[lemma(word, tag) for word, tag in zip(words, tags, strict=True)],
            tags=tags,
            labels=labels,
            heads=[index + offset for index, offset in zip(range(size), offsets, strict=True)],
            starts=[token.idx for token in doc],
            sentences=_sentence_numbers(doc),
        )
        return tree, (tree.sentences[-1] + 1 if size else 0)


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers.extend([number] * len(sentence))
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
    starts: Sequence[int] = [place + start for place in tree.starts]
    return Tree(
        words=tree.words,
        lemmas=tree.lemmas,
        tags=tree.tags,
        labels=tree.labels,
        heads=tree.heads,
        starts=starts,
        sentences=[number + sentence for number in tree.sentences],
    )
