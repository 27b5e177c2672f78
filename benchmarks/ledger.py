"""Times of a large ledger: opening it, adding one report to it, asking it.

    python benchmarks/ledger.py --events 1000000 --folder /tmp/large

The ledger is made by a generator straight into the tables: reports of ten events over three years,
pairs of states as skewed as in the news (the first is in as many events as the next two together).
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from importlib import resources
from pathlib import Path
from statistics import median

from detente import Article, Ledger, Settings
from detente.coding import Coding
from detente.ledger import ReportCoder
from detente.records import Event
from detente.store import Run, Store, Transaction, event_of
from detente.store.schema import ARTICLES, CLAIMS, EVENTS, HAPPENINGS, PARTY, WORDS, Table

_DAYS = 3 * 365
_FIRST = date(2021, 1, 1)
_PER_ARTICLE = 10
# events that are made at once; more take more memory than a laptop has
_AT_ONCE = 1_000_000
_CATEGORIES = (
    *(("CONSULT", 1, 1.5), ("CONSULT", 1, 1.5), ("CONSULT", 1, 1.5), ("SUPPORT", 1, 4.0)),
    *(("AGREE", 1, 5.0), ("COOPERATE", 2, 6.4), ("AID", 2, 7.4), ("ACCUSE", 3, -2.0)),
    *(("ACCUSE", 3, -2.0), ("REJECT", 3, -4.0), ("REQUEST", 3, -2.5), ("THREATEN", 3, -5.0)),
    *(("SANCTION", 4, -6.5), ("MOBILIZE", 4, -7.2), ("ASSAULT", 4, -9.0), ("ASSAULT", 4, -9.0)),
)
# A uniform draw on the logarithm of the rank gives ranks by Zipf's law.
_DRAWN = """
    CREATE OR REPLACE TEMP TABLE drawn AS
    SELECT i, $categories[1 + (random() * 15.999)::INTEGER % 16] AS act,
        $codes[greatest(1, exp(random() * ln(len($codes)))::INTEGER)] AS actor,
        $codes[greatest(1, exp(random() * ln(len($codes)))::INTEGER)] AS target,
        $first + (i // ($events // $days + 1))::INTEGER AS day
    FROM range($start, $stop) AS numbers(i)
"""


def _party(code: str, start: int) -> str:
    return (
        f"{{'code': {code}, 'sector': 'GOV', 'entity_text': {code}, 'identifier_text': {code},"
        f" 'identifier_id': NULL, 'office': NULL, 'start': {start}, 'end': {start + 3},"
        f" 'gender': ''}}::{PARTY}"
    )


_EVENTS = f"""
    CREATE OR REPLACE TEMP TABLE made AS
    SELECT i, 'e' || substr(md5(i::VARCHAR), 1, 15) AS id,
        substr(md5('a' || i // {_PER_ARTICLE}), 1, 24) AS article,
        'report-' || i // {_PER_ARTICLE} AS report, day AS date, day AS enddate, 'text' AS date_basis,
        act.category, act.quad AS quad_code, act.scale AS event_scale, act.scale AS goldstein,
        '040' AS cameo, NULL AS mode, ['diplomatic'] AS contexts,
        CASE WHEN act.category = 'CONSULT' THEN [{_party("actor", 0)}, {_party("target", 20)}]
            ELSE [{_party("actor", 0)}] END AS actors,
        CASE WHEN act.category = 'CONSULT' THEN [] ELSE [{_party("target", 20)}] END AS recipients,
        list_sort([actor, target]) AS codes,
        [least(actor, target) || '-' || greatest(actor, target)] AS dyads,
        'actual' AS status, false AS historical, NULL AS location, [] AS attribution,
        [{{'text': 'did', 'start': 10, 'end': 13}}::{WORDS}] AS words,
        NULL AS condition, i % {_PER_ARTICLE} AS sentence, 0 AS sentence_start,
        80 AS sentence_end, actor || ' did what ' || target || ' had long been told of, number '
            || i || ', as was said on that day.' AS text, [] AS mentions,
        'archive.jsonl' AS source, 'What happened' AS title, 'Wire ' || i // {_PER_ARTICLE} % 40
        AS publication, day AS published, 'en' AS language, 0.9 AS confidence,
        'generator 1' AS coder, 'none' AS lexicon, day AS coded_on
    FROM drawn WHERE actor <> target
"""  # noqa: S608 - own values
_HAPPENINGS = """
    CREATE OR REPLACE TEMP TABLE happened AS
    SELECT min(id) AS component, min(id) AS id, min(id) AS best, category, any_value(mode) AS mode,
        any_value(contexts) AS contexts, any_value(quad_code) AS quad_code,
        any_value(event_scale) AS event_scale, any_value(cameo) AS cameo,
        any_value(goldstein) AS goldstein, any_value(actors) AS actors,
        any_value(recipients) AS recipients, any_value(codes) AS codes, dyads,
        'actual' AS status, date, date AS enddate,
        'text' AS date_basis, false AS historical, ['did'] AS words, any_value(text) AS text,
        'press' AS assertion, list({'event': id, 'article': article, 'report': report,
            'publication': publication, 'published': published, 'stance': 'asserts',
            'speakers': [], 'date': date, 'enddate': enddate, 'date_basis': date_basis,
            'dead': NULL, 'injured': NULL, 'arrested': NULL, 'text': text} ORDER BY id) AS tellings,
        list(id ORDER BY id) AS events, list(date ORDER BY id) AS event_dates,
        any_value(codes) AS all_codes, list(article ORDER BY id) AS articles,
        list(report ORDER BY id) AS reports, list(publication ORDER BY id) AS publications,
        list(published ORDER BY id) AS published,
        date AS first_seen, date AS last_seen, count(DISTINCT publication) AS sources,
        CASE WHEN category = 'CONSULT' THEN ['heads', 'foreign ministers', 'defence ministers',
            'envoys', 'others'][1 + min(i) % 5] END AS level,
        CASE WHEN category = 'CONSULT' THEN 'talks' END AS channel,
        date AS earliest, date AS latest
    FROM made GROUP BY category, dyads, date
"""
_CLAIMS = """
    CREATE OR REPLACE TEMP TABLE claimed AS
    SELECT component, substr(md5('c' || id), 1, 16) AS id, id AS happening, actors[1] AS claimant,
        'asserts' AS stance, [recipients[1].code] AS about, dyads, category, mode,
        date AS said_on, text, events, reports, publications, published, [] AS answers
    FROM happened WHERE category = 'ACCUSE'
"""
_ARTICLES = """
    SELECT article AS key, 'none' AS coding, any_value(report) AS id, string_agg(text, ' ') AS text,
        any_value(published)::VARCHAR AS published, any_value(published) AS published_on,
        any_value(title) AS title, any_value(publication) AS publication, 'en' AS language,
        'archive.jsonl' AS source, 'generator 1' AS coder, 'none' AS lexicon, count(*) AS events
    FROM made GROUP BY article
"""


_TABLES = {ARTICLES: "told", EVENTS: "made", HAPPENINGS: "happened", CLAIMS: "claimed"}
_PAIRS = """
    SELECT dyads[1] AS dyad FROM happenings GROUP BY dyad
    ORDER BY abs(count(*) - $happenings), dyad LIMIT 1
"""
_BUSY, _RARE = 10_000_000, 40
_KNOWN_ON = date(2023, 6, 30)


def make(folder: Path, events: int) -> None:
    """Make a ledger of about so many events."""
    codes = _states()
    categories = [
        {"category": name, "quad": quad, "scale": scale} for name, quad, scale in _CATEGORIES
    ]
    store, drawn = Store(folder), {"codes": codes, "categories": categories, "events": events}
    for version, start in enumerate(range(0, events, _AT_ONCE), 1):
        stop = min(start + _AT_ONCE, events)
        with store.transaction() as transaction:
            _make_some(transaction, drawn | {"start": start, "stop": stop}, version / 100)
            added = stop - start
            run = Run(version, datetime.now(UTC), "add", events=added, folded_to=version)
            transaction.commit(run)


def _make_some(transaction: Transaction, drawn: dict[str, object], seed: float) -> None:
    """Make the events of one version, which are those of some days."""
    connection = transaction.snapshot.connection
    connection.execute("SELECT setseed(?)", [seed])
    connection.execute(_DRAWN, drawn | {"days": _DAYS, "first": _FIRST})
    for query in (
        _EVENTS,
        _HAPPENINGS,
        _CLAIMS,
        f"CREATE OR REPLACE TEMP TABLE told AS {_ARTICLES}",
    ):
        connection.execute(query)
    for table, rows in _TABLES.items():
        _load(transaction, table, rows)


def _states() -> list[str]:
    table = resources.files("detente.data").joinpath("countries.csv")
    with table.open(encoding="utf-8") as lines:
        return sorted({row["code"] for row in csv.DictReader(lines)})


def _load(transaction: Transaction, table: Table, rows: str) -> None:
    found = transaction.snapshot.connection.sql(f"SELECT * FROM {rows}").columns  # noqa: S608
    columns = (
        f'CAST({_value(column.name, found, transaction.version)} AS {column.type}) AS "{column.name}"'
        for column in table.columns
    )
    order = ", ".join(table.order)
    transaction.load(table.name, f"SELECT {', '.join(columns)} FROM {rows} ORDER BY {order}")  # noqa: S608


def _value(name: str, found: Iterable[str], version: int) -> str:
    if name == "version":
        return str(version)
    return f'"{name}"' if name in found else "NULL"


class Precoded:
    """Gives each report the events of one that is in the ledger, as if it told them again."""

    settings = Settings()
    digest = "none"

    def __init__(self, ledger: Ledger, count: int) -> None:
        snapshot = ledger.snapshot()
        some = snapshot.rows("SELECT key FROM articles WHERE version = 1 LIMIT ?", [count])
        rows = snapshot.rows(
            "SELECT * FROM events WHERE article IN (SELECT unnest(?))",
            [[row["key"] for row in some]],
        )
        self._told: defaultdict[str, list[Event]] = defaultdict(list)
        for row in rows:
            self._told[row["article"]].append(event_of(row))

    def codings(self, articles: Iterable[Article], on_fault: object = None) -> Iterator[Coding]:  # noqa: ARG002
        """What comes of each report."""
        for article in articles:
            _, events = self._told.popitem()
            named = (replace(event, id=f"{article.key[:8]}{event.id[:8]}") for event in events)
            yield Coding(article, tuple(named), ())


def figures(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of each act, the median of some rounds."""
    found = {
        "open": _time(lambda: Store(folder).snapshot().version, rounds),
        "open and count": _time(lambda: Ledger(folder).summary(), rounds),
    }
    ledger = Ledger(folder)
    coder: ReportCoder = Precoded(ledger, 8 * rounds)

    def add() -> None:
        ledger.add([Article(str(time.time_ns()), "Something more.", "2023-12-31")], coder)

    found["add one"] = _time(add, 3 * rounds)
    snapshot = ledger.snapshot()
    found["known already"] = _time(
        lambda: snapshot.rows(
            "SELECT key FROM articles WHERE key IN (SELECT unnest(?))", [["x"] * 200]
        ),
        rounds,
    )
    series = (
        "SELECT date_trunc('month', date) AS month, sum(event_scale) FROM happenings"
        " WHERE list_contains(dyads, 'AFG-ALB') AND date >= DATE '2022-01-01' GROUP BY month"
    )
    found["series of a pair"] = _time(lambda: snapshot.rows(series), rounds)
    for name, happenings in (("busiest", _BUSY), ("rare", _RARE)):
        first, second = snapshot.value(_PAIRS, {"happenings": happenings}).split("-")
        show = partial(ledger.show, first, second)
        found[f"show the {name} pair"] = _time(show, rounds)
        found[f"show the {name} pair as of a day"] = _time(partial(show, _KNOWN_ON), rounds)
    return found


def _time(act: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return round(1000 * median(times), 1)


def main() -> None:
    """Make the ledger where it is not there yet, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--fresh", action="store_true", help="Make it anew.")
    asked = parser.parse_args()
    if asked.fresh:
        shutil.rmtree(asked.folder, ignore_errors=True)
    if not asked.folder.exists():
        make(asked.folder, asked.events)
    print(json.dumps(figures(asked.folder, asked.rounds), indent=2))


if __name__ == "__main__":
    main()
