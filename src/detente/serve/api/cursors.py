"""Cursors: where the next page of a list begins, bound to the version that the first one read."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass

from detente.errors import QuestionError

_FARTHEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins.

    Args:
        version: ledger version that the list is of.
        offset: how many come before.
        question: digest of what the list was asked for.
    """

    version: int
    offset: int
    question: str

    def __str__(self) -> str:
        packed = json.dumps([self.version, self.offset, self.question], separators=(",", ":"))
        return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def cursor_of(text: str, question: str) -> Cursor:
    """The cursor that a caller gives back.

    Args:
        text: as it was handed out.
        question: digest of what is asked for now.

    Raises:
        QuestionError: it is none, or of another list.
    """
    try:
        padded = text + "=" * (-len(text) % 4)
        version, offset, asked = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except (binascii.Error, ValueError, TypeError, RecursionError) as fault:
        raise QuestionError("this cursor was not handed out here") from fault
    numbers = type(version) is int and type(offset) is int
    if not numbers or version < 1 or not 0 <= offset <= _FARTHEST:
        raise QuestionError("this cursor was not handed out here")
    if asked != question:
        raise QuestionError("this cursor belongs to another question; ask the list anew")
    return Cursor(version, offset, question)
