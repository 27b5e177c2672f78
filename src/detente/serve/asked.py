"""What an address asks for: the fields of a filter, a day, a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.requests import Request

from detente.errors import QuestionError
from detente.ledger import Filter, Order
from detente.ledger.conditions import HAPPENINGS
from detente.ledger.search import words_of
from detente.lexicon.closed_lists import closed_lists
from detente.records import Assertion, Level, Status

PAGE_SIZE = 25
_FIELDS = tuple(name for name in HAPPENINGS if name != "known")
_LAST_PAGE = 100_000
_KEPT = (*_FIELDS, "order", "as_of", "page")
# Whoever wants contacts seldom wants those of one level.
ALL_CONTACTS = "all contacts"
CHOICES = (
    ("category", "Category", tuple(closed_lists().categories)),
    ("level", "Level", (ALL_CONTACTS, *map(str, Level))),
    ("status", "Status", tuple(map(str, Status))),
    ("assertion", "On whose word", tuple(map(str, Assertion))),
)


def asked_values(request: Request) -> dict[str, str]:
    """What an address asks for, without what it leaves open and what no page knows."""
    given = request.query_params
    return {name: given[name].strip() for name in _KEPT if given.get(name, "").strip()}


def day_asked(asked: Mapping[str, str]) -> date | None:
    """The day as of which something is asked.

    Raises:
        QuestionError: it is no day.
    """
    text = asked.get("as_of")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise QuestionError(f"{text!r} is no day; write it as 2023-11-12") from fault


def page_asked(asked: Mapping[str, str]) -> int:
    """The number of the page, from 1.

    Raises:
        QuestionError: it is no number.
    """
    text = asked.get("page", "1")
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) <= _LAST_PAGE:
        raise QuestionError(f"{text!r} is no number of a page")
    return int(text)


def filter_asked(asked: Mapping[str, str], **always: Any) -> Filter:
    """The happenings that an address asks for.

    Args:
        asked: what it asks for.
        always: fields that the page itself gives.

    Raises:
        QuestionError: a value is none that there is.
    """
    wanted: dict[str, Any] = {name: asked[name] for name in _FIELDS if name in asked}
    wanted["order"] = asked.get("order", Order.NEWEST)
    wanted["text"] = words_of(asked.get("text", ""))
    if wanted.get("level") == ALL_CONTACTS:
        wanted["level"] = tuple(Level)
    return Filter.of(**{**wanted, "known": day_asked(asked), **always})
