"""The options by which commands find a ledger, and a version of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import detente
from detente.errors import QuestionError
from detente.ledger.filters import moment_of

if TYPE_CHECKING:
    from detente import Ledger

DEFAULT_FOLDER = Path("ledger")
_PANEL = "Which ledger"

LedgerFolder = Annotated[
    Path,
    typer.Option(
        "--ledger",
        metavar="DIR",
        envvar="DETENTE_LEDGER",
        help="Folder of the ledger.",
        rich_help_panel=_PANEL,
    ),
]
LedgerVersion = Annotated[
    int | None,
    typer.Option(
        "--version",
        metavar="N",
        min=1,
        help="As the ledger was in this version.",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]


def _moment(text: str) -> datetime:
    try:
        return moment_of(text)
    except QuestionError as fault:
        raise typer.BadParameter(str(fault)) from fault


LedgerTime = Annotated[
    datetime | None,
    typer.Option(
        "--at",
        metavar="TIME",
        parser=_moment,
        help="As the ledger was then: a day or a moment, UTC where it names no zone.",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]


def opened_ledger(
    folder: Path, version: int | None = None, moment: datetime | None = None
) -> Ledger:
    """The ledger that a command reads.

    Args:
        folder: where it is.
        version: the version asked for, or None.
        moment: the time asked for, or None.

    Raises:
        BadParameter: both a version and a time are given.
        LedgerError: there is no ledger, or no such version.
    """
    if version is not None and moment is not None:
        raise typer.BadParameter("name a version or a time, not both", param_hint="--at")
    return detente.Ledger(folder).at(version=version, time=moment)
