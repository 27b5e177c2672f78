"""Cooperation and conflict of a pair by month, against its own last two years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean, pstdev

from detente.ledger.dyad.period import MONTHS, Period, months_before

# Months that make up the present, and those with anything in them without which there is no usual.
RECENT = 3
_ENOUGH = 6


class Trend(StrEnum):
    """How the last months stand to the two years."""

    BETTER = "better than usual"
    WORSE = "worse than usual"
    USUAL = "as usual"


@dataclass(frozen=True, slots=True)
class Month:
    """What happened between a pair in a month, each happening once.

    Args:
        first: first day of the month.
        cooperation: acts of cooperation, in words and in deeds.
        conflict: acts of conflict.
    """

    first: date
    cooperation: int
    conflict: int

    @property
    def net(self) -> int:
        """Acts of cooperation more than acts of conflict."""
        return self.cooperation - self.conflict


@dataclass(frozen=True, slots=True)
class Band:
    """What is usual.

    Args:
        mean: mean over the months.
        low: one standard deviation below it, for counts not below 0.
        high: one standard deviation above it.
    """

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Balance:
    """Cooperation and conflict of a pair, month by month.

    Args:
        months: the last 24 months that are over, oldest first.
        running: the month that is not over yet; None where the day of the answer ends one.
        cooperation: what is usual in the 24 months.
        conflict: what is usual in them.
        net: what is usual in them of cooperation less conflict.
        recent: mean of cooperation less conflict over the last three of them.
        trend: how these stand to the band; None where fewer than six months hold anything.
    """

    months: tuple[Month, ...]
    running: Month | None
    cooperation: Band
    conflict: Band
    net: Band
    recent: float
    trend: Trend | None


def balance_of(counts: Mapping[date, tuple[int, int]], period: Period) -> Balance:
    """The balance of a pair.

    Args:
        counts: acts of cooperation and of conflict, by the first day of the month.
        period: the day of the answer.
    """
    counted = {first: Month(first, *numbers) for first, numbers in counts.items()}
    firsts = [months_before(period.last_month, back) for back in range(MONTHS - 1, -1, -1)]
    months = tuple(counted.get(first, Month(first, 0, 0)) for first in firsts)
    running = months_before(period.last_month, -1)
    is_over = running > period.day
    net = _band(months, lambda month: month.net)
    recent = fmean(month.net for month in months[-RECENT:])
    return Balance(
        months=months,
        running=None if is_over else counted.get(running, Month(running, 0, 0)),
        cooperation=_counts(months, lambda month: month.cooperation),
        conflict=_counts(months, lambda month: month.conflict),
        net=net,
        recent=recent,
        trend=_trend(months, net, recent),
    )


def _band(months: Iterable[Month], number: Callable[[Month], int]) -> Band:
    numbers = [number(month) for month in months]
    mean, deviation = fmean(numbers), pstdev(numbers)
    return Band(mean, mean - deviation, mean + deviation)


def _counts(months: Iterable[Month], number: Callable[[Month], int]) -> Band:
    band = _band(months, number)
    return Band(band.mean, max(band.low, 0.0), band.high)


def _trend(months: Iterable[Month], net: Band, recent: float) -> Trend | None:
    if sum(bool(month.cooperation or month.conflict) for month in months) < _ENOUGH:
        return None
    if recent > net.high:
        return Trend.BETTER
    return Trend.WORSE if recent < net.low else Trend.USUAL
