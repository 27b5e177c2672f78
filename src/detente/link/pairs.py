"""Several at once: the two countries, both sides, the two leaders, the ministers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.link.draft import Draft, Kind
from detente.link.focus import before
from detente.link.offices import sense_of
from detente.link.pronouns import parties_beside
from detente.link.speech import with_conjuncts
from detente.link.wording import renamed
from detente.records import Party, Phrase

_PAIR = 2
_WINDOW = 6
_SURE = "the"


def resolve_several(draft: Draft, phrase: Phrase, head: str) -> bool:
    """Gives a plural noun that points back the last parties of its kind.

    Args:
        draft: the document, linked up to the phrase.
        phrase: the phrase.
        head: its head, lower case.

    Returns:
        Whether it found them.
    """
    words = draft.words
    numbered = (
        head in words.generic_both
        or phrase.determiner in words.generic_both
        or any(modifier.lemma.lower() in words.generic_both for modifier in phrase.modifiers)
    )
    definite = phrase.determiner == _SURE
    if not (numbered or definite):
        return False
    if head in words.generic_states_plural and (numbered or head in words.generic_states):
        return _settle(draft, phrase, _states(draft, phrase), Kind.STATE)
    if head in words.generic_persons:
        return _settle(draft, phrase, _persons(draft, phrase, head), Kind.PEOPLE)
    if head in words.generic_anybody:
        return _settle(draft, phrase, _persons(draft, phrase, head), Kind.PEOPLE)
    if head in words.generic_sides and numbered:
        return _settle(draft, phrase, _sides(draft, phrase), Kind.PEOPLE)
    sense = sense_of(draft, phrase.index)
    if sense is not None and not sense.person and numbered:
        return _settle(draft, phrase, _bodies(draft, phrase, sense.sector), Kind.BODY)
    return False


def _settle(draft: Draft, phrase: Phrase, parties: tuple[Party, ...], kind: Kind) -> bool:
    if len(parties) < _PAIR:
        return False
    how = f"'{phrase.text}': the last of that kind"
    draft.settle(phrase.index, tuple(renamed(draft, phrase, party, how) for party in parties), kind)
    draft.sure.add(phrase.index)
    return True


def _states(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The last two states spoken of, or those that one coordination names; else the story's own."""
    found: dict[str, None] = {}
    for candidate in before(draft, phrase, _WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        codes = dict.fromkeys(party.code for party in group if draft.registry.state(party.code))
        if len(codes) >= _PAIR:
            return _as_states(draft, codes)
        found.update(codes)
        if len(found) == _PAIR:
            return _as_states(draft, reversed(list(found)))
    found.update(dict.fromkeys(code for code in draft.story if draft.registry.state(code)))
    return _as_states(draft, list(found)[:_PAIR])


def _as_states(draft: Draft, codes: Iterable[str]) -> tuple[Party, ...]:
    actors = [actor for code in codes if (actor := draft.registry.state(code))]
    return tuple(
        Party(actor.code, actor.sector, actor.name, actor.name, actor.id, None, 0, 0)
        for actor in actors
    )


def _persons(draft: Draft, phrase: Phrase, head: str) -> tuple[Party, ...]:
    """Persons named together, those of the noun's own office first; else the last two."""
    found: dict[tuple[str, str, str], Party] = {}
    for candidate in before(draft, phrase, _WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        fitting = [party for party in group if _held(draft, party, head)]
        if len(fitting) >= _PAIR:
            return tuple(fitting)
        for party in fitting:
            found.setdefault(party.key, party)
    return tuple(reversed(list(found.values())[:_PAIR]))


def _held(draft: Draft, party: Party, head: str) -> bool:
    """Whether a party is a person of the document whom a noun of office fits."""
    if party.identifier_text not in draft.roles:
        return False
    return head in draft.words.generic_anybody or head in (party.office or "")


def _sides(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The last two parties of different states or groups; else the two states of the story."""
    away = parties_beside(draft, phrase)
    found: dict[str, Party] = {}
    for candidate in before(draft, phrase, _WINDOW):
        group = {
            party.code: party
            for party in with_conjuncts(draft, candidate.phrase)
            if party.sector not in draft.words.sectors_bystanders and party.key not in away
        }
        if len(group) >= _PAIR:
            return tuple(group.values())
        for code, party in group.items():
            found.setdefault(code, party)
        if len(found) == _PAIR:
            return tuple(reversed(list(found.values())))
    return _as_states(draft, draft.story[:_PAIR])


def _bodies(draft: Draft, phrase: Phrase, sector: str) -> tuple[Party, ...]:
    """The bodies of the last two states: "both armies"."""
    return tuple(replace(party, sector=sector, identifier_id=None) for party in _states(draft, phrase))
