"""What of an event a format cannot hold, counted as events are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from detente.records import Event, Status

FIELDS: Mapping[str, Callable[[Event], bool]] = {
    "attribution": lambda event: bool(event.attribution),
    "condition": lambda event: event.condition is not None,
    "background": lambda event: event.historical,
    "last day": lambda event: event.when is not None and event.when.first != event.when.last,
    "mode": lambda event: event.mode is not None,
    "contexts": lambda event: bool(event.contexts),
    "office": lambda event: any(item.office for item in (*event.actors, *event.recipients)),
    "words of a party": lambda event: any(
        item.entity_text for item in (*event.actors, *event.recipients)
    ),
    "place": lambda event: event.location is not None,
    "counts of people": lambda event: any(
        number is not None for number in (event.size.dead, event.size.injured, event.size.arrested)
    ),
    "sentence": lambda event: bool(event.sentence_text),
    "confidence": lambda event: event.confidence < 1,
    "headline": lambda event: event.citation.title is not None,
    "outlet": lambda event: event.citation.publication is not None,
    "day of publication": lambda event: event.citation.published is not None,
    "language": lambda event: bool(event.citation.language),
}


def left_out_for(event: Event) -> str | None:
    """Why an event cannot go into a format that knows only what took place on a day.

    Returns:
        Its status, or that it has no day; None where it goes in.
    """
    if event.status is not Status.ACTUAL:
        return str(event.status)
    return None if event.when else "without a day"


def lost(event: Event, keeps: Iterable[str]) -> list[str]:
    """What an event has that a format cannot hold.

    Args:
        event: the event.
        keeps: names of what it can hold.
    """
    return [name for name, has in FIELDS.items() if name not in keeps and has(event)]
