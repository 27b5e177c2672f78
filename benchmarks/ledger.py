"""Times of a large ledger: opening it, adding one report to it, asking it.

Usage:
    python benchmarks/ledger.py --folder DIR            measure, print, and write the table of docs/asking.md
    python benchmarks/ledger.py --folder DIR --check    measure, print, and fail where it takes too long

The ledger is made in the folder where there is none; ``--events 10000000`` makes a larger one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from bounds import FILE, Bounds, told
from figures import SIZES, printed
from large import make_ledger
from readme import write_figures
from shared import ROOT

from detente import Article, Ledger, Settings
from detente.coding import Coding
from detente.ledger import ReportCoder
from detente.records import Event
from detente.store import Snapshot, Store, event_of

_PAGE = ROOT / "docs" / "asking.md"
_KNOWN_ON = date(2023, 6, 30)
_BUSY, _RARE = 10_000_000, 40
_PAIR = """
    SELECT dyads[1] AS dyad FROM happenings GROUP BY dyad
    ORDER BY abs(count(*) - $happenings), dyad LIMIT 1
"""
_PERSON = """
    SELECT actors[1].identifier_text AS name FROM contacts WHERE actors[1].office IS NOT NULL
    GROUP BY name ORDER BY count(*) DESC, name LIMIT 1
"""
_SERIES = """
    SELECT date_trunc('month', date) AS month, sum(event_scale) FROM happenings
    WHERE list_contains(dyads, $pair) AND date >= DATE '2022-01-01' GROUP BY month
"""
_SOME_ARTICLES = "SELECT key FROM articles WHERE version = 1 ORDER BY key LIMIT ?"
_EVENTS_OF = "SELECT * FROM events WHERE article IN (SELECT unnest(?))"


class Precoded:
    """Gives each report the events of one that is in the ledger, as if it told them again."""

    settings = Settings()
    digest = "none"

    def __init__(self, snapshot: Snapshot, count: int) -> None:
        keys = [row["key"] for row in snapshot.rows(_SOME_ARTICLES, [count])]
        self._told: defaultdict[str, list[Event]] = defaultdict(list)
        for row in snapshot.rows(_EVENTS_OF, [keys]):
            self._told[row["article"]].append(event_of(row))

    def codings(self, articles: Iterable[Article], on_fault: object = None) -> Iterator[Coding]:  # noqa: ARG002
        """What comes of each report."""
        for article in articles:
            _, events = self._told.popitem()
            named = (replace(event, id=f"{article.key[:8]}{event.id[:8]}") for event in events)
            yield Coding(article, tuple(named), ())


def times(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of each act, the median of some rounds."""
    ledger = Ledger(folder)
    acts = {"open": lambda: Store(folder).snapshot().version, **_questions(ledger)}
    found = {name: _time(act, rounds) for name, act in acts.items()}
    coder: ReportCoder = Precoded(ledger.snapshot(), 3 * rounds)

    def add() -> None:
        ledger.add([Article(str(time.time_ns()), "Something more.", "2023-12-31")], coder)

    return found | {"add": _time(add, 3 * rounds)}


def _questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    snapshot = ledger.snapshot()
    busy, rare = (snapshot.value(_PAIR, {"happenings": number}) for number in (_BUSY, _RARE))
    person = snapshot.value(_PERSON)
    show = partial(ledger.show, *busy.split("-"))
    return {
        "show": show,
        "show_rare": partial(ledger.show, *rare.split("-")),
        "show_as_of": partial(show, _KNOWN_ON),
        "series": lambda: snapshot.rows(_SERIES, {"pair": busy}),
        "relations": lambda: list(ledger.relations(dyad=busy)),
        "person": lambda: list(ledger.contacts(person=person, order="newest", limit=50)),
        "summary": ledger.summary,
    }


def _time(act: Callable[[], object], rounds: int) -> float:
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return round(1000 * median(found), 1)


def main(arguments: list[str] | None = None) -> int:
    """Measures a ledger, which is made where it is not there yet; returns the exit code."""
    options = _options(arguments)
    if options.fresh:
        shutil.rmtree(options.folder, ignore_errors=True)
    if not options.folder.exists():
        make_ledger(options.folder, options.events)
    size = SIZES.get(options.events, "")
    found = times(options.folder, options.rounds)
    figures = {f"{size}_{name}": value for name, value in found.items()} if size else found
    print(printed(figures) or json.dumps(found, indent=2))
    if options.check:
        return told(Bounds.read(FILE).of(f"{size}_").too_high(figures))
    if size:
        write_figures(figures, _PAGE)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure how fast a large ledger is")
    parser.add_argument("--folder", type=Path, required=True, help="where the ledger is")
    parser.add_argument("--events", type=int, default=1_000_000, help="how large it is made")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each act")
    parser.add_argument("--fresh", action="store_true", help="make it anew")
    parser.add_argument("--check", action="store_true", help="fail above a ceiling")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
