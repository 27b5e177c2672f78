"""What looked like an act and gave no event, for ``explain``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Silence:
    """A clause that looked like an act but gave no event.

    Args:
        sentence: number of its sentence.
        text: the clause.
        reason: why it gave none.
    """

    sentence: int
    text: str
    reason: str
