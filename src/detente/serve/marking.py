"""The text of a report cut where marks begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from detente.records import Event, Party, Span


class Role(StrEnum):
    """What some words of a text are to an event."""

    ACT = "act"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    DATE = "date"
    PLACE = "place"
    SPEAKER = "speaker"
    CONDITION = "condition"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text that share their marks.

    Args:
        text: the characters.
        event: id of the event whose act they tell; None where they tell none.
        roles: what they are to the event that is chosen, the sentence last.
    """

    text: str
    event: str | None
    roles: tuple[Role, ...]


def pieces(
    text: str, events: Sequence[Event], chosen: Iterable[tuple[Role, Span]]
) -> Iterator[Piece]:
    """A text in pieces, in its order.

    Args:
        text: the text.
        events: the events whose acts are marked; of two on the same words, the first is.
        chosen: the words of the event that is chosen, by role.
    """
    acts = [(event.id, words.span) for event in events for words in event.words]
    roles = [(role, span) for role, span in chosen if span.start < span.end]
    ends = {0, len(text)}
    for _, span in (*acts, *roles):
        ends |= {_within(span.start, text), _within(span.end, text)}
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        here = Span(start, end)
        event = next((name for name, span in acts if span.overlaps(here)), None)
        found = {role for role, span in roles if span.overlaps(here)}
        yield Piece(text[start:end], event, tuple(role for role in Role if role in found))


def roles_of(event: Event) -> Iterator[tuple[Role, Span]]:
    """The words of an event, by what they are to it."""
    for words in event.words:
        yield Role.ACT, words.span
    for role, parties in ((Role.ACTOR, event.actors), (Role.RECIPIENT, event.recipients)):
        for party in parties:
            yield role, _span(party)
    if event.when and event.when.words:
        yield Role.DATE, event.when.words
    if event.location:
        yield Role.PLACE, event.location.span
    for link in event.attribution:
        yield Role.SPEAKER, link.span
        if link.party:
            yield Role.SPEAKER, _span(link.party)
    if event.condition:
        yield Role.CONDITION, event.condition.span
    yield Role.SENTENCE, event.sentence_span


def _span(party: Party) -> Span:
    return Span(party.start, party.end)


def _within(offset: int, text: str) -> int:
    return min(max(offset, 0), len(text))
