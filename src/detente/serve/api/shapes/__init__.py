"""The forms of all answers, for the description of the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field, create_model

from detente.ledger.topics import TOPICS
from detente.serve.api.forms import MEDIA_TYPES, Form
from detente.serve.api.problems import Problem
from detente.serve.api.shapes.events import Article, Event, SingleEvent
from detente.serve.api.shapes.ledger import (
    Codebook,
    Correction,
    Party,
    Reject,
    Run,
    Summary,
    Version,
)
from detente.serve.api.shapes.relation import Relation
from detente.serve.api.shapes.tables import Shape, shape_of

RECORDS: Mapping[str, type[BaseModel]] = {
    "events": Event,
    "happenings": shape_of("Happening", TOPICS["happenings"].table),
    "contacts": shape_of("Contact", TOPICS["contacts"].table),
    "claims": shape_of("Claim", TOPICS["claims"].table),
    "relations": shape_of("PairDay", TOPICS["relations"].table),
    "articles": shape_of("Report", TOPICS["articles"].table, ["text"]),
    "corrections": Correction,
    "history": Run,
    "rejects": Reject,
    "parties": Party,
}
SINGLE: Mapping[str, type[BaseModel]] = {
    "event": SingleEvent,
    "article": Article,
    "relation": Relation,
    "summary": Summary,
    "codebook": Codebook,
    "version": Version,
}
_TOLD = {
    401: "Nothing was shown that gives the right to read.",
    403: "What was shown does not give the right to do this.",
    404: "The ledger does not have it, or no such version.",
    406: "It does not come in any form that is accepted.",
    414: "The address is too long.",
    422: "The question cannot be asked so: what is wrong, and what to do.",
    500: "A fault of detente.",
    503: "There is no ledger yet, or it cannot be used now.",
}
_HEADERS = {
    "ETag": "Tells answers apart; send it back in If-None-Match.",
    "Detente-Version": "The ledger version that is answered from.",
}
_LINK = 'The address of the next page, `rel="next"`, where there is one.'

Responses = dict[int | str, dict[str, Any]]


def responses(model: type[BaseModel], told: str = "The answer.") -> Responses:
    """What can come back where one record is asked for.

    Args:
        model: the record.
        told: what the answer is, in a line.
    """
    found = {"description": told, "model": model, "headers": _told(_HEADERS)}
    return {200: found, 304: {"description": "Whoever asks has it already."}, **problems()}


def list_responses(name: str) -> Responses:
    """What can come back where a list is asked for.

    Args:
        name: of the list.
    """
    fields: dict[str, Any] = {
        "version": (int, Field(description="The ledger version that all pages are of.")),
        "items": (list[RECORDS[name]], Field(description="The records.")),  # type: ignore[valid-type]
        "next": (str | None, Field(description="The cursor of the next page; null on the last.")),
    }
    model = create_model(f"{name.title()}Page", __base__=Shape, **fields)
    found = responses(model, "A page of records.")
    lines = {MEDIA_TYPES[form].partition(";")[0]: _TEXT for form in (Form.JSONL, Form.CSV)}
    found[200] |= {"content": lines, "headers": _told({**_HEADERS, "Link": _LINK})}
    return found


def problems(*further: int) -> Responses:
    """The answers to what cannot be answered.

    Args:
        further: statuses that are not among the usual.
    """
    told = {**_TOLD, **{status: _FURTHER[status] for status in further}}
    return {
        status: {"description": text, "model": Problem} for status, text in sorted(told.items())
    }


_FURTHER = {
    400: "What was sent cannot be read.",
    413: "What was sent is too large.",
    415: "What was sent is no JSON.",
}
_TEXT = {"schema": {"type": "string"}}


def _told(headers: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: {"description": text, "schema": {"type": "string"}} for name, text in headers.items()
    }
