"""Dates as exactly as they are known, and what can be said of two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from detente.lexicon.lint.csv_table import Row
from detente.lexicon.lint.fault import Fault

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIRST = 1000


def is_date(text: str) -> bool:
    """Whether a text is YYYY, YYYY-MM or YYYY-MM-DD and there is such a day."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= _FIRST


def before(first: str, second: str) -> bool:
    """Whether a date is surely before another, judged at the precision of the coarser one."""
    exact = min(len(first), len(second))
    return first[:exact] < second[:exact]


def overlap(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two periods surely share more than the day on which one ends and the other begins.

    Args:
        first: start and end; empty for open.
        second: start and end likewise.
    """
    return _begins_within(first, second) and _begins_within(second, first)


def _begins_within(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether the first begins before the second ends."""
    return not second[1] or not first[0] or before(first[0], second[1])


def period_faults(row: Row) -> Iterator[Fault]:
    """Faults of a row's start and end."""
    start, end = row["start"], row["end"]
    wrong = [text for text in (start, end) if text and not is_date(text)]
    for text in wrong:
        yield row.fault(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if start and end and not wrong and before(end, start):
        yield row.fault(f"ends {end} before it starts {start}")
