"""``detente mcp``: the ledger for an assistant."""

from __future__ import annotations

import typer

import detente.mcp
from detente.cli.ledger_options import DEFAULT_FOLDER, LedgerFolder
from detente.cli.teaching import described, examples

_EPILOG = examples(
    ("the ledger in ./ledger, for an assistant that starts it", "detente mcp"),
    ("another ledger", "detente mcp --ledger archive/ledger"),
    note="It speaks over standard input and output, so that it reaches no network and no network"
    " reaches it: docs/mcp.md has what to write into an assistant's settings.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("mcp", help=described(_mcp), epilog=_EPILOG)(_mcp)


def _mcp(*, ledger: LedgerFolder = DEFAULT_FOLDER) -> None:
    """Let an assistant ask the ledger, over the Model Context Protocol.

    The questions are those of the other commands, for reading only, and every answer has the words
    it rests on.
    """
    detente.mcp.run(ledger)
