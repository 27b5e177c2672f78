"""Where a linked document names whom: the parties between which the network is asked to judge."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from detente.records import LinkedDocument, Location, Party, Phrase, PhraseKind, Span

STATE = "state"
NAME = "name"
_STATE_ID = "state:"
_PLACE_SECTOR = "GOV"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a party of a known state.

    Args:
        party: whom they stand for.
        sentence: index of their sentence.
        end: offset of the character after them.
        phrase: index of the phrase they are, or are part of.
        whole: whether they are the phrase as a whole, and not words before its head.
    """

    party: Party
    sentence: int
    end: int
    phrase: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the network may not read.

    Args:
        span: its characters.
        kind: what stands in its place: ``state``, a sector code, or ``name`` where nobody knows it.
    """

    span: Span
    kind: str


def mentions(linked: LinkedDocument) -> list[Mention]:
    """The mentions of a document, in the order of their ends."""
    found = [mention for phrase in linked.document.phrases for mention in _of(phrase, linked)]
    return sorted(found, key=lambda mention: mention.end)


def _of(phrase: Phrase, linked: LinkedDocument) -> Iterator[Mention]:
    for party in linked.parties.get(phrase.index, ()):
        if party.code:
            yield Mention(party, phrase.sentence, phrase.span.end, phrase.index, whole=True)
    for party in linked.modifiers.get(phrase.index, ()):
        if party.code:
            yield Mention(party, phrase.sentence, party.end, phrase.index, whole=False)
    place = linked.places.get(phrase.index)
    if place is not None and place.country and phrase.index not in linked.parties:
        state = _state_of(place, place.country)
        yield Mention(state, phrase.sentence, place.span.end, phrase.index, whole=True)


def _state_of(place: Location, code: str) -> Party:
    return Party(
        code=code,
        sector=_PLACE_SECTOR,
        entity_text=place.name,
        identifier_text=place.name,
        identifier_id=f"{_STATE_ID}{code}",
        office=None,
        start=place.span.start,
        end=place.span.end,
        reason="the state of a place",
    )


def names(linked: LinkedDocument, calendar: Container[str]) -> list[Name]:
    """The names of a document, in its order; where two start together, the longer one.

    Args:
        linked: the document.
        calendar: names of days and months, lower case, which may be read.
    """
    found = [
        name
        for phrase in linked.document.phrases
        if phrase.head.lower() not in calendar
        for name in _names_in(phrase, linked, calendar)
    ]
    found.sort(key=lambda name: (name.span.start, -name.span.end))
    kept: list[Name] = []
    for name in found:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def _names_in(phrase: Phrase, linked: LinkedDocument, calendar: Container[str]) -> Iterator[Name]:
    for party in linked.modifiers.get(phrase.index, ()):
        yield Name(Span(party.start, party.end), _kind(party))
    place = linked.places.get(phrase.index)
    if place is not None:
        yield Name(place.span, STATE)
    parties = linked.parties.get(phrase.index)
    if phrase.kind is PhraseKind.NAME:
        yield _named(phrase, parties[0]) if parties else _unknown(phrase)
    for modifier in phrase.modifiers:
        known = parties and phrase.kind is PhraseKind.NAME
        if modifier.name and not known and modifier.text.lower() not in calendar:
            yield Name(modifier.span, NAME)


def _named(phrase: Phrase, party: Party) -> Name:
    start = max(party.start, phrase.span.start)
    end = min(party.end, phrase.span.end)
    span = Span(start, end) if start < end else phrase.head_span
    return Name(span, _kind(party))


def _unknown(phrase: Phrase) -> Name:
    starts = [item.span.start for item in phrase.modifiers if item.name]
    head = phrase.head_span
    return Name(Span(min([head.start, *starts]), head.end), NAME)


def _kind(party: Party) -> str:
    return STATE if (party.identifier_id or "").startswith(_STATE_ID) else party.sector
