"""``detente ledger``, ``history`` and ``rejects``: what a ledger holds and how it came to be."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from detente.cli.ledger_figures import history_table, summary_lines
from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.output import standard_output
from detente.cli.problems import escaped
from detente.cli.teaching import described, examples
from detente.export import Paper

AsJson = Annotated[bool, typer.Option("--json", help="Write it as JSON.")]

_LEDGER_EPILOG = examples(
    ("the ledger in ./ledger", "detente ledger"),
    ("as it was at the end of a day", "detente ledger --at 2023-11-12"),
    ("for a script", "detente ledger --ledger archive/ledger --json"),
)
_HISTORY_EPILOG = examples(
    ("every version, the latest last", "detente history"),
    ("for a script", "detente history --json"),
    note="Any version can be read with --version N on the commands that read a ledger.",
)
_REJECTS_EPILOG = examples(
    ("what could not be read, and what to do about it", "detente rejects"),
    ("for a script, one JSON record a line", "detente rejects --json"),
)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("ledger", help=described(_ledger), epilog=_LEDGER_EPILOG)(_ledger)
    app.command("history", help=described(_history), epilog=_HISTORY_EPILOG)(_history)
    app.command("rejects", help=described(_rejects), epilog=_REJECTS_EPILOG)(_rejects)


def _ledger(
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
    as_json: AsJson = False,
) -> None:
    """Show what a ledger holds: counts, days, sources, versions and size."""
    summary = opened_ledger(ledger, version, at).summary()
    if as_json:
        _write_json(summary.to_dict())
        return
    paper = Paper(standard_output())
    paper.print(*summary_lines(summary))


def _history(
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
    as_json: AsJson = False,
) -> None:
    """Show every version of a ledger: when it was made, by what, and what it added."""
    from detente.ledger.records import run_record  # noqa: PLC0415 - it loads the database

    runs = opened_ledger(ledger, version, at).history()
    if as_json:
        _write_json([run_record(run) for run in runs])
        return
    Paper(standard_output()).print(history_table(runs), wrap=False)


def _rejects(
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
    as_json: AsJson = False,
) -> None:
    """List the files and records that could not be read, with what is wrong and what to do."""
    from detente.ledger.records import reject_record  # noqa: PLC0415 - it loads the database

    stream = standard_output()
    for reject in opened_ledger(ledger, version, at).rejects():
        line = json.dumps(reject_record(reject), ensure_ascii=False) if as_json else str(reject)
        stream.write(f"{line if as_json else escaped(line)}\n")


def _write_json(value: object) -> None:
    standard_output().write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
