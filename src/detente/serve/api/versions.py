"""What a ledger holds, how it came to be, what could not be read, and who occurs in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from detente.ledger import Ledger
from detente.ledger.plain import plain
from detente.ledger.records import reject_record, run_record
from detente.serve.api.answers import KNOWN, answered
from detente.serve.api.parameters import Moment, Version


def router() -> APIRouter:
    """The routes of a ledger as a whole."""
    made = APIRouter(tags=["ledger"])
    for name, (summary, make) in _ASKED.items():
        made.add_api_route(
            f"/{name}",
            _route(make),
            operation_id=name,
            summary=summary,
            response_class=Response,
            responses=KNOWN,
        )
    return made


def _route(make: Callable[[Ledger], object]) -> Callable[..., Response]:
    def asked(
        request: Request,
        version: Annotated[Version, Query()] = None,
        at: Annotated[Moment, Query()] = None,
    ) -> Response:
        return answered(request, version, at, make)

    return asked


def _summary(ledger: Ledger) -> object:
    found = ledger.summary().to_dict()
    del found["path"]  # whoever asks over a network has no business with folders
    return found


def _versions(ledger: Ledger) -> object:
    return {"items": [run_record(run) for run in ledger.history()]}


def _rejects(ledger: Ledger) -> object:
    return {"items": [reject_record(reject) for reject in ledger.rejects()]}


def _parties(ledger: Ledger) -> object:
    found = ledger.parties()
    items = [
        {"code": item.code, "happenings": item.happenings, "last": plain(item.last)}
        for item in found
    ]
    return {"items": items}


_ASKED: dict[str, tuple[str, Callable[[Ledger], object]]] = {
    "summary": ("The ledger in some figures", _summary),
    "versions": ("Every version: when it was made, by what, what it added", _versions),
    "rejects": ("What could not be read, and why", _rejects),
    "parties": ("Who occurs, those most often first", _parties),
}
