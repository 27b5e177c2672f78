"""Which side of a pair has said that it is ready, and which refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.selection import Chosen, Part, Selection


@dataclass(frozen=True, slots=True)
class Openness:
    """How open one side is to the other.

    Args:
        code: the side.
        ready: agreements, offers, promises and calls to meet, latest first.
        refuses: refusals, latest first.
        refusing_since: day of the first refusal after the last sign of readiness; None where it
            has refused nothing since.
    """

    code: str
    ready: tuple[Entry, ...]
    refuses: tuple[Entry, ...]
    refusing_since: date | None


def openness_of(selection: Selection, entries: Mapping[str, Entry], code: str) -> Openness:
    """How open a side is.

    Args:
        selection: what was chosen.
        entries: the chosen happenings.
        code: the side.
    """
    ready = _acts_of(code, selection.of(Part.READY), entries)
    refuses = _acts_of(code, selection.of(Part.REFUSES), entries)
    return Openness(code, ready, refuses, _since(ready, refuses))


def _acts_of(
    code: str, chosen: Iterable[Chosen], entries: Mapping[str, Entry]
) -> tuple[Entry, ...]:
    found = (entries[item.id] for item in chosen if item.id in entries)
    return tuple(entry for entry in found if any(party.code == code for party in entry.actors))


def _since(ready: Iterable[Entry], refuses: Iterable[Entry]) -> date | None:
    """The first refusal of the last unbroken run; who is ready on the same day does not refuse."""
    last_ready = max((entry.day for entry in ready if entry.day), default=date.min)
    return min(
        (entry.day for entry in refuses if entry.day and entry.day > last_ready), default=None
    )
