"""The questions in SQL by which a pair's happenings are surveyed and chosen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# Only narrow columns, for this goes over all that a pair ever had. The ids would cost as much as all
# the rest, so the survey finds the days on which what is wanted lies, and the choice reads the ids
# of these days alone.
_PAIR = """
    WITH pair AS MATERIALIZED (
        SELECT {id} AS id, earliest, status = 'actual' AS actual, status = 'negated' AS negated,
            quad_code, level, date, enddate, last_seen, {straddling} AS straddling,
            coalesce(date, first_seen) AS day, coalesce(date_basis = 'text', false) AS dated,
            enddate - date <= $widest AND NOT (historical AND date_basis = 'published') AS exact,
            {denied} AS denied, {ready} AS ready, {refuses} AS refuses, {disrupts} AS disrupts
        FROM {acts}
        WHERE list_contains(dyads, $pair) {known} {days}
    ),
    past AS (SELECT * FROM pair WHERE (day <= $today OR day IS NULL) AND NOT denied),
    met AS (SELECT * FROM past WHERE level IS NOT NULL AND actual),
    latest AS (
        SELECT * FROM met QUALIFY row_number() OVER (
            PARTITION BY level ORDER BY dated DESC, day DESC NULLS LAST, enddate, earliest, id
        ) = 1
    ),
    chosen AS (
        SELECT 'met' AS part, level AS key, id, earliest, day, dated FROM latest
        UNION ALL
        {lists}
    )
"""
_ACT = "(list_contains(${name}, category) OR"
_ACT += " mode IS NOT NULL AND list_contains(${name}, category || ' ' || mode))"
_LIST = """
    (SELECT '{part}', NULL, id, earliest, day, dated FROM {of}
    WHERE {where} ORDER BY day DESC NULLS LAST, earliest, id LIMIT $limit)
"""
# What was denied by its own side is told as not having been; that is what is looked for here.
_LISTS = (
    ("unmet", "pair", "level IS NOT NULL AND negated AND (day <= $today OR day IS NULL)"),
    ("ready", "past", "actual AND ready"),
    ("refuses", "past", "actual AND refuses OR negated AND ready"),
    ("disrupts", "past", "actual AND disrupts"),
)
_SURVEY = """
    SELECT part, key, earliest, day, 0 AS number, 0 AS other FROM chosen
    UNION ALL
    SELECT DISTINCT 'talked', met.level, NULL, met.day, 0, 0 FROM met JOIN latest USING (level)
    WHERE met.dated AND met.exact AND latest.dated AND met.day > latest.day - INTERVAL 2 YEAR
    UNION ALL
    SELECT 'month', NULL, NULL, date_trunc('month', date)::DATE,
        count(*) FILTER (quad_code <= 2), count(*) FILTER (quad_code > 2)
    FROM past WHERE date >= $first_month AND exact AND actual
    GROUP BY date_trunc('month', date)
    UNION ALL
    SELECT 'all', NULL, NULL, max(last_seen) FILTER (NOT straddling), count(*), 0 FROM pair
    UNION ALL
    SELECT 'disruptions', NULL, NULL, NULL, count(*), 0 FROM past WHERE actual AND disrupts
"""
_CHOICE = "SELECT part, key, id, earliest, day, dated FROM chosen"
_DENIED = "assertion = 'denied'"

# Of what is told both by a day and later: the last report by it, and whether a denial came later.
STRADDLING = """
    SELECT id, list_max(list_filter(published, lambda day: day <= $known)) AS last_report,
        assertion = 'denied' AND len(list_filter(tellings,
            lambda telling: telling.stance = 'denies' AND telling.published <= $known)) = 0
            AS undenied
    FROM happenings
    WHERE list_contains(dyads, $pair) AND first_seen <= $known AND last_seen > $known
"""


def survey_query(acts: str, *, known: bool, undenied: bool) -> str:
    """What a pair ever had, counted, and the days on which what is wanted lies.

    Args:
        acts: what the narrow columns of happenings are read from.
        known: whether only what was published by ``$known`` counts.
        undenied: whether ``$undenied`` names happenings whose denial came later.
    """
    return _pair(acts, known=known, undenied=undenied) + _SURVEY


def choice_query(acts: str, days: Iterable[date], *, known: bool, undenied: bool) -> str:
    """The happenings that are wanted, among those of some days.

    Args:
        acts: what the narrow columns of happenings are read from.
        days: the days by which they are found.
        known: as for ``survey_query``.
        undenied: likewise.
    """
    # As literals they reach the reader of the files, which then leaves out all other days.
    listed = ", ".join(f"DATE '{day}'" for day in sorted(set(days)))
    return _pair(acts, known=known, undenied=undenied, days=f"AND earliest IN ({listed})") + _CHOICE


def _pair(acts: str, *, known: bool, undenied: bool, days: str = "") -> str:
    lists = (_LIST.format(part=part, of=of, where=where) for part, of, where in _LISTS)
    told = {name: _ACT.format(name=name) for name in ("ready", "refuses", "disrupts")}
    return _PAIR.format(
        id="id" if days else "NULL::VARCHAR",
        days=days,
        known="AND first_seen <= $known" if known else "",
        straddling="coalesce(last_seen > $known, false)" if known else "false",
        denied=f"{_DENIED} AND NOT list_contains($undenied, id)" if undenied else _DENIED,
        lists="    UNION ALL".join(lists),
        acts=acts,
        **told,
    )
