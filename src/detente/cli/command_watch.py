"""``detente watch``: what is new on the web, into a ledger."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

import detente
from detente.cli.coding_options import DEFAULT_MODEL, ModelName, OwnActors
from detente.cli.exits import ExitCode
from detente.cli.ledger_options import DEFAULT_FOLDER, LedgerFolder
from detente.cli.noted import Noted
from detente.cli.problems import say
from detente.cli.teaching import described, examples
from detente.export.wording import counted
from detente.records import Article, Reject
from detente.settings import Settings

if TYPE_CHECKING:
    from detente.watch import Outcome

_EPILOG = examples(
    ("follow the feeds of a list until you press Ctrl-C", "detente watch sources.toml"),
    ("look once and end, as a line of a crontab", "detente watch sources.toml --once --quiet"),
    ("into a ledger elsewhere", "detente watch sources.toml --ledger archive/ledger"),
    note="What was seen is remembered beside the ledger, in LEDGER.watch.json, so that it can be"
    " stopped at any moment and started again. docs/watch.md shows a list of sources.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("watch", help=described(_watch), epilog=_EPILOG)(_watch)


def _watch(
    sources: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCES", help="List of feeds and site maps (TOML).", show_default=False
        ),
    ],
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    once: Annotated[
        bool, typer.Option("--once", help="Look at every source once, read what is new, and end.")
    ] = False,
    model: ModelName = DEFAULT_MODEL,
    actors: OwnActors = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say only what cannot be had or read.")
    ] = False,
) -> None:
    """Follow feeds and site maps, and keep each new report in a ledger.

    Hosts are asked at a pace, by a name that says who asks, and for nothing that their robots.txt
    forbids. A report that another address had before is not taken for a second one. Ctrl-C ends it
    after the report at hand; a second one at once.
    """
    from detente.watch import Watch, read_sources  # noqa: PLC0415 - an extra

    wanted = read_sources(sources)
    keeping = _Keeping(ledger, Settings(model=model, actors=actors), quiet=quiet)
    with _stopped_by_signals() as stop:
        watch = Watch(wanted, memory_of(ledger), stop)
        for outcome in watch.run(once=once):
            keeping.take(outcome)
    keeping.close()
    if keeping.problems.count and once:
        raise typer.Exit(ExitCode.SKIPPED)


def memory_of(ledger: Path) -> Path:
    """Where a watch into a ledger keeps what it remembers."""
    path = ledger.resolve()
    return path.with_name(f"{path.name}.watch.json")


class _Keeping:
    """Keeps reports in a ledger, each in a commit of its own, and says what comes."""

    def __init__(self, ledger: Path, settings: Settings, *, quiet: bool) -> None:
        self._ledger = detente.Ledger(ledger, settings)
        self._settings = settings
        self._coder: detente.Coder | None = None
        self._console = Console(stderr=True)
        self._quiet = quiet
        self._reports = self._events = self._copies = 0
        self.problems = Noted(self._console)

    def take(self, outcome: Outcome) -> None:
        """Keep and say one outcome."""
        from detente.watch import Copy, Polled  # noqa: PLC0415 - an extra

        if isinstance(outcome, Article):
            self._keep(outcome)
        elif isinstance(outcome, Reject):
            self.problems.report(outcome)
            self._ledger.record_rejects([outcome])
        elif isinstance(outcome, Copy):
            self._copies += 1
            self._say(f"{outcome.address}: the same text as {outcome.original}")
        elif isinstance(outcome, Polled):
            if outcome.problem:
                say(f"{outcome.source}: {outcome.problem}", self._console)
            else:
                self._say(f"{outcome.source}: {outcome.found} listed, {outcome.new} new")
        else:
            self._say(f"{outcome.address}: {outcome.problem}; will be tried again")

    def close(self) -> None:
        """Say what came of it all."""
        copies = f", {self._copies:,} known from elsewhere" if self._copies else ""
        skipped = f", {self.problems.count:,} skipped" if self.problems.count else ""
        counts = f"{counted(self._reports, 'report')}, {counted(self._events, 'event')}"
        if not self._quiet:
            say(f"{counts}{copies}{skipped} -> {self._ledger.path}", self._console)

    def _keep(self, article: Article) -> None:
        if self._coder is None:  # loaded with the first report, and kept for all
            self._coder = detente.Coder(self._settings)
        added = self._ledger.add([article], self._coder, on_fault=self.problems.report)
        self._reports += added.articles
        self._events += added.events
        self._say(f"{article.url}: {counted(added.events, 'event')}")

    def _say(self, line: str) -> None:
        if not self._quiet:
            say(f"{datetime.now().astimezone():%Y-%m-%d %H:%M} {line}", self._console)


@contextmanager
def _stopped_by_signals() -> Iterator[threading.Event]:
    """An event that Ctrl-C and the end of a service set; the second time they end the program."""
    stop = threading.Event()
    before: dict[signal.Signals, Any] = {}

    def end(*_: object) -> None:
        stop.set()
        for name, handler in before.items():
            signal.signal(name, handler)

    for name in (signal.SIGINT, signal.SIGTERM):
        before[name] = signal.signal(name, end)
    try:
        yield stop
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
