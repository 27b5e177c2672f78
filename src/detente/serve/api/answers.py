"""Answers of one JSON value, and what the OpenAPI tells of all answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi.responses import JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from detente.ledger import Ledger
from detente.serve.api.parameters import Moment, Version
from detente.serve.api.problems import PROBLEM
from detente.serve.api.source import source_of
from detente.serve.api.tags import tag_of, unchanged

_PROBLEM: dict[str, Any] = {
    "content": {
        PROBLEM: {
            "schema": {
                "type": "object",
                "required": ["title", "status", "detail"],
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string", "description": "what is wrong and what to do"},
                },
            }
        }
    }
}
_TEXT = {"schema": {"type": "string"}}
_PAGE = {
    "schema": {
        "type": "object",
        "required": ["version", "next", "items"],
        "properties": {
            "version": {"type": "integer", "description": "ledger version that was read"},
            "next": {
                "type": ["string", "null"],
                "description": "`cursor` of the page after this one; null on the last",
            },
            "items": {"type": "array", "items": {"type": "object"}},
        },
    }
}
_WRONG: dict[int | str, dict[str, Any]] = {
    400: {"description": "The question cannot be asked so.", **_PROBLEM},
    401: {"description": "A token is wanted.", **_PROBLEM},
    404: {"description": "There is nothing of that name, or no such version.", **_PROBLEM},
    422: {"description": "A parameter does not fit.", **_PROBLEM},
    503: {"description": "The ledger cannot be read.", **_PROBLEM},
}
KNOWN: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer."},
    304: {"description": "The caller has this answer already (If-None-Match)."},
    **_WRONG,
}
DESCRIBED: dict[int | str, dict[str, Any]] = {
    **KNOWN,
    200: {
        "description": "A page; the Link header leads to the next.",
        "content": {"application/json": _PAGE, "application/jsonl": _TEXT, "text/csv": _TEXT},
    },
    406: {"description": "None of the forms that are accepted can be given.", **_PROBLEM},
}


def answered(
    request: Request, version: Version, at: Moment, make: Callable[[Ledger], object]
) -> Response:
    """An answer of one JSON value, or 304 where the caller has it.

    Args:
        request: what is answered.
        version: which version is asked.
        at: the time as of which it is asked.
        make: makes the value.

    Raises:
        LedgerError: there is no ledger, or no such version.
    """
    with source_of(request).reading(version, at) as ledger:
        tag = tag_of(ledger.version, request)
        kept = unchanged(request, tag)
        if kept is not None:
            return kept
        headers = {"etag": tag, "x-ledger-version": str(ledger.version)}
        return JSONResponse(make(ledger), headers=headers)
