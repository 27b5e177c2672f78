"""The days with a contact of a pair, a row a month."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad import MONTHS, DyadView
from detente.records import Level

_SIGNS = {
    Level.HEADS: "H",
    Level.FOREIGN_MINISTERS: "F",
    Level.DEFENCE_MINISTERS: "D",
    Level.ENVOYS: "E",
    Level.OTHERS: "O",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A day.

    Args:
        day: the day.
        levels: levels of its contacts, highest first.
    """

    day: date
    levels: tuple[Level, ...] = ()

    @property
    def sign(self) -> str:
        """The letter of the highest level."""
        return _SIGNS[self.levels[0]] if self.levels else ""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month.

    Args:
        month: its first day.
        cells: its days.
    """

    month: date
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The two years that end with the last contact.

    Args:
        rows: the months, latest first; those without a contact at the beginning are left out.
    """

    rows: tuple[MonthRow, ...]


def calendar_of(view: DyadView) -> Calendar | None:
    """The calendar of a pair's contacts; None where no text dates one."""
    met: defaultdict[date, list[Level]] = defaultdict(list)
    for level in Level:
        for day in view.talks.get(level, ()):
            met[day].append(level)
    if not met:
        return None
    last = max(met)
    count = last.year * 12 + last.month - 1
    months = [date(number // 12, number % 12 + 1, 1) for number in range(count, count - MONTHS, -1)]
    first = min(day for day in met if day >= months[-1]).replace(day=1)
    return Calendar(tuple(_row(month, met) for month in months if month >= first))


def _row(month: date, met: dict[date, list[Level]]) -> MonthRow:
    days = (month.replace(day=day) for day in range(1, monthrange(month.year, month.month)[1] + 1))
    return MonthRow(month, tuple(Cell(day, tuple(met.get(day, ()))) for day in days))
