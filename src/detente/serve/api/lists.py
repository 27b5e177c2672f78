"""The lists: page by page, in three forms, of one version from the first page to the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from detente.ledger import Ledger
from detente.ledger.paging import Bookmark
from detente.serve.api.answers import (
    Rows,
    asked_ledger,
    flat_cell,
    listed,
    tag_of,
    unchanged,
)
from detente.serve.api.asked import OfCorrections, OfList, OfTopicList
from detente.serve.api.forms import chosen
from detente.serve.api.shapes import RECORDS, list_responses
from detente.serve.cursors import Cursor
from detente.serve.plain_lists import plain_page
from detente.serve.questions import of_topic

_LISTS = {
    "events": (
        "Coded events",
        (
            "One for each report that tells of an act: who did what to whom, when, whether it took"
            " place and who says so, with the sentence it stands in. Events come as analysts corrected"
            " them; those that were rejected are left out."
        ),
    ),
    "happenings": (
        "Happenings",
        (
            "What happened, was announced or denied, however many reports tell of it; `tellings` has"
            " each of them with its words."
        ),
    ),
    "contacts": (
        "Contacts",
        "Who spoke to whom, at which level, by which channel, about what.",
    ),
    "claims": ("Claims", "What a party says that another did, and what is denied."),
    "relations": (
        "Relations by day",
        (
            "Cooperation and conflict of each pair, day by day. Only what is told as having taken place"
            " counts, each happening once."
        ),
    ),
    "articles": (
        "Reports",
        "The reports that were coded, without their text; each has it at its own address.",
    ),
}
_PLAIN = {
    "corrections": (
        "Corrections",
        (
            "What analysts said of events, oldest first, and how it stands to what is coded now: it"
            " holds, it has moved to another id, or it is stale."
        ),
    ),
    "history": (
        "Versions",
        "Every version of the ledger, oldest first: when it was made, by what, what it added.",
    ),
    "parties": ("Parties", "The parties that occur, those in most happenings first."),
    "rejects": (
        "What could not be read",
        "Files and records that could not be read, with what is wrong and what to do.",
    ),
}
_Rows = Callable[[Ledger, Any, Bookmark | None], Rows]


def add_lists(api: APIRouter) -> None:
    """Add the lists to the API."""
    for topic, words in _LISTS.items():
        _add(api, topic, words, of_topic(topic, OfTopicList), partial(_topic_rows, topic))
    for name, words in _PLAIN.items():
        asked = OfCorrections if name == "corrections" else OfList
        _add(api, name, words, asked, partial(_plain_rows, name))


def _add(
    api: APIRouter, name: str, words: tuple[str, str], asked: type[OfList], rows_of: _Rows
) -> None:
    def endpoint(request: Request, asked: Any) -> Response:
        return _answer(name, request, asked, rows_of)

    endpoint.__annotations__ |= {
        "request": Request,
        "asked": Annotated[asked, Query()],
        "return": Response,
    }
    api.add_api_route(
        f"/{name}",
        endpoint,
        operation_id=f"list_{name}",
        summary=words[0],
        description=words[1],
        responses=list_responses(name),
        response_class=Response,
        tags=["Lists"],
    )


def _answer(name: str, request: Request, asked: OfList, rows_of: _Rows) -> Response:
    form = chosen(asked.format, request.headers.get("accept"))
    cursor = asked.going_on(name)
    with asked_ledger(request, asked, cursor) as ledger:
        tag = tag_of(request, ledger, form)
        if had := unchanged(request, ledger, tag):
            return had
        rows = rows_of(ledger, asked, cursor.mark if cursor else None)
        after = None
        if rows.last:
            after = Cursor(ledger.version, asked.question(name), rows.last).text()
        return listed(request, rows, form, after, ledger, tag)


def _topic_rows(topic: str, ledger: Ledger, asked: OfTopicList, after: Bookmark | None) -> Rows:
    page = ledger.page(topic, asked.wanted(), after)
    flat = page.answer.flat
    return Rows(lambda: page.answer, lambda: flat.names, flat.tuples, page.last)


def _plain_rows(name: str, ledger: Ledger, asked: OfList, after: Bookmark | None) -> Rows:
    records, last = plain_page(name, ledger, asked, after)
    return Rows(
        lambda: records,
        lambda: RECORDS[name].model_fields,
        lambda: (map(flat_cell, record.values()) for record in records),
        last,
    )
