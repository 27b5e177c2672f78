"""A linked report as the network sees it: passages, and the ties of syntax in them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from detente.learned.mentions import mentions, names
from detente.learned.passages import Passage, Word, passages
from detente.learned.ties import Syntax
from detente.learned.vocabulary import Vocabulary
from detente.records import LinkedDocument


@dataclass(frozen=True, slots=True)
class Page:
    """A report ready to be judged.

    Args:
        linked: the linked document.
        passages: it, cut up and blinded.
        syntax: its ties.
    """

    linked: LinkedDocument
    passages: tuple[Passage, ...]
    syntax: Syntax

    def ties(self, passage: Passage, word: Word) -> list[int]:
        """Of each mark of a passage, the number of its tie to a word."""
        return self.syntax.numbers(word.span, [mark.mention for mark in passage.marks])


def page_of(linked: LinkedDocument, vocabulary: Vocabulary, calendar: Container[str]) -> Page:
    """A report ready to be judged.

    Args:
        linked: the linked document.
        vocabulary: the numbers of words and markers.
        calendar: names of days and months, lower case.
    """
    found = mentions(linked)
    hidden = names(linked, calendar)
    cut = passages(linked.document, found, hidden, vocabulary)
    return Page(linked, tuple(cut), Syntax(linked.document))
