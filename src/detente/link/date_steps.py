"""Calendar arithmetic: periods and steps between them, over dateutil."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from detente.link.date_frame import Days

# Classes of words for a part of a month or a year.
EDGES = ("phase", "edge")

_CACHED = 4096
_DAYS = {"hour": 0, "day": 1, "weekend": 7, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_SATURDAY = 5
_LONGEST_MONTH = 31
# Early, mid and late of a decade are whole years: 1990 to 1993, 1994 to 1996, 1997 to 1999.
_DECADE_CUTS = (0, 48, 84, 120)
_LONGEST = 4000 * 12


@lru_cache(_CACHED)
def shifted(day: date, unit: str, count: int) -> date | None:
    """The day a number of units later, or None outside the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * count)
        months = _MONTHS[unit] * count
        return None if abs(months) > _LONGEST else day + relativedelta(months=months)
    except (OverflowError, ValueError):
        return None


@lru_cache(_CACHED)
def period(day: date, unit: str, step: int = 0) -> tuple[date, date] | None:
    """First and last day of the week, month, year ... that lies `step` after that of a day."""
    moved = shifted(day, unit, step)
    if moved is None:
        return None
    try:
        return _period(moved, unit)
    except (OverflowError, ValueError):
        return None


def _period(day: date, unit: str) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    if unit in ("week", "fortnight"):
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        return monday + timedelta(days=_SATURDAY), monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), day + relativedelta(day=31)
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "decade":
        first = day.year - day.year % 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    return day, day


def month_of(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a month."""
    return period(date(year, month, 1), "month") if date.min.year < year < date.max.year else None


def third(first: date, last: date, edge: tuple[int, int]) -> tuple[date, date]:
    """The part of a month, a season, a year or a decade that "early", "mid" or "late" leaves.

    Args:
        first: first day of the whole.
        last: its last day.
        edge: the first and the last third that are meant, from 0.
    """
    low, high = edge
    days = (last - first).days + 1
    if days <= _LONGEST_MONTH:
        cuts = (0, 10, 20, days)
        return first + timedelta(days=cuts[low]), first + timedelta(days=cuts[high + 1] - 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    marks = (
        _DECADE_CUTS if months == _MONTHS["decade"] else (0, months // 3, 2 * months // 3, months)
    )
    end = first + relativedelta(months=marks[high + 1], days=-1)
    return first + relativedelta(months=marks[low]), end


def spanned(first: date | None, last: date | None, how: str) -> Days | None:
    """Days from one to the other, or None where either is missing or they are out of order."""
    if first is None or last is None or first > last:
        return None
    return Days(first, last, how)
