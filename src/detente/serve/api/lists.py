"""Lists of events, happenings, contacts, claims and relations, page by page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from detente.ledger import Answer, Ledger
from detente.ledger.topics import TOPICS
from detente.serve.api.answers import DESCRIBED
from detente.serve.api.cursors import Cursor, cursor_of
from detente.serve.api.forms import Form, form_of
from detente.serve.api.parameters import ListAsked, asked_of
from detente.serve.api.source import source_of
from detente.serve.api.tags import question_of, tag_of, unchanged

_TITLES = {
    "events": "Coded events, as corrected",
    "happenings": "What happened, however many reports tell it",
    "contacts": "Who spoke to whom, at which level and by which channel",
    "claims": "Who says what of whom",
    "relations": "Pairs of parties by day",
}


def router() -> APIRouter:
    """The routes of the lists."""
    made = APIRouter(tags=["lists"])
    for topic in TOPICS:
        made.add_api_route(
            f"/{topic}",
            _route(topic),
            methods=["GET"],
            operation_id=topic,
            summary=_TITLES[topic],
            description=f"{TOPICS[topic].table.meaning.capitalize()}.",
            response_class=Response,
            responses=DESCRIBED,
        )
    return made


def _route(topic: str) -> Callable[..., Response]:
    asked_type = asked_of(topic)

    def listed(request: Request, asked: Any) -> Response:
        return _page(request, topic, asked)

    listed.__annotations__["asked"] = Annotated[asked_type, Query()]
    listed.__annotations__["request"] = Request
    listed.__annotations__["return"] = Response
    return listed


def _page(request: Request, topic: str, asked: ListAsked) -> Response:
    form = form_of(asked.format, request.headers.get("accept", ""))
    question = question_of(request, "cursor", "limit", "format")
    start = cursor_of(asked.cursor, question) if asked.cursor else None
    version = start.version if start and asked.at is None else asked.version
    with source_of(request).reading(version, asked.at) as ledger:
        tag = tag_of(ledger.version, request, f"-{form}")
        kept = unchanged(request, tag)
        if kept is not None:
            return kept
        return _written(
            request, ledger, topic, asked, start or Cursor(ledger.version, 0, question), form, tag
        )


def _written(
    request: Request,
    ledger: Ledger,
    topic: str,
    asked: ListAsked,
    start: Cursor,
    form: Form,
    tag: str,
) -> Response:
    # One more than is wanted tells whether there is a page after this one.
    answer = ledger.ask(topic, asked.wanted(limit=asked.limit + 1, offset=start.offset))
    content, found = _CONTENT[form](answer, asked.limit)
    following = None
    if found > asked.limit:
        following = str(Cursor(ledger.version, start.offset + asked.limit, start.question))
    headers = {"etag": tag, "vary": "Accept", "x-ledger-version": str(ledger.version)}
    if following is not None:
        address = request.url.include_query_params(cursor=following)
        headers["link"] = f'<{address.path}?{address.query}>; rel="next"'
    if form is Form.JSON:
        content = _wrapped(content, ledger.version, following)
    return Response(content, headers=headers, media_type=form.media_type)


def _wrapped(items: str, version: int, following: str | None) -> str:
    return f'{{"version": {version}, "next": {json.dumps(following)}, "items": {items}}}'


def _json(answer: Answer, limit: int) -> tuple[str, int]:
    records = list(answer)
    return _dumped(records[:limit]), len(records)


def _jsonl(answer: Answer, limit: int) -> tuple[str, int]:
    records = list(answer)
    return "".join(f"{_dumped(record)}\n" for record in records[:limit]), len(records)


def _csv(answer: Answer, limit: int) -> tuple[str, int]:
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(answer.flat.names)
    found = list(answer.flat.tuples())
    rows.writerows(found[:limit])
    return stream.getvalue(), len(found)


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()


_CONTENT: dict[Form, Callable[[Answer, int], tuple[str, int]]] = {
    Form.JSON: _json,
    Form.JSONL: _jsonl,
    Form.CSV: _csv,
}
