"""A large ledger of made-up news, put straight into the tables: coding and folding it would take hours."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from stories import News, make_events

from detente.store import ARTICLES, CLAIMS, EVENTS, HAPPENINGS, Run, Store, Table, Transaction

_DAYS = 3 * 365
# events that are made at once; more take more memory than a laptop has
_AT_ONCE = 1_000_000
# a story is a happening; the first of its reports is the best
_HAPPENINGS = """
    SELECT *, component AS id, component AS best, events[1] AS first_event, 'actual' AS status,
        'text' AS date_basis, false AS historical, NULL AS mode, NULL AS condition, 'press' AS assertion,
        NULL AS injured_least, NULL AS injured_most, NULL AS arrested_least, NULL AS arrested_most,
        list_extract(published, 1) AS first_seen, list_extract(published, -1) AS last_seen
    FROM (
        SELECT min(id) AS component, category, any_value(contexts) AS contexts,
            any_value(quad_code) AS quad_code, any_value(event_scale) AS event_scale,
            any_value(cameo) AS cameo, any_value(goldstein) AS goldstein,
            first(actors ORDER BY id) AS actors, first(recipients ORDER BY id) AS recipients,
            any_value(codes) AS codes, any_value(codes) AS all_codes, any_value(dyads) AS dyads,
            coalesce(min(date) FILTER (date = enddate), min(date)) AS date,
            coalesce(min(date) FILTER (date = enddate), max(enddate)) AS enddate,
            first(location ORDER BY id) AS location, min(dead) AS dead_least, max(dead) AS dead_most,
            [first(words[1].text)] AS words, first(text ORDER BY id) AS text,
            list({'event': id, 'article': article, 'report': report, 'publication': publication,
                'published': published, 'stance': 'asserts', 'speakers': [], 'date': date,
                'enddate': enddate, 'date_basis': date_basis, 'dead': dead, 'injured': injured,
                'arrested': arrested, 'text': text} ORDER BY published, id) AS tellings,
            list(id ORDER BY published, id) AS events, list(date ORDER BY published, id) AS event_dates,
            list(DISTINCT article ORDER BY article) AS articles,
            list(report ORDER BY published, id) AS reports,
            list(publication ORDER BY published, id) AS publications,
            list(published ORDER BY published) AS published,
            count(DISTINCT publication) AS sources, min(date) AS earliest, max(enddate) AS latest,
            CASE WHEN category = 'CONSULT' THEN any_value(level) END AS level,
            CASE WHEN category = 'CONSULT' THEN 'talks' END AS channel
        FROM made GROUP BY story, category
    )
"""
_CLAIMS = """
    SELECT component, substr(md5('c' || id), 1, 16) AS id, id AS happening, actors[1] AS claimant,
        'asserts' AS stance, [recipients[1].code] AS about, dyads, category, mode,
        first_seen AS said_on, text, events, reports, publications, published, [] AS answers
    FROM happened WHERE category = 'ACCUSE'
"""
_ARTICLES = """
    SELECT article AS key, 'none' AS coding, any_value(report) AS id, string_agg(text, ' ') AS text,
        any_value(published)::VARCHAR AS published, any_value(published) AS published_on,
        any_value(title) AS title, NULL AS url, any_value(publication) AS publication,
        'en' AS language, 'archive.jsonl' AS source, 'generator 1' AS coder, 'none' AS lexicon,
        count(*) AS events
    FROM made GROUP BY article
"""
_TABLES = {ARTICLES: "told", EVENTS: "made", HAPPENINGS: "happened", CLAIMS: "claimed"}


def make_ledger(folder: Path, events: int) -> None:
    """Make a ledger of about so many events, in versions of a million.

    Args:
        folder: where; there must be no ledger yet.
        events: about how many.
    """
    store, news = Store(folder), News(events, _DAYS)
    versions = -(-events // _AT_ONCE)
    for number in range(versions):
        start, stop = (news.stories * part // versions for part in (number, number + 1))
        with store.transaction() as transaction:
            make_events(transaction.snapshot.connection, news, start, stop)
            run = Run(number + 1, datetime.now(UTC), "add", events=_load(transaction))
            transaction.commit(run)


def _load(transaction: Transaction) -> int:
    """Write what was made; the answer is the number of events."""
    connection = transaction.snapshot.connection
    for name, query in (("happened", _HAPPENINGS), ("claimed", _CLAIMS), ("told", _ARTICLES)):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")
    for table, rows in _TABLES.items():
        transaction.load(table.name, _ordered(table, rows, transaction.version))
    return connection.table("made").shape[0]


def _ordered(table: Table, rows: str, version: int) -> str:
    order = ", ".join(table.order)
    return f"SELECT {version} AS version, * FROM {rows} ORDER BY {order}"  # noqa: S608 - own names
