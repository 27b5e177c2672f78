"""An analyst's word on an event, sent by a program."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.ledger.records import correction_record
from detente.records import Verdict
from detente.serve.api.problems import ApiError
from detente.serve.api.shapes import problems
from detente.serve.api.shapes.ledger import Correction
from detente.serve.api.shapes.tables import Shape
from detente.serve.questions import Name
from detente.serve.site import site_of, visitor_of

_CREATED, _FORBIDDEN, _NOT_JSON = 201, 403, 415
_JSON = "application/json"
_SAME = frozenset(("same-origin", "none"))
# What steers a terminal or ends a line is no part of a name, a reason or a value.
_PLAIN = r"^[^\x00-\x1f\x7f-\x9f]*$"
_Plain = Annotated[str, StringConstraints(max_length=500, pattern=_PLAIN)]

router = APIRouter(default_response_class=Response, tags=["Corrections"])


class NewCorrection(BaseModel):
    """What an analyst says of an event."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"event": "3ba2a596", "action": "accept", "by": "Ann", "why": "read it"},
                {
                    "event": "3ba2a596",
                    "action": "edit",
                    "changes": {"mode": "visit", "actor": "FRA/GOV"},
                    "by": "Ann",
                    "why": "see line 3",
                },
            ]
        },
    )

    event: Name = Field(description="The event's id, or as much of its beginning as is its alone.")
    action: Verdict = Field(description="It is right, it is no event, or it is otherwise.")
    changes: dict[_Plain, _Plain] = Field(
        default_factory=dict,
        max_length=20,
        description="Of an edit, new values by field: category, mode, status, date, enddate,"
        " historical, context, actor, recipient, attribution, dead, injured, arrested. Parties are"
        " written FRA, FRA/MIL or FRA/MIL:name, with commas between them; an empty value clears.",
    )
    by: _Plain = Field(
        "", description="Who says so; where a proxy names the user, that name stands instead."
    )
    why: _Plain = Field(description="The reason.")


class Corrected(Shape):
    """What was kept."""

    version: int = Field(description="The version that it made.")
    items: list[Correction] = Field(description="One for each field that is edited.")


def _may_correct(request: Request) -> None:
    """Let through who may correct, and sends it from a program or from these pages.

    Raises:
        ApiError: they may not, it is no JSON, or another page's script has sent it.
    """
    if not visitor_of(request).may_correct:
        raise ApiError(_FORBIDDEN, "may-not-correct", "You may read this ledger, not correct it.")
    if request.headers.get("sec-fetch-site", "none") not in _SAME:
        raise ApiError(_FORBIDDEN, "foreign-page", "It was sent from a page of another site.")
    # Without asking first, a page of another site can send anything but this.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise ApiError(_NOT_JSON, "not-json", f"Send it as {_JSON}.")


@router.post(
    "/corrections",
    status_code=_CREATED,
    summary="Correct an event",
    dependencies=[Depends(_may_correct)],
    responses={
        _CREATED: {"description": "It is kept, in a version of its own.", "model": Corrected},
        **problems(400, 413, 415),
    },
)
def correct(request: Request, said: NewCorrection) -> Response:
    """Accept, reject or edit a coded event: what `detente correct` does.

    What the coder said stays in the ledger; the correction is kept beside it with its evidence and
    applied whenever the ledger is read. It needs the right to correct.
    """
    site = site_of(request)
    author = visitor_of(request).name or said.by
    made = site.writer.correct(said.event, said.action, said.changes, author=author, why=said.why)
    site.memory.forget()
    with site.readers.reading() as ledger:
        points = [
            point
            for point in ledger.corrections()
            if (point.correction.time, point.correction.event) == (made[0].time, made[0].event)
        ]
    items = [correction_record(point) for point in points]
    return JSONResponse({"version": items[0]["version"], "items": items}, _CREATED)
