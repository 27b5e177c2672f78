"""``detente export``: a version of a ledger as a data set, or as reference files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.exchange_output import write_exchange
from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.list_output import refuse_inside
from detente.cli.output import record_format
from detente.cli.problems import say
from detente.cli.teaching import described, examples
from detente.export import record_formats
from detente.export.wording import counted

if TYPE_CHECKING:
    from detente import Ledger

EXPORT_EPILOG = examples(
    ("a version that others can cite and check", "detente export --version 41 -o dataset/"),
    (
        "with a title and an author",
        "detente export -o dataset/ --title 'Paris and Moscow' --author 'A. Analyst'",
    ),
    ("for whatever reads GDELT 2.0", "detente export --format gdelt -o detente.export.CSV"),
    ("for a map", "detente export --format geojson -o events.geojson"),
    ("what analysts reviewed, as a reference", "detente export --gold -o gold/"),
    ("a coding against it", "detente evaluate gold/events events.jsonl"),
    note="The same version gives the same bytes. The text of the reports is left out, for it is"
    " seldom yours to give away; --full-text puts it in.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("export", help=described(_export), epilog=EXPORT_EPILOG)(_export)


def _export(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write: a folder that does not exist or is empty; with --format a file,"
            " or standard output where none is named.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=record_format,
            help=f"The events alone, in one file: {', '.join(record_formats())}.",
            show_default=False,
        ),
    ] = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="Reference files of the reports that were reviewed.")
    ] = False,
    partly: Annotated[
        bool,
        typer.Option("--partly", help="With --gold: also reports with events nobody reviewed."),
    ] = False,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Put the text of the reports in as well.")
    ] = False,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="Title of the data set.", show_default=False),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option("--author", metavar="NAME", help="Who publishes it.", show_default=False),
    ] = None,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
) -> None:
    """Write a version of a ledger as a data set that can be published, cited and checked.

    Every table comes as Parquet and as CSV, with the codebook, a dictionary of the columns, counts,
    the coder and the lexicon, how to cite it, and checksums. Corrections are applied and marked.
    With --format the events alone are written in one file, in a format of others; what it cannot
    hold is counted on standard error, and a dictionary of its columns is put beside it.
    """
    if partly and not gold:
        raise typer.BadParameter("belongs to --gold", param_hint="--partly")
    if form is not None and (gold or full_text or title or author):
        raise typer.BadParameter("writes the events alone", param_hint="--format")
    refuse_inside(output, ledger)
    found = opened_ledger(ledger, version, at)
    if form is not None:
        write_exchange(found, form, output)
        return
    if output is None:
        raise typer.BadParameter("name a folder: -o DIR", param_hint="--output")
    if gold:
        _gold(found, output, partly=partly)
        return
    made = found.export(output, title=title, author=author, full_text=full_text)
    say(f"version {made.version}, {counted(made.rows, 'row')} -> {output}")
    say(f"SHA-256 of the data: {made.digest}")


def _gold(ledger: Ledger, output: Path, *, partly: bool) -> None:
    made = ledger.export_gold(output, partly=partly)
    for item in made.left_out:
        say(f"{item.article}: left out, {item.reason}")
    numbers = f"{counted(len(made.articles), 'report')}, {counted(made.events, 'event')}"
    say(f"{numbers} -> {output / 'events'}")
