"""What goes wrong while a page is made, as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.errors import DetenteError, LedgerError, PartyError, QuestionError
from detente.serve.pages.start import empty_page
from detente.serve.refusals import refusal
from detente.serve.site import site_of
from detente.serve.wording import sentence

_NOT_FOUND, _UNFIT, _BROKEN = 404, 400, 500
_USUAL = {
    _NOT_FOUND: "There is no such page.",
    405: "The page cannot be asked for like that.",
}


def _http(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else _BROKEN
    detail = fault.detail if isinstance(fault, HTTPException) else ""
    # A fault that says no more than its name is told in the words of the page.
    told = _USUAL.get(status, detail) if detail == HTTPStatus(status).phrase else detail
    return refusal(request.scope, status, told)


def _unfit(request: Request, fault: Exception) -> Response:
    return refusal(request.scope, _UNFIT, sentence(fault))


def _unknown(request: Request, fault: Exception) -> Response:
    return refusal(request.scope, _NOT_FOUND, sentence(fault))


def _unreadable(request: Request, fault: Exception) -> Response:
    if not site_of(request).has_ledger:
        return empty_page(request, _NOT_FOUND)
    return refusal(request.scope, 503, sentence(fault))


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
