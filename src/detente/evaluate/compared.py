"""What of an event is compared: the same few fields of a reference event and of a coded one."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Span


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """An event as the evaluation sees it.

    Args:
        category: PLOVER category; None for a coded record that gives none.
        mode: PLOVER mode, or None.
        actors: codes of those who act.
        recipients: codes of those acted on.
        sectors: code and sector of every party.
        status: whether it took place.
        days: first and last possible day (YYYY-MM-DD), or None where the text gives none.
        attribution: code of the outermost party that asserts it, or None.
        evidence: characters of the article that tell it, half-open, or None if not given.
        text: the sentence that tells it; empty in a reference, which holds no text.
    """

    category: str | None
    mode: str | None = None
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    sectors: frozenset[tuple[str | None, str | None]] = frozenset()
    status: str | None = None
    days: tuple[str, str] | None = None
    attribution: str | None = None
    evidence: Span | None = None
    text: str = ""

    @property
    def parties(self) -> frozenset[str]:
        """Codes of everyone in it."""
        return self.actors | self.recipients
