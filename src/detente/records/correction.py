"""An analyst's word on an event, with the evidence by which the event is known again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from detente.records.event import Event, TextSpan
from detente.records.span import Span


class Verdict(StrEnum):
    """What an analyst says of an event."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; an edit of several fields is one for each of them.

    Args:
        event: id of the event.
        verdict: what is said of it.
        field: what is edited, or None.
        value: its right value as it was given, or None.
        author: who says so.
        why: the reason.
        time: when, in UTC.
        article: key of the report.
        category: PLOVER category as it was coded.
        sentence: characters of the sentence.
        words: the words that carry the act.
        codes: codes of the parties as they were coded, sorted.
        version: ledger version that added it; 0 where it is not kept yet.
    """

    event: str
    verdict: Verdict
    field: str | None
    value: str | None
    author: str
    why: str
    time: datetime
    article: str
    category: str
    sentence: Span
    words: tuple[TextSpan, ...]
    codes: tuple[str, ...]
    version: int = 0

    def overlap(self, event: Event) -> int:
        """Characters of the act's words that an event of the same report shares with it."""
        return sum(
            max(0, min(mine.span.end, its.span.end) - max(mine.span.start, its.span.start))
            for mine in self.words
            for its in event.words
        )
