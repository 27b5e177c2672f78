"""What analysts say of events: asked for, and said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from detente.ledger.plain import plain
from detente.ledger.records import correction_record
from detente.records import Correction, Verdict
from detente.serve.api.answers import KNOWN, answered
from detente.serve.api.parameters import Moment, Version
from detente.serve.api.source import source_of
from detente.serve.site import visitor_of

_LONGEST, _MOST_FIELDS = 500, 20
_Text = Annotated[str, Field(min_length=1, max_length=_LONGEST)]


class CorrectionGiven(BaseModel):
    """An analyst's word on an event."""

    model_config = ConfigDict(extra="forbid")

    event: Annotated[_Text, Field(description="Its id, or as much of it as is its alone.")]
    action: Annotated[Verdict, Field(description="accept, reject or edit.")]
    changes: Annotated[
        dict[str, Annotated[str, Field(max_length=_LONGEST)]],
        Field(max_length=_MOST_FIELDS, description="For an edit, right values by field."),
    ] = {}
    by: Annotated[
        _Text | None, Field(description="Who says so; a proxy that signs users in tells it itself.")
    ] = None
    why: Annotated[_Text, Field(description="The reason.")]


def router() -> APIRouter:
    """The routes of corrections."""
    made = APIRouter(tags=["corrections"])
    made.add_api_route(
        "/corrections",
        _listed,
        operation_id="corrections",
        summary="All corrections, oldest first, and how they stand now",
        response_class=Response,
        responses=KNOWN,
    )
    wrong = {number: told for number, told in KNOWN.items() if number not in (200, 304)}
    wrong[403] = {**wrong[400], "description": "Who asks may not correct."}
    wrong[415] = {**wrong[400], "description": "What is sent is no JSON."}
    made.add_api_route(
        "/corrections",
        _given,
        methods=["POST"],
        operation_id="correct",
        summary="Accept, reject or edit an event",
        status_code=201,
        response_class=Response,
        responses={201: {"description": "It is kept, in a new version of the ledger."}, **wrong},
    )
    return made


def _listed(
    request: Request,
    version: Annotated[Version, Query()] = None,
    at: Annotated[Moment, Query()] = None,
) -> Response:
    return answered(
        request,
        version,
        at,
        lambda ledger: {"items": [correction_record(point) for point in ledger.corrections()]},
    )


def _given(request: Request, given: CorrectionGiven) -> Response:
    _refuse_others(request)
    author = visitor_of(request).name or given.by
    if not author:
        raise HTTPException(422, "by: say who corrects.")
    kept = source_of(request).writer.correct(
        given.event, given.action, given.changes, author=author, why=given.why
    )
    return JSONResponse({"items": [_record(item) for item in kept]}, 201)


def _refuse_others(request: Request) -> None:
    """Refuses who may not correct, and forms that a page of somebody else has sent."""
    if not visitor_of(request).may_correct:
        raise HTTPException(403, "You may read and not correct; show the token for correcting.")
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise HTTPException(403, "A page of another site cannot correct.")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "Send application/json.")


def _record(item: Correction) -> dict[str, object]:
    return {
        "event": item.event,
        "action": str(item.verdict),
        "field": item.field,
        "value": item.value,
        "by": item.author,
        "why": item.why,
        "time": plain(item.time),
        "version": item.version,
    }
