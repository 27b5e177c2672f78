"""The place of an event, for formats that tell towns from states."""

from __future__ import annotations

from detente.lexicon.closed_lists import closed_lists
from detente.records import Location


def is_state(place: Location) -> bool:
    """Whether a place is a whole state."""
    return place.country is not None and state_name(place.country) == place.name


def town(place: Location | None) -> str | None:
    """The name of a place that is no whole state."""
    return place.name if place is not None and not is_state(place) else None


def state_name(code: str | None) -> str | None:
    """The name of a state; None for a code of whoever is none."""
    return closed_lists().states.get(code or "")
