"""Trees written by hand, a word a line, and the documents that come of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.parse.assembly import Assembly
from detente.parse.grammar import grammar
from detente.parse.lemma import LemmaTable
from detente.parse.repairs import repaired
from detente.parse.tree import Tree
from detente.records import Clause, Document, Phrase, Role, Sentence, Span

_GLUED = re.compile(r"^(?:[.,;:?!]|'s|n't)$")


def tree(rows: str) -> Tree:
    """A tree.

    Args:
        rows: a word a line as ``word tag label head [lemma]``; the head is the word it hangs on, with
            ``#2`` behind it for its second occurrence, or "-" for a root. Words that are glued to the one
            before ("." or "'s") have no space between.
    """
    cells = [line.split() for line in rows.strip().splitlines()]
    words = [row[0] for row in cells]
    return Tree(
        words=words,
        lemmas=[row[4] if len(row) > 4 else _base(row[0], row[1]) for row in cells],
        tags=[row[1] for row in cells],
        labels=[row[2] for row in cells],
        heads=[
            index if row[3] == "-" else _place(words, row[3]) for index, row in enumerate(cells)
        ],
        starts=_starts(words),
        sentences=[0] * len(words),
    )


def _base(word: str, tag: str) -> str:
    """The base form of a regular word; others are given in their row."""
    if tag.startswith("NNP"):
        return word
    table = LemmaTable(_regular, grammar().compounds.spelling)
    return table.lemma(word, tag)


def _regular(word: str, coarse: str) -> str:
    if coarse == "verb":
        return re.sub(r"(?:ed|ing|s)$", "", word)
    return re.sub(r"s$", "", word)


def _place(words: Sequence[str], name: str) -> int:
    word, _, number = name.partition("#")
    found = [index for index, other in enumerate(words) if other == word]
    return found[int(number or 1) - 1]


def _starts(words: Sequence[str]) -> list[int]:
    starts: list[int] = []
    place = 0
    for index, word in enumerate(words):
        if index and not _GLUED.match(word):
            place += 1
        starts.append(place)
        place += len(word)
    return starts


def text_of(made: Tree) -> str:
    """The text that a tree stands for."""
    text = ""
    for word, start in zip(made.words, made.starts, strict=True):
        text += " " * (start - len(text)) + word
    return text


def document(rows: str) -> Document:
    """The document of one tree, its known mistakes put right."""
    made = repaired(tree(rows))
    text = text_of(made)
    assembly = Assembly(text)
    assembly.sentences.append(Sentence(0, Span(0, len(text))))
    assembly.add(made)
    return assembly.document(())


def clause(found: Document, predicate: str) -> Clause:
    """The clause with a predicate."""
    return next(clause for clause in found.clauses if clause.predicate == predicate)


def phrase(found: Document, head: str) -> Phrase:
    """The phrase with a head."""
    return next(phrase for phrase in found.phrases if phrase.head == head)


def filler(found: Document, predicate: str, role: Role, marker: str = "") -> str | None:
    """The head of the phrase that plays a part in a clause, or None."""
    for argument in clause(found, predicate).arguments:
        if argument.role is role and argument.marker == marker:
            return found.phrases[argument.phrase].head
    return None
