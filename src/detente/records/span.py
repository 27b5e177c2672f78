"""Small values that several records share: spans of text and of days, status, basis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of an article's text, half-open.

    Args:
        start: offset of the first character.
        end: offset after the last character.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Status(StrEnum):
    """Whether an act took place."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class DateBasis(StrEnum):
    """What an event's date rests on: words of the text, or the day of publication."""

    TEXT = "text"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The first and last day on which something can have happened, both included.

    Args:
        first: first possible day.
        last: last possible day.
        basis: what the days rest on.
        words: the characters of the text they were read from, or None.
        reason: how they were resolved, for ``explain``.
    """

    first: date
    last: date
    basis: DateBasis
    words: Span | None = None
    reason: str = ""
