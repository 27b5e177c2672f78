"""What cannot be answered, as problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.errors import DetenteError, LedgerError, PartyError, QuestionError
from detente.serve.api.source import source_of

PROBLEM = "application/problem+json"
_USUAL = {
    404: "There is nothing under this address; /api/v1/openapi.json has all there is.",
    405: "The address cannot be asked so.",
}
_USUAL_FAULTS = {"extra_forbidden": "there is no such parameter here"}
_ASIDE = frozenset(("body", "query", "path"))


def problem(
    status: int, told: str, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """An answer that says what is wrong and what to do.

    Args:
        status: HTTP status.
        told: what is wrong, in a sentence.
        headers: further headers.
        more: further fields.
    """
    title = HTTPStatus(status).phrase
    content = {"type": "about:blank", "title": title, "status": status, "detail": told, **more}
    return JSONResponse(content, status, headers, PROBLEM)


def _http(_: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    detail = str(fault.detail) if isinstance(fault, HTTPException) else ""
    usual = detail == HTTPStatus(status).phrase
    headers = fault.headers if isinstance(fault, HTTPException) else None
    return problem(status, _USUAL.get(status, detail) if usual else detail, headers)


def _invalid(_: Request, fault: Exception) -> Response:
    found = fault.errors() if isinstance(fault, RequestValidationError) else ()
    faults = [
        {"where": ".".join(map(str, _place(item["loc"]))) or "body", "told": _told(item)}
        for item in found
    ]
    told = "; ".join(f"{item['where']}: {item['told']}" for item in faults)
    return problem(422, told, errors=faults)


def _told(item: Mapping[str, Any]) -> str:
    return _USUAL_FAULTS.get(item["type"]) or str(item["msg"])


def _place(place: tuple[Any, ...]) -> tuple[Any, ...]:
    return place[1:] if place and place[0] in _ASIDE else place


def _unfit(_: Request, fault: Exception) -> Response:
    return problem(400, f"{fault}.")


def _unknown(_: Request, fault: Exception) -> Response:
    return problem(404, f"{fault}.")


def _unreadable(request: Request, fault: Exception) -> Response:
    if not source_of(request).has_ledger:
        return problem(404, "There is no ledger yet; make one with detente add.")
    return problem(404 if "version" in str(fault) else 503, f"{fault}.")


def _broken(_: Request, __: Exception) -> Response:
    return problem(500, "This is a fault of detente; the log of the server has it.")


HANDLERS: Mapping[Any, Any] = {
    HTTPException: _http,
    RequestValidationError: _invalid,
    PartyError: _unknown,
    QuestionError: _unfit,
    LedgerError: _unreadable,
    DetenteError: _unfit,
    Exception: _broken,
}
