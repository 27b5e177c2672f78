"""The lists that are short and go on after so many: versions, corrections, rejects, parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.errors import QuestionError
from detente.ledger import Ledger, Standing
from detente.ledger.paging import Bookmark
from detente.ledger.records import (
    correction_record,
    party_record,
    reject_record,
    run_record,
)
from detente.serve.questions import OfPage

_DIGITS = 9


def plain_page(
    name: str, ledger: Ledger, asked: OfPage, after: Bookmark | None
) -> tuple[Sequence[dict[str, Any]], Bookmark | None]:
    """The records of a page, and its last one where others follow.

    Args:
        name: history, rejects, parties or corrections.
        ledger: bound to the version.
        asked: which page; of corrections, ``stale`` asks only for those.
        after: the last of the page before; None for the first page.

    Raises:
        QuestionError: somebody has made the cursor up.
    """
    start = _number(after.tie) if after else 0
    found, end = _records(name, ledger, asked), start + asked.limit
    return found[start:end], Bookmark(None, str(end)) if end < len(found) else None


def _records(name: str, ledger: Ledger, asked: OfPage) -> list[dict[str, Any]]:
    if name == "history":
        return [run_record(run) for run in ledger.history()]
    if name == "parties":
        return [party_record(known) for known in ledger.parties()]
    if name == "rejects":
        return [reject_record(reject) for reject in ledger.rejects()]
    points = ledger.corrections()
    if getattr(asked, "stale", False):
        points = [point for point in points if point.standing is Standing.STALE]
    return [correction_record(point) for point in points]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > _DIGITS:
        raise QuestionError("the cursor is none: take it as `next` of the page before has it")
    return int(text)
