"""``detente explain``: why each event was coded as it was, and why other clauses gave none."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from detente.cli.coding_options import DEFAULT_CODER, DEFAULT_MODEL, CoderName, ModelName, OwnActors
from detente.cli.exits import ExitCode
from detente.cli.explanation import event_lines, report_lines, silence_lines
from detente.cli.output import standard_output
from detente.cli.problems import Problems
from detente.cli.read_options import takes_read_options
from detente.cli.run import codings, taken_in
from detente.cli.teaching import described, examples
from detente.export import Paper
from detente.read import ReadOptions
from detente.settings import Settings

_EPILOG = examples(
    ("everything about one report", "detente explain seed.txt --published 2023-11-12"),
    ("one event, by the beginning of its id", "detente explain reports/ --event 3ba2a596"),
    ("a sentence to try", "echo 'France may attack Iran.' | detente explain -"),
    note="Positions are characters of the text, from 0; the first is in, the last is not.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("explain", help=described(_explain), epilog=_EPILOG)(takes_read_options(_explain))


def _explain(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files, folders, globs, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    reading: ReadOptions,
    event: Annotated[
        str, typer.Option("--event", metavar="ID", help="Only the event whose id begins so.")
    ] = "",
    coder: CoderName = DEFAULT_CODER,
    model: ModelName = DEFAULT_MODEL,
    actors: OwnActors = None,
) -> None:
    """Show why each event was coded as it was, and why other clauses gave none.

    For every event: the sentence with the words that carry the act, the entries of the lexicon
    and the operators over them in their order, how each party and the date were resolved, and what
    its status and attribution rest on. Then every clause that looked like an act and gave no event.
    """
    problems = Problems(Console(stderr=True))
    out = Paper(standard_output())
    reports = taken_in(paths, reading, problems)
    for coding in codings(reports, Settings(model=model, coder=coder, actors=actors), problems):
        events = [item for item in coding.events if item.id.startswith(event)]
        if event and not events:
            continue
        out.print(*report_lines(coding))
        for item in events:
            out.print(*event_lines(coding.article, item))
        if not event:
            out.print(*silence_lines(coding.silences))
    if problems.count:
        raise typer.Exit(ExitCode.SKIPPED)
