"""The days on which other mentions of the same happening are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.records import DateBasis, Event

_EVE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """Days of a mention.

    Args:
        first: first day, inclusive.
        last: last day, inclusive.
        dated: whether something dates the happening; where nothing does, the days are those of
            the report.
    """

    first: date
    last: date
    dated: bool


def days_of(event: Event, widest: int) -> Days:
    """The days of an event.

    Args:
        event: the event.
        widest: days that a span may hold at most; a wider one ("last year") dates nothing.
    """
    when, published = event.when, event.citation.published
    if when is not None and (when.last - when.first).days < widest:
        if when.basis is DateBasis.TEXT:
            return Days(when.first, when.last, dated=True)
        if not event.historical:
            # What is told as news without a day is of the day of the report or of its eve.
            return Days(_before(when.first), when.last, dated=True)
    day = published or date.min
    return Days(day, day, dated=False)


def _before(day: date) -> date:
    return day - _EVE if day > date.min else day
