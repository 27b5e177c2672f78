"""How answers of a ledger are written: as a table, JSON lines, CSV or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from detente.cli.output import opened_output

if TYPE_CHECKING:
    from detente.ledger import Answer

_PANEL = "How it is written"


class ListFormat(StrEnum):
    """How answers are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


_BY_SUFFIX = {".csv": ListFormat.CSV, ".parquet": ListFormat.PARQUET}

AskedFormat = Annotated[
    ListFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How it is written (default: table on a terminal, else jsonl).",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file; .csv gives CSV, .parquet Parquet.",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]


def chosen_list_format(asked: ListFormat | None, file: Path | None) -> ListFormat:
    """The format to write: the one asked for, else what suits the place.

    Args:
        asked: the format the user named, or None.
        file: the file to write, or None for standard output.

    Raises:
        BadParameter: Parquet is asked for and no file named.
    """
    if asked is ListFormat.PARQUET and file is None:
        raise typer.BadParameter("Parquet needs a file: -o FILE", param_hint="--format")
    if asked is not None:
        return asked
    if file is not None:
        return _BY_SUFFIX.get(file.suffix.lower(), ListFormat.JSONL)
    return ListFormat.TABLE if sys.stdout.isatty() else ListFormat.JSONL


def write_answer(
    answer: Answer,
    form: ListFormat,
    file: Path | None,
    table: Callable[[TextIO], None],
) -> None:
    """Write an answer.

    Args:
        answer: the answer.
        form: the format.
        file: the file to write, or None for standard output.
        table: writes it as a table for people.
    """
    with opened_output(file) as stream:
        if form is ListFormat.TABLE:
            table(stream)
        elif form is ListFormat.JSONL:
            answer.write_jsonl(stream)
        elif form is ListFormat.CSV:
            answer.write_csv(stream)
        stream.flush()
    if form is ListFormat.PARQUET and file is not None:
        answer.write_parquet(file)


def refuse_inside(file: Path | None, ledger: Path) -> None:
    """Refuse to write among the files of the ledger.

    Raises:
        BadParameter: the file lies in the ledger's folder.
    """
    if file is not None and ledger.resolve() in file.resolve().parents:
        message = f"{file} lies in the ledger; write it elsewhere"
        raise typer.BadParameter(message, param_hint="--output")
