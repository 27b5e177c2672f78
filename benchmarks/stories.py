"""Made-up news in any number: stories, and the events that reports of them give.

DuckDB draws them, so that a million takes seconds. Pairs of states are as unequal as in the news, and so
is the number of reports that tell of a story. The same numbers give the same news.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import product

import duckdb

from detente.store.schema import PARTY, WORDS

FIRST = date(2021, 1, 1)
# category, quad code, score, and how many of a hundred stories are of it
_ACTS = (
    *(("ASSAULT", 4, -9.0, 20), ("ACCUSE", 3, -2.0, 16), ("CONSULT", 1, 1.5, 14)),
    *(("REQUEST", 3, -2.5, 9), ("AGREE", 1, 5.0, 7), ("REJECT", 3, -4.0, 6)),
    *(("SUPPORT", 1, 4.0, 6), ("THREATEN", 3, -5.0, 5), ("SANCTION", 4, -6.5, 4)),
    *(("COERCE", 4, -7.0, 4), ("MOBILIZE", 4, -7.2, 3), ("AID", 2, 7.4, 2)),
    *(("CONCEDE", 2, 6.0, 1), ("RETREAT", 2, 7.0, 1), ("PROTEST", 4, -6.0, 1)),
    ("COOPERATE", 2, 6.4, 1),
)
# the office by whose holder a side is named, and the level of a contact of two of them
_OFFICES = (
    ("president", "heads"),
    ("foreign minister", "foreign ministers"),
    ("defence minister", "defence ministers"),
    ("ambassador", "envoys"),
)
_SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "ta",
    "ne",
    "mu",
    "sol",
    "ver",
    "dan",
    "pel",
    "gor",
    "hin",
    "lak",
    "zem",
]
# Reports of a story are at most so many; how many have at least k falls with k to this power.
_MOST_REPORTS, _SKEW = 60, 1.2
_REPORTS = sum(k**-_SKEW for k in range(1, _MOST_REPORTS + 1))

_MACROS = (
    # A number from 0 to 1, always the same for the same things; hashed twice, as what two things are
    # hashed to once differs too little from what one of them and a third are.
    "chance(number, what) AS (hash(hash(number, what)) >> 11) / 9007199254740992.0",
    "drawn(items, part) AS items[1 + (len(items) * part)::BIGINT % len(items)]",
    # A uniform draw on the logarithm of the rank gives ranks by Zipf's law.
    "rank(most, part) AS greatest(1, exp(part * ln(most))::INTEGER)",
    # the first of the words, which are the short ones, come more often
    "word(words, number, what) AS drawn(words, chance(number, what) ** 3)",
)
_STORIES = f"""
    CREATE OR REPLACE TEMP TABLE stories AS
    SELECT story, act,
        $codes[one] AS actor, $codes[CASE WHEN two = one THEN one % len($codes) + 1 ELSE two END] AS target,
        $first + (story * $days // $stories)::INTEGER AS day,
        word($words, story, 'town') AS town,
        list_transform(range(14), lambda k: word($words, story, k)) AS told_words,
        CASE WHEN act.category = 'ASSAULT' AND chance(story, 'counted') < 0.5
            THEN 1 + (chance(story, 'dead') * 40)::INTEGER END AS killed,
        drawn($offices, chance(story, 'office')) AS office,
        least({_MOST_REPORTS}, floor(chance(story, 'reports') ** (-1 / {_SKEW})))::INTEGER AS reports
    FROM (
        SELECT story, drawn($acts, chance(story, 'act')) AS act,
            rank(len($codes), chance(story, 'one')) AS one,
            rank(len($codes), chance(story, 'two')) AS two
        FROM range($start, $stop) AS numbers(story)
    )
"""  # noqa: S608 - own values


def _party(code: str, named: str, start: int) -> str:
    """A side, by its name or, where it is named, by who holds the office of the story."""
    name = f"{code} || ' ' || upper(word($words, {code}, office.name))"
    return (
        f"{{'code': {code}, 'sector': 'GOV', 'entity_text': {code},"
        f" 'identifier_text': CASE WHEN {named} THEN {name} ELSE {code} END,"
        f" 'identifier_id': NULL, 'office': CASE WHEN {named} THEN office.name END,"
        f" 'start': {start}, 'end': {start + 3}, 'gender': ''}}::{PARTY}"
    )


_EVENTS = f"""
    CREATE OR REPLACE TEMP TABLE made AS
    SELECT * EXCLUDE (act, actor, target, day, town, told_words, killed, office, reports, number, place,
        articles, day_told, one, two),
        substr(md5(number::VARCHAR), 1, 16) AS id, substr(md5(report), 1, 24) AS article,
        office.level AS level, act.category, NULL AS mode, ['diplomatic'] AS contexts, act.quad AS quad_code,
        act.score AS event_scale, '040' AS cameo, act.score AS goldstein,
        CASE WHEN act.category = 'CONSULT' THEN [one, two] ELSE [one] END AS actors,
        CASE WHEN act.category = 'CONSULT' THEN [] ELSE [two] END AS recipients,
        list_sort([actor, target]) AS codes,
        [least(actor, target) || '-' || greatest(actor, target)] AS dyads, 'actual' AS status,
        coalesce(day_told, published - 1) AS date, coalesce(day_told, published) AS enddate,
        'text' AS date_basis, false AS historical,
        CASE WHEN chance(number, 'placed') < 0.4 THEN {{'name': town, 'country': NULL, 'latitude': NULL,
            'longitude': NULL, 'geonames_id': NULL, 'start': 0, 'end': 1}} END AS location,
        [] AS attribution, [{{'text': told_words[1], 'start': 4, 'end': 5}}::{WORDS}] AS words,
        CASE WHEN chance(number, 'given') < 0.6 THEN killed END AS dead, NULL AS injured, NULL AS arrested,
        NULL AS condition, place // articles AS sentence, 0 AS sentence_start, 80 AS sentence_end,
        concat_ws(' ', actor, array_to_string(list_concat(
            list_filter(told_words, lambda w, k: chance(number, k) < 0.7),
            list_transform(range(6), lambda k: word($words, number, k + 20))
        ), ' '), target, town) || '.' AS text,
        [] AS mentions, 'archive.jsonl' AS source, array_to_string(told_words[:5], ' ') AS title,
        'Wire ' || (chance(report, 'outlet') * 40)::INTEGER AS publication, 'en' AS language,
        0.9 AS confidence, 'generator 1' AS coder, 'none' AS lexicon, published AS coded_on
    FROM (
        SELECT *, 'report-' || $start || '-' || published || '-' || place % articles AS report,
            CASE WHEN chance(number, 'dated') < 0.7 THEN day END AS day_told,
            {_party("actor", "chance(number, 'first') < 0.5", 0)} AS one,
            {_party("target", "chance(number, 'second') < 0.5", 20)} AS two
        FROM (
            SELECT *, row_number() OVER (PARTITION BY published ORDER BY number) AS place,
                count(*) OVER (PARTITION BY published) // 10 + 1 AS articles
            FROM (
                SELECT *, day + drawn([0, 1, 1, 1, 2], chance(number, 'late')) AS published
                FROM (SELECT *, story * {_MOST_REPORTS} + unnest(range(reports)) AS number FROM stories)
            )
        )
    )
"""  # noqa: S608 - own values


@dataclass(frozen=True, slots=True)
class News:
    """How much news there is, and of how many.

    Args:
        events: about how many events.
        days: days over which they are spread, from the first of 2021.
        states: states that are in the news; the first are in most of it.
    """

    events: int
    days: int
    states: int | None = None

    @property
    def stories(self) -> int:
        """How many stories."""
        return int(self.events / _REPORTS)


def make_events(
    connection: duckdb.DuckDBPyConnection, news: News, start: int = 0, stop: int | None = None
) -> None:
    """Make the temporary tables ``stories`` and ``made``, which has the columns of ``events``.

    Args:
        connection: where to make them.
        news: all the news there is.
        start: number of the first story, from 0.
        stop: number after the last; None for all.
    """
    for macro in _MACROS:
        connection.execute(f"CREATE OR REPLACE TEMP MACRO {macro}")
    acts = [
        {"category": category, "quad": quad, "score": score}
        for category, quad, score, share in _ACTS
        for _ in range(share)
    ]
    common = {"words": _words(), "start": start}
    drawn = {
        "acts": acts,
        "codes": _codes()[: news.states],
        "offices": [{"name": name, "level": level} for name, level in _OFFICES],
        "first": FIRST,
        "days": news.days,
        "stories": news.stories,
        "stop": news.stories if stop is None else stop,
    }
    connection.execute(_STORIES, common | drawn)
    connection.execute(_EVENTS, common)


def _codes() -> list[str]:
    table = resources.files("detente.data").joinpath("countries.csv")
    with table.open(encoding="utf-8") as lines:
        return sorted({row["code"] for row in csv.DictReader(lines)})


def _words() -> list[str]:
    """Some three thousand words, the short ones first."""
    pairs, triples = (product(_SYLLABLES, repeat=number) for number in (2, 3))
    return ["".join(parts) for parts in (*pairs, *triples)]
