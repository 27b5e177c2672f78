"""Where a list goes on, as whoever asks is given it and gives it back."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from detente.errors import QuestionError
from detente.ledger.paging import Bookmark

# The greatest that a version can be.
LAST_VERSION = 2**31 - 1
_CONTENT = TypeAdapter(
    tuple[Annotated[int, Field(strict=True, ge=1, le=LAST_VERSION)], str, date | None, str]
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a list goes on.

    Args:
        version: ledger version of its first page, which all pages are of.
        question: digest of what was asked.
        mark: the last row of the page before.
    """

    version: int
    question: str
    mark: Bookmark

    def text(self) -> str:
        """The cursor as it is given out."""
        day = self.mark.day.isoformat() if self.mark.day else None
        parts = [self.version, self.question, day, self.mark.tie]
        content = json.dumps(parts, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(content).decode().rstrip("=")


def cursor_of(text: str, question: str) -> Cursor:
    """The cursor that somebody gives back.

    Args:
        text: what is given.
        question: digest of what is asked now.

    Raises:
        QuestionError: it is none, or that of another question.
    """
    cursor = _read(text)
    if cursor.question != question:
        raise QuestionError(
            "the cursor is that of another question: ask with the same filters and order as before"
        )
    return cursor


def question_digest(*parts: Any) -> str:
    """A short digest of a question.

    Args:
        parts: what tells it from others, each with a representation of its own.
    """
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _read(text: str) -> Cursor:
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), "-_", validate=True)
        version, question, day, tie = _CONTENT.validate_json(content)
    except (binascii.Error, ValueError) as fault:
        raise QuestionError(
            "the cursor is none: take it as `next` of the page before has it, or leave it out"
        ) from fault
    return Cursor(version, question, Bookmark(day, tie))
