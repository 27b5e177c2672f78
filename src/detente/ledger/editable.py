"""The values of an event as an edit writes them."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import DateBasis, Event, Party

_COMMA = ","


def editable_values(event: Event) -> dict[str, str]:
    """The present value of every field that can be edited, as an edit would write it.

    A day that only the report's own gives is left open, as is an end that is the beginning.

    Args:
        event: the event.
    """
    when = event.when if event.when and event.when.basis is DateBasis.TEXT else None
    size = event.size
    return {
        "category": event.category,
        "mode": event.mode or "",
        "status": str(event.status),
        "date": when.first.isoformat() if when else "",
        "enddate": when.last.isoformat() if when and when.last != when.first else "",
        "historical": "true" if event.historical else "false",
        "context": ", ".join(event.contexts),
        "actor": _written(event.actors),
        "recipient": _written(event.recipients),
        "attribution": _written(link.party for link in event.attribution if link.party),
        "dead": _number(size.dead),
        "injured": _number(size.injured),
        "arrested": _number(size.arrested),
    }


def _written(parties: Iterable[Party]) -> str:
    return ", ".join(map(_party, parties))


def _party(party: Party) -> str:
    """A party as an edit names it; a name with a comma would be read as two, and is left out."""
    name = party.identifier_text
    told = f"{party.code}/{party.sector}"
    return f"{told}:{name}" if name and _COMMA not in name else told


def _number(count: int | None) -> str:
    return "" if count is None else str(count)
