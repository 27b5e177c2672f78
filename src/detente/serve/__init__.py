"""The page and the API: a ledger for whoever has a browser, or a program that asks over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import MissingExtraError
from detente.serve.access import Access, Right, Visitor

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Access", "Right", "Visitor", "app", "run"]
_OWN = "detente"
_FEATURE, _EXTRA = "the page", "serve"


def app(ledger: str | Path, access: Access | None = None) -> Starlette:
    """The page and the API of a ledger as an ASGI application.

    Args:
        ledger: folder of the ledger; where it does not exist yet, the pages say how to make it.
        access: who may read and correct; None for whoever reaches this machine's own address.

    Raises:
        MissingExtraError: the libraries of the page are not installed.
        LedgerError: no ledger can be at such a path.
    """
    try:
        from detente.serve.application import application  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as fault:
        raise _told(fault) from fault
    return application(Path(ledger), access or Access())


def run(ledger: str | Path, access: Access, port: int, on_open: Callable[[], None]) -> None:
    """Serve the page of a ledger until the process is told to end.

    Args:
        ledger: folder of the ledger.
        access: who may read and correct, and the address to listen at.
        port: the port.
        on_open: called once it can be reached.

    Raises:
        MissingExtraError: the libraries of the page are not installed.
        SettingsError: the address cannot be listened at.
    """
    found = app(ledger, access)
    from detente.serve.server import serve  # noqa: PLC0415 - an extra

    serve(found, access.host, port, on_open)


def _told(fault: ModuleNotFoundError) -> Exception:
    is_own = (fault.name or "").split(".")[0] == _OWN
    return fault if is_own else MissingExtraError(_FEATURE, _EXTRA)
