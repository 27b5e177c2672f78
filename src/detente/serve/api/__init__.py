"""The API under ``/api/v1``: the questions of a ledger over HTTP, for reading only."""

from __future__ import annotations

from fastapi import FastAPI

from detente.ledger import Ledger
from detente.serve.access import Access
from detente.version import VERSION


def api_app(ledger: Ledger, access: Access) -> FastAPI:  # noqa: ARG001 - no question needs it yet
    """The API of a ledger.

    Args:
        ledger: the ledger, asked by many threads at once.
        access: who may read; what is mounted above has let nobody else through.
    """
    api = FastAPI(title="detente", version=VERSION, docs_url=None, redoc_url=None)

    @api.get("/version")
    def version() -> dict[str, int]:
        """The version of the ledger that is read; 0 where there is none yet."""
        return {"version": ledger.version}

    return api
