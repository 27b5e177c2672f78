"""Which happenings of a pair an answer shows, found in one pass over the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.ledger.dyad.period import Period
from detente.lexicon.relations import RelationActs
from detente.store import Snapshot

# Only narrow columns: what a line shows is fetched for the chosen happenings alone. The whole pair
# never comes to Python, which for a busy one would take longer than the pass itself.
_PAIR = """
    WITH pair AS MATERIALIZED (
        SELECT id, earliest, category || coalesce(' ' || mode, '') AS act, category, status,
            quad_code, level, date, enddate, first_seen, last_seen,
            coalesce(date, first_seen) AS day, enddate - date <= $widest AS exact,
            assertion = 'denied' AND NOT list_contains($undenied, id) AS denied,
            {straddling} AS straddling
        FROM happenings
        WHERE list_contains(dyads, $pair) {known}
    ),
    past AS (SELECT * FROM pair WHERE day <= $today OR day IS NULL),
    met AS (SELECT * FROM past WHERE level IS NOT NULL AND status = 'actual' AND NOT denied),
    latest AS (
        SELECT * FROM met QUALIFY row_number() OVER (
            PARTITION BY level ORDER BY day DESC NULLS LAST, enddate, id
        ) = 1
    )
    SELECT 'met' AS part, level AS key, id, earliest, day, 1 AS number, 0 AS other FROM latest
    UNION ALL
    SELECT DISTINCT 'talked', met.level, NULL, NULL, met.day, 0, 0
    FROM met JOIN latest USING (level)
    WHERE met.exact AND met.day > latest.day - INTERVAL 2 YEAR
    UNION ALL
    {lists}
    UNION ALL
    SELECT 'claimed', NULL, id, earliest, day, 1, 0 FROM pair WHERE list_contains($claimed, id)
    UNION ALL
    SELECT 'month', NULL, NULL, NULL, date_trunc('month', date)::DATE,
        count(*) FILTER (quad_code <= 2), count(*) FILTER (quad_code > 2)
    FROM past
    WHERE date >= $first_month AND exact AND status = 'actual' AND NOT denied
    GROUP BY date_trunc('month', date)
    UNION ALL
    SELECT 'all', NULL, NULL, NULL, max(last_seen) FILTER (NOT straddling), count(*), 0 FROM pair
"""
_LIST = """
    (SELECT '{part}', NULL, id, earliest, day, count(*) OVER (), 0 FROM past
    WHERE {where} ORDER BY day DESC NULLS LAST, id LIMIT $limit)
"""
_LISTS = {
    "unmet": "level IS NOT NULL AND status = 'negated'",
    "ready": "status = 'actual' AND NOT denied AND"
    " (list_contains($ready, category) OR list_contains($ready, act))",
    "refuses": "NOT denied AND (status = 'actual' AND"
    " (list_contains($refuses, category) OR list_contains($refuses, act))"
    " OR status = 'negated' AND (list_contains($ready, category) OR list_contains($ready, act)))",
    "disrupts": "status = 'actual' AND NOT denied AND"
    " (list_contains($disrupts, category) OR list_contains($disrupts, act))",
}
_KNOWN = "AND first_seen <= $known"
_STRADDLES = "coalesce(last_seen > $known, false)"
# Of what is told both by then and later, the last report by then; and whether the denial came later.
_STRADDLING = """
    SELECT id, list_max(list_filter(published, lambda day: day <= $known)) AS last_report,
        assertion = 'denied' AND len(list_filter(tellings,
            lambda telling: telling.stance = 'denies' AND telling.published <= $known)) = 0
            AS undenied
    FROM happenings
    WHERE list_contains(dyads, $pair) AND first_seen <= $known AND last_seen > $known
"""


class Part(StrEnum):
    """The part of an answer for which a happening was chosen."""

    MET = "met"
    TALKED = "talked"
    UNMET = "unmet"
    READY = "ready"
    REFUSES = "refuses"
    DISRUPTS = "disrupts"
    CLAIMED = "claimed"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the pass.

    Args:
        key: level of a contact, or None.
        id: id of the happening, or None where the row counts several.
        earliest: the day by which the happening is found again.
        day: the day it is listed under, or the first of the month that is counted.
        number: how many there are of the part; of a month, acts of cooperation.
        other: of a month, acts of conflict.
    """

    key: str | None
    id: str | None
    earliest: date | None
    day: date | None
    number: int
    other: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What the pass found.

    Args:
        happenings: how many the pair has.
        last_report: day of the last report of any of them, or None.
        parts: the chosen by the part of the answer; lists have their latest first.
    """

    happenings: int
    last_report: date | None
    parts: Mapping[str, Sequence[Choice]]

    def rows(self, part: Part) -> Sequence[Choice]:
        """The rows of a part."""
        return self.parts.get(part, ())

    def ids(self, part: Part) -> list[str]:
        """The happenings of a part."""
        return [row.id for row in self.rows(part) if row.id]

    def number(self, part: Part) -> int:
        """How many happenings there are of a listed part, shown or not."""
        return max((row.number for row in self.rows(part)), default=0)

    @property
    def wanted(self) -> dict[str, date]:
        """Every happening that the answer shows, with the day by which it is found."""
        rows = (row for part in self.parts.values() for row in part)
        return {row.id: row.earliest for row in rows if row.id and row.earliest}


def selection_of(
    snapshot: Snapshot,
    pair: str,
    period: Period,
    acts: RelationActs,
    claimed: Sequence[str],
    limit: int,
) -> Selection:
    """The happenings of a pair that an answer shows, and what is counted over all of them.

    Args:
        snapshot: the ledger.
        pair: as ``dyads`` has it: ``FRA-RUS``.
        period: the day of the answer, and what was known.
        acts: what acts tell of a relation.
        claimed: ids of happenings that claims are about.
        limit: happenings in a list.
    """
    known: dict[str, object] = {"known": period.known_on} if period.known_on else {}
    straddling = snapshot.rows(_STRADDLING, {"pair": pair, **known}) if known else []
    parameters: dict[str, object] = {
        "pair": pair,
        "today": period.day,
        "first_month": period.first_month,
        "widest": period.widest,
        "undenied": [row["id"] for row in straddling if row["undenied"]],
        "claimed": list(claimed),
        "limit": limit,
        "ready": list(acts.ready),
        "refuses": list(acts.refuses),
        "disrupts": list(acts.disrupts),
        **known,
    }
    parts: defaultdict[str, list[Choice]] = defaultdict(list)
    for row in snapshot.rows(_query(known=bool(known)), parameters):
        parts[row.pop("part")].append(Choice(**row))
    ((total,),) = (parts.pop(Part.ALL),)
    days = (total.day, *(row["last_report"] for row in straddling))
    return Selection(total.number, max((day for day in days if day), default=None), parts)


def _query(*, known: bool) -> str:
    lists = (_LIST.format(part=part, where=where) for part, where in _LISTS.items())
    return _PAIR.format(
        known=_KNOWN if known else "",
        straddling=_STRADDLES if known else "false",
        lists="    UNION ALL".join(lists),
    )
