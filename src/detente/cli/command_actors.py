"""``detente actors``: what the registry knows."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from detente.cli.exits import ExitCode
from detente.cli.known import known_lines
from detente.cli.output import standard_output
from detente.cli.problems import say
from detente.cli.teaching import described, examples
from detente.export import Paper
from detente.lexicon import default_registry

_EPILOG = examples(
    ("a family name, on a day", "detente actors lookup Lavrov --on 2022-02-24"),
    ("a seat of power", "detente actors lookup 'Downing Street'"),
    ("an organisation", "detente actors lookup NATO"),
)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    actors = typer.Typer(
        no_args_is_help=True, help="States, bodies, groups and people that are known by name."
    )
    actors.command("lookup", help=described(_lookup), epilog=_EPILOG)(_lookup)
    app.add_typer(actors, name="actors", epilog=_EPILOG)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        message = f"{text!r} is no day; write it as 2023-11-12"
        raise typer.BadParameter(message) from fault


def _lookup(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME", help="Name, alias, adjective or family name.", show_default=False
        ),
    ],
    *,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="DATE",
            parser=_day,
            help="The day whose office counts (default: the latest known).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show whom a name can stand for: code, sector and, for a person, the office held on a day.

    Where a name stands for several, a text decides between them by its own words.
    """
    wanted = " ".join(name)
    found = default_registry().lookup(wanted, on)
    if not found:
        say(f"{wanted}: not in the registry; try the full name, or the family name alone")
        raise typer.Exit(ExitCode.SKIPPED)
    Paper(standard_output()).print(*known_lines(found, on))
