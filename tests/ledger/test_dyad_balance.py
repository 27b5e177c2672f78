"""Cooperation and conflict by month, against the pair's own last two years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import fmean

import pytest
from dyad_cases import CALL, FRANCE, RUSSIA, happening, ledger_of, monthly, on, told
from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.dyad import Balance, Trend
from detente.ledger.dyad.balance import balance_of
from detente.ledger.dyad.period import MONTHS, Period, months_before
from detente.records import Assertion, DateBasis, Happening, Status

LAST = date(2023, 11, 1)
ENDS = date(2023, 11, 30)
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=24, max_size=24)


def _balance(tmp_path: Path, *happenings: Happening, day: date = ENDS) -> Balance:
    return ledger_of(tmp_path / "ledger", *happenings).show("FRA", "RUS", day).balance


def _months(*counts: tuple[int, int], day: date = ENDS) -> Balance:
    """The balance of months with some counts, the last of them that of November 2023."""
    rows = {months_before(LAST, back): numbers for back, numbers in enumerate(reversed(counts))}
    return balance_of(rows, Period(day))


def test_each_happening_counts_once_in_its_month(tmp_path: Path) -> None:
    balance = _balance(tmp_path, *monthly(date(2023, 9, 5), (2, 1), (0, 0), (0, 3)))
    assert [(item.cooperation, item.conflict) for item in balance.months[-3:]] == [
        (2, 1),
        (0, 0),
        (0, 3),
    ]
    assert len(balance.months) == MONTHS
    assert not any(item.cooperation or item.conflict for item in balance.months[:-3])


def test_a_month_that_is_not_over_stands_apart(tmp_path: Path) -> None:
    acts = list(monthly(date(2023, 10, 5), (1, 0), (0, 2)))
    balance = _balance(tmp_path, *acts, day=date(2023, 11, 29))
    assert balance.months[-1].first == date(2023, 10, 1)
    assert balance.running is not None
    assert (balance.running.first, balance.running.conflict) == (date(2023, 11, 1), 2)


def test_a_month_that_ends_on_the_day_is_over(tmp_path: Path) -> None:
    balance = _balance(tmp_path, *monthly(date(2023, 11, 5), (0, 2)))
    assert balance.months[-1].conflict == 2
    assert balance.running is None


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.FUTURE},
        {"status": Status.NEGATED},
        {"assertion": Assertion.DENIED},
        {"when": None},
        {"when": on("2023-01-01", "2023-12-31")},
        {"when": on("2023-11-12", basis=DateBasis.PUBLISHED), "historical": True},
        {"when": on("2021-11-30")},
    ],
)
def test_what_did_not_happen_or_has_no_month_is_not_counted(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    act = happening("SUPPORT", (FRANCE,), (RUSSIA,), on("2023-11-05"), told("it", "2023-11-05"))
    balance = _balance(tmp_path, replace(act, **changes))  # type: ignore[arg-type]
    assert not any(item.cooperation or item.conflict for item in balance.months)


def test_news_of_the_day_counts(tmp_path: Path) -> None:
    act = replace(CALL, when=on("2023-11-12", basis=DateBasis.PUBLISHED))
    assert _balance(tmp_path, act).months[-1].cooperation == 1


def test_too_few_months_have_no_trend() -> None:
    assert _months(*[(0, 0)] * 19, *[(1, 1)] * 5).trend is None
    assert _months(*[(0, 0)] * 18, *[(1, 1)] * 6).trend is Trend.USUAL


@pytest.mark.parametrize(
    ("last", "trend"), [((9, 0), Trend.BETTER), ((0, 9), Trend.WORSE), ((2, 1), Trend.USUAL)]
)
def test_the_last_three_months_stand_against_the_band(last: tuple[int, int], trend: Trend) -> None:
    balance = _months(*[(2, 1), (1, 1)] * 10, (2, 1), last, last, last)
    assert balance.trend is trend
    assert balance.recent == last[0] - last[1]


@given(_COUNTS)
def test_bands_hold_their_means(counts: list[tuple[int, int]]) -> None:
    balance = _months(*counts)
    for band in (balance.cooperation, balance.conflict, balance.net):
        assert band.low <= band.mean <= band.high
    assert balance.cooperation.low >= 0
    assert balance.cooperation.mean == pytest.approx(fmean(item[0] for item in counts))
    assert balance.net.mean == pytest.approx(balance.cooperation.mean - balance.conflict.mean)


@given(_DAYS)
def test_months_follow_each_other_up_to_the_day(day: date) -> None:
    period = Period(day)
    balance = balance_of({}, period)
    firsts = [month.first for month in balance.months]
    assert firsts[0] == period.first_month
    assert all(first.day == 1 for first in firsts)
    assert [months_before(first, 1) for first in firsts[1:]] == firsts[:-1]
    after = months_before(firsts[-1], -1)
    assert (balance.running is None) == (after > day)
    assert firsts[-1] <= day
