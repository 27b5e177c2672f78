"""Why a library of dates is not enough: what two good ones make of the words of the cases."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from dateutil import parser as dateutil_parser

dateparser = pytest.importorskip(
    "dateparser", reason="comes with htmldate, which trafilatura needs"
)

_FILE = Path(__file__).parent.parent / "cases" / "dates.toml"
_TABLE = tomllib.loads(_FILE.read_text("utf-8"))
# Cases that our own tests show to be right; those of one sentence, so that nothing but the words
# and the day of publication is needed.
_CASES: list[dict[str, Any]] = [
    case
    for case in _TABLE["case"]
    if case["days"] and ". " not in case["text"].replace("Dec. ", "")
]
_FEWEST = 25


def _base(case: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(case.get("published", _TABLE["published"]))


def _by_dateparser(case: dict[str, Any]) -> date | None:
    ahead = case.get("tense") in ("future", "present")
    settings = {
        "RELATIVE_BASE": _base(case),
        "PREFER_DATES_FROM": "future" if ahead else "past",
    }
    found: datetime | None = dateparser.parse(case["words"], languages=["en"], settings=settings)
    return found and found.date()


def _by_dateutil(case: dict[str, Any]) -> date | None:
    try:
        return dateutil_parser.parse(case["words"], default=_base(case)).date()
    except (dateutil_parser.ParserError, OverflowError):
        return None


def _fails(found: date | None, case: dict[str, Any]) -> bool:
    """Whether a library gives no day, or one outside those that are right."""
    first, last = (date.fromisoformat(day) for day in case["days"])
    return found is None or not first <= found <= last


def test_both_libraries_fail_on_many_cases() -> None:
    failed = [
        case["words"]
        for case in _CASES
        if _fails(_by_dateparser(case), case) and _fails(_by_dateutil(case), case)
    ]
    assert len(set(failed)) >= _FEWEST, failed


@pytest.mark.parametrize(
    "words",
    [
        "early 2015", "the spring of 2014", "October 23 last year", "May last year", "the past 24 hours",
        "earlier this month", "recent weeks", "last winter", "3 and 5 May", "June to August 2017",
    ],
)  # fmt: skip
def test_neither_library_reads(words: str) -> None:
    case = next(case for case in _CASES if case["words"] == words)
    assert _fails(_by_dateparser(case), case)
    assert _fails(_by_dateutil(case), case)
