"""``detente sql``: the user's own questions."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer
from rich.table import Column, Table
from rich.text import Text

from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.list_output import (
    AskedFormat,
    ListFormat,
    OutputFile,
    chosen_list_format,
    refuse_inside,
    write_answer,
)
from detente.cli.problems import say
from detente.cli.teaching import described, examples
from detente.export import Paper
from detente.export.palette import QUIET_STYLE
from detente.export.wording import flat
from detente.ledger.plain import plain

if TYPE_CHECKING:
    from detente.ledger import Answer

_STANDARD_INPUT = "-"
_ON_SCREEN = 1_000
_EPILOG = examples(
    (
        "how many events of each category",
        "detente sql 'SELECT category, count(*) FROM events GROUP BY ALL'",
    ),
    ("a query from a file, for a spreadsheet", "detente sql --file query.sql -o answer.csv"),
    ("from a pipe", "echo 'SELECT count(*) FROM contacts' | detente sql -"),
    ("the columns of a view", "detente sql 'DESCRIBE happenings'"),
    note="The views are articles, events (as corrected), coded_events (as coded), happenings,"
    " contacts, claims, relations, corrections, rejects and runs; docs/sql.md has their columns.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("sql", help=described(_sql), epilog=_EPILOG)(_sql)


def _sql(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY", help="One SELECT; - for standard input.", show_default=False
        ),
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Read the query from it.", show_default=False),
    ] = None,
    form: AskedFormat = None,
    output: OutputFile = None,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
) -> None:
    """Ask a ledger in SQL, for reading only.

    The dialect is DuckDB's. A query can read the views of the ledger and nothing else: no file,
    no network, no setting, and it changes nothing.
    """
    text = _query(query, file)
    chosen = chosen_list_format(form, output)
    refuse_inside(output, ledger)
    target = output.resolve() if output is not None and chosen is ListFormat.PARQUET else None
    answer = opened_ledger(ledger, version, at).sql(text, output=target)
    write_answer(answer, chosen, target or output, lambda stream: _show(answer, stream))


def _query(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise typer.BadParameter("give a query, - or --file FILE", param_hint="QUERY")
    if file is not None:
        try:
            return file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
            message = f"{file} cannot be read: {reason}"
            raise typer.BadParameter(message, param_hint="--file") from fault
    if query == _STANDARD_INPUT:
        if sys.stdin.isatty():
            say("reading the query you type; end it with Ctrl-D")
        return sys.stdin.read()
    return str(query)


def _show(answer: Answer, stream: TextIO) -> None:
    """A table of the first rows; text of plans comes as it is."""
    rows = list(islice(answer.result.tuples(), _ON_SCREEN + 1))
    names = answer.result.names
    paper = Paper(stream)
    if names == ("explain_key", "explain_value"):
        stream.writelines(f"{text}\n" for _, text in rows)
        return
    table = Table(*_columns(names, rows), box=None, padding=(0, 2, 0, 0), header_style="dim")
    for row in rows[:_ON_SCREEN]:
        table.add_row(*map(_cell, row))
    paper.print(table)
    if len(rows) > _ON_SCREEN:
        line = f"the first {_ON_SCREEN:,}; --format jsonl or csv gives all"
        paper.print(Text(), Text(line, QUIET_STYLE))


def _columns(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> list[Column]:
    first = rows[0] if rows else (None,) * len(names)
    return [
        Column(name, justify="right" if isinstance(value, int | float) else "left")
        for name, value in zip(names, first, strict=True)
    ]


def _cell(value: Any) -> Text:
    if value is None:
        return Text("–", QUIET_STYLE)
    found = plain(value)
    if isinstance(found, dict | list):
        return Text(flat(json.dumps(found, ensure_ascii=False)))
    if isinstance(found, float):
        return Text(f"{found:.10g}")
    return Text(flat(str(found)))
