"""Persons listed one after the other, which the parser may take for names of one person."""

from __future__ import annotations

from detente.link.draft import Draft, Kind
from detente.records import Party, Phrase


def complete_lists(draft: Draft) -> None:
    """Lets an office stand for all the persons of the list that begins with its holder's name."""
    for phrase in draft.document.phrases:
        if draft.kinds.get(phrase.index) is Kind.PERSON and phrase.appositions:
            others = _others(draft, phrase)
            if others:
                parties = (*draft.parties[phrase.index], *others)
                draft.settle(phrase.index, parties, Kind.PEOPLE)


def _others(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The parties in apposition to a person, or coordinated with one who is, that are others.

    An apposition without a name describes the person; only one with a name can be somebody else.
    """
    found: dict[tuple[str, str, str], Party] = {}
    queue = [index for index in phrase.appositions if index in draft.heads]
    while queue:
        record = draft.phrase(queue.pop(0))
        queue += [index for index in record.appositions if index in draft.heads]
        queue += record.conjuncts
        if draft.kinds.get(record.index) is Kind.PERSON:
            for party in draft.parties[record.index]:
                found.setdefault(party.key, party)
    own = {party.key for party in draft.parties[phrase.index]}
    return tuple(party for key, party in found.items() if key not in own)
