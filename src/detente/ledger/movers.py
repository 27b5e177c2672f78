"""Pairs that have changed most against their own past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.ledger import kept
from detente.store import Row, Snapshot

BINS, RECENT = 24, 3
_DAYS = 30
# A pair that never had anything to do with each other has no spread to be measured by.
_LEAST_SPREAD = 0.5
_WIDEST = 31
_MOVERS = """
    WITH acts AS (
        SELECT unnest(dyads) AS dyad, (($day::DATE - date) // $days)::INTEGER AS bin,
            CASE WHEN quad_code <= 2 THEN 1 ELSE -1 END AS net
        FROM {acts}
        WHERE date > $first AND date <= $day AND status = 'actual' AND assertion <> 'denied'
            AND enddate - date <= $widest AND NOT (historical AND date_basis = 'published')
    ),
    bins AS (SELECT dyad, bin, sum(net)::INTEGER AS net, count(*) AS acts FROM acts GROUP BY ALL),
    pairs AS (
        SELECT dyad, sum(acts)::INTEGER AS acts,
            coalesce(sum(acts) FILTER (bin < $recent), 0)::INTEGER AS lately,
            coalesce(sum(net) FILTER (bin < $recent), 0) / $recent AS recent,
            sum(net) / $bins AS mean,
            sqrt(greatest(sum(net * net) / $bins - pow(sum(net) / $bins, 2), 0)) AS spread,
            map_from_entries(list((bin, net))) AS nets
        FROM bins GROUP BY dyad
    )
    SELECT *, (recent - mean) / greatest(spread, $least) AS change
    FROM pairs WHERE acts > 1 AND lately > 0
    ORDER BY abs(change) DESC, acts DESC, dyad LIMIT $limit
"""
_LAST = "SELECT max(published_on) FROM articles WHERE published_on <= $today"


@dataclass(frozen=True, slots=True)
class Mover:
    """A pair whose last three months differ from its two years.

    Args:
        first: code of one side.
        second: code of the other.
        acts: what happened between them in the two years.
        lately: what happened in the last three months.
        recent: acts of cooperation less acts of conflict, a month, over the last three.
        mean: the same over the two years.
        spread: one standard deviation of it over them.
        change: by how many such deviations the last months differ.
        months: cooperation less conflict of each month of 30 days, oldest first.
    """

    first: str
    second: str
    acts: int
    lately: int
    recent: float
    mean: float
    spread: float
    change: float
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Movers:
    """Pairs that have changed.

    Args:
        day: the day that the two years end with: that of the last report; None without any.
        pairs: the one that changed most first.
    """

    day: date | None
    pairs: tuple[Mover, ...]


def movers_of(snapshot: Snapshot, today: date, limit: int) -> Movers:
    """The pairs that have changed most.

    Args:
        snapshot: the ledger.
        today: reports of later days count for nothing.
        limit: how many pairs.
    """
    day = snapshot.value(_LAST, {"today": today})
    if day is None:
        return Movers(None, ())
    parameters = {
        "day": day,
        "first": date.fromordinal(max(day.toordinal() - BINS * _DAYS, 1)),
        "days": _DAYS,
        "bins": BINS,
        "recent": RECENT,
        "widest": _WIDEST,
        "least": _LEAST_SPREAD,
        "limit": limit,
    }
    query = _MOVERS.format(acts=kept.acts(snapshot))
    return Movers(day, tuple(map(_mover, snapshot.rows(query, parameters))))


def _mover(row: Row) -> Mover:
    first, _, second = row.pop("dyad").partition("-")
    nets = row.pop("nets")
    months = tuple(nets.get(bin_, 0) for bin_ in range(BINS - 1, -1, -1))
    return Mover(first, second, months=months, **row)
