"""What a temporal expression is resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Direction(StrEnum):
    """Where, seen from the day of telling, an act lies."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included.

    Args:
        first: the first.
        last: the last.
        how: the rule in words, for ``explain``.
    """

    first: date
    last: date
    how: str

    @property
    def length(self) -> int:
        """Days from the first to the last, 0 for a single day."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Frame:
    """What a temporal expression is resolved against.

    Args:
        told: the day the report is told on: that of publication or of the dateline.
        direction: where the act lies from there.
        thread: the day that the story has reached, by its last dated act.
        year: the past year that the story has reached, where words named one just before, or None.
    """

    told: date
    direction: Direction
    thread: Days
    year: int | None = None

    @property
    def is_past(self) -> bool:
        """Whether the act lies behind."""
        return self.direction is Direction.PAST
