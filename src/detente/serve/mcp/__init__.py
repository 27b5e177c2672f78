"""A ledger for programs that speak the Model Context Protocol: questions, each with its evidence."""

from __future__ import annotations

from pathlib import Path

from detente.errors import MissingExtraError
from detente.ledger import Ledger

__all__ = ["run"]
_FEATURE, _EXTRA = "the server for the Model Context Protocol", "mcp"
_OWN = "detente"


def run(folder: str | Path) -> None:
    """Answer questions on standard input and output until whoever asks is gone.

    Args:
        folder: the ledger; while there is none, every answer says how to make it.

    Raises:
        MissingExtraError: the library of the protocol is not installed.
        LedgerError: no ledger can be at such a path.
    """
    try:
        from detente.serve.mcp.server import serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as fault:
        if (fault.name or "").split(".")[0] == _OWN:
            raise
        raise MissingExtraError(_FEATURE, _EXTRA) from fault
    serve(Ledger(folder))
