"""How many reports a ledger has of which outlets, by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.store import Snapshot

_MONTHS = """
    SELECT date_trunc('month', published_on)::DATE AS month, coalesce(publication, '') AS outlet,
        count(*) AS reports
    FROM articles WHERE published_on IS NOT NULL GROUP BY ALL ORDER BY ALL
"""
_OUTLETS = """
    SELECT coalesce(publication, '') AS name, count(*) AS reports, sum(events)::BIGINT AS events,
        min(published_on) AS first, max(published_on) AS last
    FROM articles GROUP BY ALL ORDER BY reports DESC, name
"""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet.

    Args:
        name: its name; empty where reports name none.
        reports: reports of it.
        events: events coded from them.
        first: day of the first report, or None.
        last: day of the last, or None.
    """

    name: str
    reports: int
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a ledger rests on.

    Args:
        outlets: the largest first.
        months: first day of the month, outlet and number of reports, in this order.
    """

    outlets: tuple[Outlet, ...]
    months: tuple[tuple[date, str, int], ...]


def coverage_of(snapshot: Snapshot) -> Coverage:
    """The coverage of a ledger."""
    return Coverage(
        outlets=tuple(Outlet(**row) for row in snapshot.rows(_OUTLETS)),
        months=tuple(
            (row["month"], row["outlet"], row["reports"]) for row in snapshot.rows(_MONTHS)
        ),
    )
