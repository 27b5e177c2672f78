"""``detente mcp``: the ledger for programs that speak the Model Context Protocol."""

from __future__ import annotations

import typer

from detente.cli.ledger_options import DEFAULT_FOLDER, LedgerFolder
from detente.cli.teaching import described, examples

_EPILOG = examples(
    ("what a client starts", "detente mcp --ledger /home/ann/ledger"),
    note="It speaks the protocol on standard input and output, for the program that started it, and"
    " changes nothing. docs/mcp.md tells how clients are set up.",
)


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("mcp", help=described(_mcp), epilog=_EPILOG)(_mcp)


def _mcp(*, ledger: LedgerFolder = DEFAULT_FOLDER) -> None:
    """Answer a language model's questions, each answer with the words it rests on.

    A server for the Model Context Protocol: relations, happenings, contacts, claims and reports of
    the ledger as tools, for reading only. It needs the extra: pip install 'detente[mcp]'.
    """
    from detente.serve.mcp import run  # noqa: PLC0415 - it loads the database

    run(ledger)
