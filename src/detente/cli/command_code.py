"""``detente code``: reports in, events out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from detente.cli.coding_options import DEFAULT_CODER, DEFAULT_MODEL, CoderName, ModelName, OwnActors
from detente.cli.exits import ExitCode
from detente.cli.output import chosen_format, event_format, opened_output, refuse_own_input
from detente.cli.problems import Problems, say
from detente.cli.progress import Gauge, watched
from detente.cli.read_options import takes_read_options
from detente.cli.run import codings, taken_in
from detente.cli.teaching import described, examples
from detente.export import formats, writer_for
from detente.read import ReadOptions, count_estimate
from detente.settings import Settings

_EPILOG = examples(
    ("a folder, with all below it, as a table", "detente code reports/"),
    ("one report that carries no date", "detente code seed.txt --published 2023-11-12"),
    (
        "an export, as JSON lines; an event comes out as soon as it is coded",
        "detente code export.csv --text-column Fulltext --day-first > events.jsonl",
    ),
    ("for a spreadsheet", "detente code 'archive/2023-*.jsonl.gz' -o events.csv"),
    ("from a pipe: JSON lines, or one plain text", "zcat dump.jsonl.gz | detente code -"),
    note="What cannot be read is named on standard error, the rest is coded, and the exit code"
    " is 1. Formats: .txt .md .html .json .jsonl .csv .tsv, each also .gz",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("code", help=described(_code), epilog=_EPILOG)(takes_read_options(_code))


def _code(
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
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            parser=event_format,
            help=f"How events are written: {', '.join(formats())} (default: table on a terminal,"
            " else jsonl).",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file; .csv gives CSV, .parquet Parquet, .geojson GeoJSON.",
            show_default=False,
        ),
    ] = None,
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
    """Code reports into events: who did what to whom, when, whether, and who says so.

    Each event keeps its sentence and the characters it rests on, whether it took place (actual,
    future, hypothetical, negated), and who asserts it. On a terminal a table is shown; into a
    pipe or file goes one JSON record an event.
    """
    refuse_own_input(output, paths)
    console = Console(stderr=True)
    problems = Problems(console)
    shown_bar = watched(console) and not quiet
    total = count_estimate(paths) if shown_bar else None
    with opened_output(output) as stream, Gauge(console, total, shown=shown_bar) as gauge:
        writer = writer_for(chosen_format(form, output), stream)
        reports = taken_in(paths, reading, problems, strict=strict, on_bytes=gauge.read)
        for coding in codings(reports, Settings(model=model, coder=coder, actors=actors), problems):
            with gauge.aside(stream):
                writer.report(coding.article, coding.events)
            gauge.coded(len(coding.events))
        with gauge.aside(stream):
            writer.finish(skipped=problems.count)
        to_terminal = stream.isatty()
    if shown_bar and not to_terminal:
        say(gauge.summary(problems.count, output), console)
    if problems.count:
        raise typer.Exit(ExitCode.SKIPPED)
