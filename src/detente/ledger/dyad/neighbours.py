"""With whom a party has most to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.store import Snapshot

_NEIGHBOURS = """
    SELECT dyad, count(*) AS happenings FROM (
        SELECT unnest(dyads) AS dyad FROM happenings WHERE list_contains(codes, $code) {known}
    )
    WHERE list_contains(string_split(dyad, '-'), $code)
    GROUP BY dyad ORDER BY happenings DESC, dyad LIMIT $limit
"""
_KNOWN = "AND first_seen <= $known"
_MOST = 5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A party with which another has happenings in common.

    Args:
        code: its code.
        happenings: how many.
    """

    code: str
    happenings: int


def neighbours_of(snapshot: Snapshot, code: str, known_on: date | None) -> tuple[Neighbour, ...]:
    """The parties that a party has most to do with, the first five.

    Args:
        snapshot: the ledger.
        code: the party.
        known_on: only what was published by this day counts; None where all does.
    """
    known = {"known": known_on} if known_on else {}
    query = _NEIGHBOURS.format(known=_KNOWN if known_on else "")
    rows = snapshot.rows(query, {"code": code, "limit": _MOST, **known})
    return tuple(Neighbour(other_of(row["dyad"], code), row["happenings"]) for row in rows)


def other_of(pair: str, code: str) -> str:
    """The other one of a pair like ``FRA-RUS``."""
    first, _, second = pair.partition("-")
    return second if first == code else first
