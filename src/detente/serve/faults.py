"""What goes wrong while a page is made, as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.errors import DetenteError, LedgerError, PartyError, QuestionError
from detente.serve.pages.start import empty_page
from detente.serve.refusals import refusal
from detente.serve.site import site_of

_NOT_FOUND, _UNFIT, _BROKEN = 404, 400, 500
_USUAL = {
    _NOT_FOUND: "There is no such page.",
    405: "The page cannot be asked for like that.",
}


def _http(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else _BROKEN
    detail = fault.detail if isinstance(fault, HTTPException) else ""
    return refusal(request.scope, status, _USUAL.get(status, str(detail)))


def _unfit(request: Request, fault: Exception) -> Response:
    return refusal(request.scope, _UNFIT, f"{fault}.")


def _unknown(request: Request, fault: Exception) -> Response:
    return refusal(request.scope, _NOT_FOUND, f"{fault}.")


def _unreadable(request: Request, fault: Exception) -> Response:
    if not site_of(request).has_ledger:
        return empty_page(request, _NOT_FOUND)
    return refusal(request.scope, 503, f"{fault}.")


def _broken(request: Request, fault: Exception) -> Response:  # noqa: ARG001 - it is for the log
    told = "This is a fault of detente; the log of the server has it."
    return refusal(request.scope, _BROKEN, told)


HANDLERS: Mapping[Any, Any] = {
    HTTPException: _http,
    PartyError: _unknown,
    QuestionError: _unfit,
    LedgerError: _unreadable,
    DetenteError: _unfit,
    Exception: _broken,
}
