"""``detente lint``: everything that is wrong in the data."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.exits import ExitCode
from detente.cli.output import standard_output
from detente.cli.problems import escaped, say
from detente.cli.teaching import described, examples
from detente.export.wording import counted
from detente.lexicon.lint import faults

_EPILOG = examples(
    ("the data that ships", "detente lint"),
    ("a copy that you have changed", "detente lint --data my-data/"),
    note="The exit code is 1 where anything is wrong. CONTRIBUTING.md says how to add an entry.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("lint", help=described(_lint), epilog=_EPILOG)(_lint)


def _lint(
    *,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="DIR",
            help="Folder laid out like the data that ships (default: that data itself).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check the tables of acts, operators, states, bodies, groups and people.

    Every fault is one line with file and line, entry and reason: fields that nothing reads, codes
    and sectors that there are not, words that no text can hold, names that two rows claim, offices
    held by two at once, and more.
    """
    folder = _folder(data)
    found = faults(folder)
    stream = standard_output()
    for fault in found:
        stream.write(f"{escaped(f'{folder}/{fault}')}\n")
    if found:
        say(f"{counted(len(found), 'fault')} in {folder}")
        raise typer.Exit(ExitCode.SKIPPED)
    say(f"no fault in {folder}")


def _folder(data: Path | None) -> Traversable:
    if data is None:
        return resources.files("detente.data")
    if not data.is_dir():
        message = f"{data} is no folder"
        raise typer.BadParameter(message, param_hint="--data")
    return data
