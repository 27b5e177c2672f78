"""The relation of two parties: what ``detente show`` shows, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from detente.ledger.dyad.document import document_of
from detente.serve.api.answers import KNOWN, answered
from detente.serve.api.parameters import Moment, Version

_LONGEST = 100
_MOST = 200
_SIDES = 2

Pair = Annotated[
    str,
    Path(
        max_length=_LONGEST,
        description="Two parties, by code: FRA-RUS.",
        openapi_examples={"France and Russia": {"value": "FRA-RUS"}},
    ),
]


def router() -> APIRouter:
    """The routes of pairs."""
    made = APIRouter(tags=["relations"])
    made.add_api_route(
        "/relations/{pair}",
        _relation,
        operation_id="relation",
        summary="The relation of two parties on one screen",
        description="Contacts, silence, openness, disruptions, claims and balance, as"
        " docs/relations.md tells.",
        response_class=Response,
        responses=KNOWN,
    )
    return made


def sides_of_pair(pair: str) -> tuple[str, str]:
    """The two parties of an address.

    Raises:
        HTTPException: 404, where it names no two.
    """
    sides = [side.strip() for side in pair.split("-")]
    if len(sides) != _SIDES or not all(sides):
        raise HTTPException(404, f"{pair!r} is no pair; write two codes as FRA-RUS.")
    return sides[0], sides[1]


def _relation(
    request: Request,
    pair: Pair,
    as_of: Annotated[
        date | None, Query(description="Only what was published by this day; days count to it.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST, description="The most in a list.")] = 10,
    version: Annotated[Version, Query()] = None,
    at: Annotated[Moment, Query()] = None,
) -> Response:
    first, second = sides_of_pair(pair)
    return answered(
        request,
        version,
        at,
        lambda ledger: document_of(ledger.show(first, second, as_of, limit)),
    )
