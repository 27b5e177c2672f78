"""What cannot be answered, as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from detente.errors import DetenteError, LedgerError, PartyError, QuestionError
from detente.serve.site import site_of

MEDIA_TYPE = "application/problem+json"
_KIND = "urn:detente:problem:"
_EXTRA, _NOTHING = "extra_forbidden", "none_required"
_USUAL = {
    400: "What was sent cannot be read: it has to be JSON in UTF-8.",
    404: "There is nothing at this address; /api/v1/openapi.json has those there are.",
    405: "The address cannot be asked for like that; the header Allow says how.",
}
_log = logging.getLogger("detente.serve")


class Fault(BaseModel):
    """A part of the request that cannot be used."""

    parameter: str = Field(description="The parameter, or the field of the body.")
    detail: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """Why there is no answer."""

    type: str = Field(
        description="A name for this kind of problem that does not change, or about:blank.",
        examples=["urn:detente:problem:unknown-party"],
    )
    title: str = Field(description="The HTTP status in words.", examples=["Not Found"])
    status: int = Field(description="The HTTP status.", examples=[404])
    detail: str = Field(
        description="What is wrong and what to do.",
        examples=["Frnace: no such party is known; did you mean France (FRA)?"],
    )
    near: list[str] | None = Field(
        None, description="What may have been meant.", examples=[["France (FRA)"]]
    )
    errors: list[Fault] | None = Field(None, description="Each part at fault, where several are.")


class ApiError(Exception):
    """A request that cannot be answered.

    Args:
        status: HTTP status.
        kind: name of the kind of problem.
        detail: what is wrong and what to do.
        headers: further headers.
    """

    def __init__(
        self, status: int, kind: str, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.detail = detail
        self.headers = headers


def problem(
    status: int,
    kind: str,
    detail: str,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> JSONResponse:
    """An answer that says what is wrong.

    Args:
        status: HTTP status.
        kind: name of the kind of problem; empty where the status says it all.
        detail: what is wrong and what to do.
        headers: further headers.
        more: further members; empty ones are left out.
    """
    content = {
        "type": f"{_KIND}{kind}" if kind else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **{name: value for name, value in more.items() if value},
    }
    return JSONResponse(content, status, headers, MEDIA_TYPE)


def _told(_: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, ApiError)  # noqa: S101 - the table below
    return problem(fault.status, fault.kind, fault.detail, fault.headers)


def _http(_: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, HTTPException)  # noqa: S101
    detail = _USUAL.get(fault.status_code, str(fault.detail))
    return problem(fault.status_code, "", detail, fault.headers)


def _unknown_party(_: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, PartyError)  # noqa: S101
    return problem(404, "unknown-party", str(fault), near=list(fault.near))


def _unfit(_: Request, fault: Exception) -> JSONResponse:
    near = list(fault.near) if isinstance(fault, QuestionError) else []
    return problem(422, "unfit-question", str(fault), near=near)


def _unreadable(request: Request, fault: Exception) -> JSONResponse:
    if not site_of(request).has_ledger:
        return problem(503, "no-ledger", "There is no ledger yet: add reports with detente add.")
    _log.error("the ledger cannot be used", exc_info=fault)
    detail = "The ledger cannot be used now; the log of the server says why."
    return problem(503, "ledger-unusable", detail, {"retry-after": "30"})


def _invalid(request: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, RequestValidationError)  # noqa: S101
    known = _known(request)
    # A parameter that can be left out could also be nothing, which nobody is told.
    faults = [_fault(item) for item in fault.errors() if item["type"] != _NOTHING]
    near = [
        name
        for item in fault.errors()
        if item["type"] == _EXTRA
        for name in get_close_matches(str(item["loc"][-1])[:60], known, 1)
    ]
    detail = "; ".join(f"{item['parameter']}: {item['detail']}" for item in faults[:3])
    return problem(422, "unfit-request", detail, near=near, errors=faults)


def _known(request: Request) -> list[str]:
    """The parameters that an address takes."""
    dependant = getattr(request.scope.get("route"), "dependant", None)
    fields = dependant.query_params if dependant else []
    return [
        inner.alias or name
        for item in fields
        for name, inner in getattr(item.field_info.annotation, "model_fields", {}).items()
    ]


def _fault(item: Mapping[str, Any]) -> dict[str, str]:
    where, *place = map(str, item["loc"])
    place = place[:1] if where == "query" else place
    detail = "there is no such parameter" if item["type"] == _EXTRA else str(item["msg"])
    return {"parameter": ".".join(place) or "body", "detail": detail}


def _broken(_: Request, fault: Exception) -> JSONResponse:  # noqa: ARG001 - it is for the log
    return problem(500, "fault", "This is a fault of detente; the log of the server has it.")


HANDLERS: Mapping[Any, Any] = {
    ApiError: _told,
    HTTPException: _http,
    RequestValidationError: _invalid,
    PartyError: _unknown_party,
    LedgerError: _unreadable,
    DetenteError: _unfit,
    Exception: _broken,
}
