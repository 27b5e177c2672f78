"""``detente evaluate``: a coding against a reference."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from detente.cli.figures import comparison_lines, figure_lines
from detente.cli.output import standard_output
from detente.cli.teaching import described, examples
from detente.evaluate import evaluation
from detente.export import Paper

_EPILOG = examples(
    (
        "precision, recall and F1, overall and by category",
        "detente evaluate reference/ events.jsonl",
    ),
    (
        "every hit, miss and spurious event of some articles",
        "detente evaluate reference/ events.jsonl --only g7 --show",
    ),
    ("in one go", "detente code articles.jsonl | detente evaluate reference/ -"),
    ("for a script", "detente evaluate reference/ events.jsonl --json"),
    note="Two events match when they have the same category and share an actor and a recipient."
    " The reference is a folder of <article id>.json files.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("evaluate", help=described(_evaluate), epilog=_EPILOG)(_evaluate)


def _evaluate(
    reference: Annotated[
        str,
        typer.Argument(metavar="REFERENCE", help="Folder with the reference.", show_default=False),
    ],
    coded: Annotated[
        str,
        typer.Argument(
            metavar="CODED",
            help="Coded events as JSON lines; - for standard input.",
            show_default=False,
        ),
    ],
    *,
    only: Annotated[
        str, typer.Option("--only", metavar="PREFIX", help="Only articles whose id begins so.")
    ] = "",
    show: Annotated[
        bool, typer.Option("--show", help="List every hit, miss and spurious event.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
) -> None:
    """Compare coded events with a reference coding.

    Shown are precision, recall and F1 at three levels (full: category, actor and recipient;
    actor: category and actor; type: category), the same by category, and on the matched events how
    often status, date, attribution, mode and sector are right.
    """
    found = evaluation(reference, coded, only=only)
    stream = standard_output()
    if as_json:
        stream.write(json.dumps(found.to_dict(comparisons=show), ensure_ascii=False, indent=2))
        stream.write("\n")
        return
    out = Paper(stream)
    if show:
        for comparison in found.full.comparisons:
            out.print(*comparison_lines(comparison), wrap=False)
    out.print(*figure_lines(found))
