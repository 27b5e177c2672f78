"""``detente show``: the relation of two parties on one screen."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import typer

from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.output import standard_output
from detente.cli.teaching import described, examples
from detente.export import Paper

_EPILOG = examples(
    ("the relation of two states", "detente show FRA RUS"),
    ("by name, as it was known then", "detente show France Russia --as-of 2023-11-30"),
    ("for a program, with every report", "detente show FRA RUS --json"),
    ("as the ledger was in its third version", "detente show FRA RUS --version 3"),
    note="A level is silent where the two used to talk: on two days or more within two years.",
)
_SHOWN, _MOST = 5, 1000


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("show", help=described(_show), epilog=_EPILOG)(_show)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        message = f"{text!r} is no day; write it as 2023-11-12"
        raise typer.BadParameter(message) from fault


def _show(
    first: Annotated[
        str,
        typer.Argument(
            metavar="PARTY",
            help="Code, name or adjective: FRA, France, french.",
            show_default=False,
        ),
    ],
    second: Annotated[
        str, typer.Argument(metavar="PARTY", help="The other one.", show_default=False)
    ],
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            parser=_day,
            help="As it was known then: reports published by that day, days counted to it"
            " (default: everything, counted to today).",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            max=_MOST,
            help="Lines of a list (default: 5, in JSON 12).",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with every report.")] = False,
    version: LedgerVersion = None,
    at: LedgerTime = None,
) -> None:
    """Show the relation of two parties: who last spoke to whom, who is ready to talk, who refuses.

    Last contact and the last at each level; levels that have fallen silent; who has shown itself
    ready, on what condition, and who refuses since when; refusals, expulsions and sanctions; what
    each side claims about the other, with denials; cooperation and conflict by month against the
    pair's own last two years. Every line names the reports it rests on.
    """
    from detente.ledger.dyad import LISTED  # noqa: PLC0415 - its libraries load slowly

    stream = standard_output()
    found = opened_ledger(ledger, version, at)
    view = found.show(first, second, as_of, limit or LISTED)
    if as_json:
        stream.write(json.dumps(view.to_dict(), ensure_ascii=False, indent=2) + "\n")
        return
    from detente.cli.dyad_sections import Screen  # noqa: PLC0415 - its libraries load slowly
    from detente.cli.dyad_signs import signs_for  # noqa: PLC0415

    paper = Paper(stream)
    signs = signs_for(stream.encoding or "ascii")
    paper.print(*Screen(view, paper.width, signs, limit or _SHOWN).lines())
