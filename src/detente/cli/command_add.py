"""``detente add``: reports into a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

import detente
from detente.cli.coding_options import DEFAULT_CODER, DEFAULT_MODEL, CoderName, ModelName, OwnActors
from detente.cli.exits import ExitCode
from detente.cli.ledger_options import DEFAULT_FOLDER, LedgerFolder
from detente.cli.noted import Noted
from detente.cli.problems import say
from detente.cli.progress import Gauge, watched
from detente.cli.read_options import takes_read_options
from detente.cli.run import taken_in
from detente.cli.teaching import described, examples
from detente.export.wording import counted
from detente.read import ReadOptions, count_estimate
from detente.settings import Settings

if TYPE_CHECKING:
    from detente import Ledger
    from detente.ledger import Added

_EPILOG = examples(
    ("a folder of reports, into ./ledger", "detente add reports/"),
    ("an export, into a ledger elsewhere", "detente add export.csv --ledger archive/ledger"),
    ("what is new since yesterday: what is known already stays as it is", "detente add reports/"),
    ("code again what an older coder or lexicon coded", "detente add reports/ --recode"),
    note="It can be stopped at any moment and started again: what was kept stays, the rest is"
    " taken up. What cannot be read is named on standard error and kept in the ledger: detente"
    " rejects. The exit code is then 1.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("add", help=described(_add), epilog=_EPILOG)(takes_read_options(_add))


def _add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders (with all below them), globs, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    reading: ReadOptions,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    recode: Annotated[
        bool,
        typer.Option(
            "--recode",
            help="Code again, and replace, what another coder, lexicon or model coded.",
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first file or record that is wrong.")
    ] = False,
    coder: CoderName = DEFAULT_CODER,
    model: ModelName = DEFAULT_MODEL,
    actors: OwnActors = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar and no closing line.")
    ] = False,
) -> None:
    """Code reports and keep them in a ledger, folded with what it holds already.

    A report that the ledger knows, with all its words the same, is left as it is. Reports of one
    happening become one entry that names them all.
    """
    console = Console(stderr=True)
    problems = Noted(console)
    shown = watched(console) and not quiet
    total = count_estimate(paths) if shown else None
    found = detente.Ledger(ledger, Settings(model=model, coder=coder, actors=actors))
    with Gauge(console, total, shown=shown) as gauge:
        reports = taken_in(paths, reading, problems, strict=strict, on_bytes=gauge.read)
        added = found.add(
            reports,
            recode=recode,
            on_coded=lambda _, events: gauge.coded(len(events)),
            on_fault=problems.report,
        )
        found.record_rejects(problems.rejects)
    if not quiet:
        say(_closing(added, problems.count, found), console)
    if problems.count:
        raise typer.Exit(ExitCode.SKIPPED)


def _closing(added: Added, skipped: int, ledger: Ledger) -> str:
    """The run in one line."""
    parts = [f"{counted(added.articles, 'report')} added"]
    if added.recoded:
        parts.append(f"{added.recoded:,} coded again")
    if added.known:
        parts.append(f"{added.known:,} known already")
    parts.append(counted(added.events, "event"))
    if skipped:
        parts.append(f"{skipped:,} skipped")
    version = f", version {ledger.version}" if ledger.version else ""
    return f"{', '.join(parts)} -> {ledger.path}{version}"
