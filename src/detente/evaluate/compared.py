"""What of an event is compared: the same few fields of a reference event and of a coded one."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import DateBasis, Event, Party, Span


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

    @classmethod
    def of(cls, event: Event) -> ComparedEvent:
        """An event as it comes from the coder; what is written of it compares the same."""
        when = event.when if event.when and event.when.basis is DateBasis.TEXT else None
        first = event.attribution[0].party if event.attribution else None
        return cls(
            category=event.category,
            mode=event.mode,
            actors=_codes(event.actors),
            recipients=_codes(event.recipients),
            sectors=frozenset(
                (party.code, party.sector) for party in (*event.actors, *event.recipients)
            ),
            status=event.status,
            days=(when.first.isoformat(), when.last.isoformat()) if when else None,
            attribution=first.code if first else None,
            evidence=event.sentence_span,
            text=event.sentence_text,
        )

    @property
    def parties(self) -> frozenset[str]:
        """Codes of everyone in it."""
        return self.actors | self.recipients


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.code for party in parties if party.code)
