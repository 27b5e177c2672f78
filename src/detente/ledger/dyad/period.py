"""The day that an answer is given for, and what was known by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 24


@dataclass(frozen=True, slots=True)
class Period:
    """The day of an answer.

    Args:
        day: days are counted to it, and nothing dated later is shown.
        known_on: only what was published by this day counts; None where all does.
        widest: days over which an act may be spread to be counted in a month or as a talk: one that
            is dated "last year" says nothing of either.
    """

    day: date
    known_on: date | None = None
    widest: int = 31

    @property
    def last_month(self) -> date:
        """First day of the last month that is over, or ends on the day."""
        after = self.day + timedelta(days=1)
        return months_before(after.replace(day=1), 1)

    @property
    def first_month(self) -> date:
        """First day of the first of the months that are compared."""
        return months_before(self.last_month, MONTHS - 1)


def months_before(first: date, number: int) -> date:
    """The first day of the month that lies some months before another.

    Args:
        first: first day of a month.
        number: how many months before; those after it are negative.
    """
    count = first.year * 12 + first.month - 1 - number
    return date(count // 12, count % 12 + 1, 1)
