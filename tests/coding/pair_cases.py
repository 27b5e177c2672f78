"""Sentences with the act that one party does to another, and whether events tell it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from event_cases import FOLDER

from detente import Event
from detente.records import Party

# CONCEDE and RETREAT are the words and the deed of one thing, as PLOVER's older YIELD had it
_YIELDS = {"concede": "yield", "retreat": "yield"}


@dataclass(frozen=True, slots=True)
class PairRow:
    """A sentence with the act and the two sides that it tells.

    Args:
        kind: the category of the act, lower case.
        text: the sentence.
        actor: words of whoever acts, or "" where nobody is told.
        recipient: words of the other side, or "".
    """

    kind: str
    text: str
    actor: str
    recipient: str

    def is_told(self, events: Iterable[Event]) -> bool:
        """Whether one of some events is of the kind and has both sides in their roles."""
        return any(
            _kind(event.category.lower()) == _kind(self.kind)
            and self._names(self.actor, event.actors)
            and self._names(self.recipient, event.recipients or event.actors)
            for event in events
        )

    def _names(self, words: str, parties: Iterable[Party]) -> bool:
        if not words:
            return True
        start = self.text.index(words)
        end = start + len(words)
        return any(party.start < end and start < party.end for party in parties)


def pair_rows(name: str) -> list[PairRow]:
    """The rows of a file in tests/cases."""
    table = tomllib.loads((FOLDER / name).read_text("utf-8"))
    return [PairRow(kind, *row) for kind, found in table.items() for row in found]


def _kind(category: str) -> str:
    return _YIELDS.get(category, category)
