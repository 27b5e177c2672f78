"""Entity tags: an answer changes with the ledger's version, what is asked, and the day it is."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

_DIGITS = 16


def question_of(request: Request, *aside: str) -> str:
    """Digest of what an address asks for.

    Args:
        request: the request.
        aside: names of parameters that do not count.
    """
    asked = sorted(item for item in request.query_params.multi_items() if item[0] not in aside)
    text = repr((request.url.path, asked))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def tag_of(version: int, request: Request, form: str = "") -> str:
    """The tag of an answer.

    Args:
        version: ledger version that is read.
        request: what is answered.
        form: of the answer.
    """
    today = datetime.now(UTC).date()  # silence and balance count to it
    return f'"{version}-{today:%y%m%d}-{question_of(request)}{form}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """304 where the caller has the answer already; None where it has not."""
    known = [
        item.strip().removeprefix("W/")
        for item in request.headers.get("if-none-match", "").split(",")
    ]
    return (
        Response(status_code=304, headers={"etag": tag}) if tag in known or "*" in known else None
    )
