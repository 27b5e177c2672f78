"""A party that an act's own words only point at is shown by the words that name it nearby."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.records import Party, Phrase, PhraseKind


def named(act: Act, reading: Reading) -> Act:
    """An act whose pronouns give way to a name of the same party in the same sentence."""
    pronouns = {
        phrase.head_span.start
        for phrase in _sentence(act, reading)
        if phrase.kind is PhraseKind.PRONOUN
    }
    if pronouns.isdisjoint(party.start for party in act.parties):
        return act
    return replace(
        act,
        actors=tuple(_named(party, act, reading, pronouns) for party in act.actors),
        recipients=tuple(_named(party, act, reading, pronouns) for party in act.recipients),
    )


def _sentence(act: Act, reading: Reading) -> Iterator[Phrase]:
    return reading.phrases_within(reading.document.sentences[act.sentence].span)


def _named(party: Party, act: Act, reading: Reading, pronouns: set[int]) -> Party:
    if party.start not in pronouns:
        return party
    for phrase in _sentence(act, reading):
        if phrase.kind is not PhraseKind.PRONOUN:
            for other in reading.linked.parties.get(phrase.index, ()):
                if other.key == party.key and not _is_pointed(other, phrase):
                    return replace(
                        other, reason=f"{other.reason}; pointed at by '{party.entity_text}'"
                    )
    return party


def _is_pointed(party: Party, phrase: Phrase) -> bool:
    return not phrase.span.start <= party.start < phrase.span.end
