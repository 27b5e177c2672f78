"""Several at once: the two countries, both sides, the two leaders, the ministers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from detente.link.draft import Draft, Kind
from detente.link.focus import Antecedent, before
from detente.link.offices import role_of, sense_of
from detente.link.pronouns import parties_beside
from detente.link.speech import reporter_of, with_conjuncts
from detente.link.wording import renamed
from detente.records import Party, Phrase

_PAIR = 2
_WINDOW = 6
_SURE = "the"
_PARTY = "party"


def resolve_several(draft: Draft, phrase: Phrase, head: str) -> bool:
    """Gives a plural noun that points back the last parties of its kind.

    Args:
        draft: the document, linked up to the phrase.
        phrase: the phrase.
        head: its head, lower case.

    Returns:
        Whether it found them.
    """
    words, count = draft.words, count_of(draft, phrase)
    numbered = count is not None
    if not (numbered or phrase.determiner == _SURE):
        return False
    if count is not None and count > _PAIR:
        return _settle(draft, phrase, _named_together(draft, phrase, count), Kind.PEOPLE)
    if head in words.generic_states_plural and (numbered or head in words.generic_states):
        pointing = attributes_only(draft, phrase)
        return pointing and _settle(draft, phrase, _states(draft, phrase), Kind.STATE)
    if head in words.generic_persons or head in words.generic_anybody:
        return _settle(draft, phrase, _persons(draft, phrase, head, numbered=numbered), Kind.PEOPLE)
    if (
        head in words.generic_sides
        and (numbered or head == _PARTY)
        and attributes_only(draft, phrase)
    ):
        return _settle(draft, phrase, _sides(draft, phrase), Kind.PEOPLE)
    sense = sense_of(draft, phrase.index)
    bodies = sense is not None and not sense.person and head not in words.generic_singles
    if sense is not None and bodies and numbered:
        return _settle(draft, phrase, _bodies(draft, phrase, sense.sector), Kind.BODY)
    return False


def count_of(draft: Draft, phrase: Phrase) -> int | None:
    """How many a phrase says that there are, or None."""
    words = [
        phrase.determiner,
        *(modifier.text.lower() for modifier in phrase.modifiers),
        phrase.head.lower(),
    ]
    return next((draft.words.numbers[word] for word in words if word in draft.words.numbers), None)


def attributes_only(draft: Draft, phrase: Phrase) -> bool:
    """Whether nothing before a noun says which one is meant, so that it can point back."""
    words = draft.words
    return all(
        word in words.generic_attributes
        or word in words.numbers
        or word.partition("-")[0].isdigit()
        or word == "-"
        for modifier in phrase.modifiers
        for word in [modifier.text.lower()]
    )


def _named_together(draft: Draft, phrase: Phrase, count: int) -> tuple[Party, ...]:
    """As many parties as a number says, if one coordination named them."""
    for candidate in before(draft, phrase, _WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        if len(group) == count:
            return group
    return ()


def _settle(draft: Draft, phrase: Phrase, parties: tuple[Party, ...], kind: Kind) -> bool:
    if len(parties) < _PAIR:
        return False
    how = f"'{phrase.text}': the last of that kind"
    draft.settle(phrase.index, tuple(renamed(draft, phrase, party, how) for party in parties), kind)
    draft.sure.add(phrase.index)
    return True


def _states(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The states of the last sentence that speaks of two; else the last two; else the story's."""
    found: dict[str, None] = {}
    for _, candidates in groupby(
        before(draft, phrase, _WINDOW), lambda one: draft.phrase(one.phrase).sentence
    ):
        codes = _codes(draft, candidates)
        if len(codes) >= _PAIR:
            return _as_states(draft, reversed(_two(draft, phrase, codes)))
        found.update(dict.fromkeys(codes))
    if len(found) >= _PAIR:
        return _as_states(draft, reversed(list(found)[:_PAIR]))
    about = [code for code in draft.story if code not in found and draft.registry.state(code)]
    return _as_states(draft, [*found, *about][:_PAIR])


