"""The ledger for assistants: its questions as tools of the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

from detente.errors import MissingExtraError

__all__ = ["run"]
_OWN = "detente"


def run(ledger: str | Path) -> None:
    """Answer over standard input and output until the caller closes it.

    Args:
        ledger: folder of the ledger.

    Raises:
        MissingExtraError: the ``mcp`` package is not installed.
        LedgerError: no ledger can be at such a path.
    """
    try:
        from detente.mcp.server import server_of  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as fault:
        if (fault.name or "").split(".")[0] == _OWN:
            raise
        raise MissingExtraError("the assistant's server", "mcp") from fault
    server_of(Path(ledger)).run("stdio")