def _codes(draft: Draft, candidates: Iterable[Antecedent]) -> list[str]:
    """Codes of the states that some phrases stand for, last first."""
    parties = (party for one in candidates for party in reversed(one.parties))
    return list(dict.fromkeys(party.code for party in parties if draft.registry.state(party.code)))


def _two(draft: Draft, phrase: Phrase, codes: list[str]) -> list[str]:
    """Two of several states: not that of who acts on them; those that the report is about."""
    away = {code for code, _, _ in parties_beside(draft, phrase)}
    rest = [code for code in codes if code not in away]
    codes = rest if len(rest) >= _PAIR else codes
    about = [code for code in codes if code in draft.story[:_PAIR]]
    return about if len(about) == _PAIR else codes[:_PAIR]


def _as_states(draft: Draft, codes: Iterable[str]) -> tuple[Party, ...]:
    actors = [actor for code in codes if (actor := draft.registry.state(code))]
    return tuple(
        Party(actor.code, actor.sector, actor.name, actor.name, actor.id, None, 0, 0)
        for actor in actors
    )


def _persons(draft: Draft, phrase: Phrase, head: str, *, numbered: bool) -> tuple[Party, ...]:
    """Persons named together whom a noun fits; where it gives their number, else the last two."""
    role = _told_role(draft, phrase)
    specific = numbered or bool(role) or head not in draft.words.generic_anybody
    if not role and not numbered and (phrase.modifiers or phrase.complements):
        return ()
    found: dict[tuple[str, str, str], Party] = {}
    for candidate in before(draft, phrase, _WINDOW):
        fitting = [
            party
            for party in with_conjuncts(draft, candidate.phrase)
            if _held(draft, party, head, role)
        ]
        if len(fitting) >= _PAIR:
            return tuple(fitting)
        for party in fitting if specific else ():
            found.setdefault(party.key, party)
    return tuple(reversed(list(found.values())[:_PAIR]))


def _told_role(draft: Draft, phrase: Phrase) -> str:
    """The role that an office's words tell, if one person at a time holds it."""
    sense = sense_of(draft, phrase.index)
    role = role_of(draft, phrase.index, sense) if sense else ""
    return role if role in draft.words.roles_single else ""


def _held(draft: Draft, party: Party, head: str, role: str) -> bool:
    """Whether a party is a person of the document whom a noun of office fits."""
    if party.identifier_text not in draft.roles:
        return False
    if role:
        return draft.roles[party.identifier_text] == role
    return head in draft.words.generic_anybody or head in (party.office or "")


def _sides(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The last two parties that can be at odds; else the two states of the story."""
    away = parties_beside(draft, phrase) | {party.key for party in reporter_of(draft, phrase.index)}
    found: dict[tuple[str, str], Party] = {}
    for candidate in before(draft, phrase, _WINDOW):
        group = {
            _side(draft, party): party
            for party in with_conjuncts(draft, candidate.phrase)
            if party.sector not in draft.words.sectors_bystanders and party.key not in away
        }
        if len(group) >= _PAIR:
            return tuple(group.values())
        for side, party in group.items():
            found.setdefault(side, party)
        if len(found) == _PAIR:
            return tuple(reversed(list(found.values())))
    return _as_states(draft, draft.story[:_PAIR])


def _side(draft: Draft, party: Party) -> tuple[str, str]:
    """For whom a party stands: its state, or its own group."""
    return party.code, "" if party.sector in draft.words.sectors_state else party.sector


def _bodies(draft: Draft, phrase: Phrase, sector: str) -> tuple[Party, ...]:
    """The bodies of the last two states, or the last two groups: "both armies"."""
    sides = _sides(draft, phrase)
    return tuple(
        replace(party, sector=sector, identifier_id=None) if _is_state(draft, party) else party
        for party in sides
    )


def _is_state(draft: Draft, party: Party) -> bool:
    actor = draft.registry.state(party.code)
    return actor is not None and party.identifier_id == actor.id
