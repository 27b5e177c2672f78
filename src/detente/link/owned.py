"""Offices and bodies that words beside them give an owner: a name, or a phrase that points back."""

from __future__ import annotations

from dataclasses import replace

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.holders import holder_of
from detente.link.nameless import member_party, nameless_party
from detente.link.offices import sector_of, sense_of
from detente.link.states import as_party
from detente.link.wording import words_span
from detente.records import Party, Phrase, PhraseKind

_NAMED = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))
# code and sector of bodies of several states, such as a coalition that one of them leads
_JOINT = "IGO"


def owned_party(
    draft: Draft, phrase: Phrase, sense: NounSense, owner: Mention, how: str, *, single: bool
) -> Party:
    """The party of an office or body that belongs to whom a name tells.

    Args:
        draft: the document.
        phrase: the phrase.
        sense: what its noun stands for.
        owner: the name.
        how: how the name stands there, for ``explain``.
        single: whether the owner's office can have one holder.
    """
    holder = holder_of(draft, phrase, sense, owner.code, from_registry=True) if single else None
    if holder:
        start, end = words_span(draft, phrase)
        why = f"{holder.role} of {draft.state_name(owner.code)} ({how})"
        return holder.party(start, end, draft.text, why)
    meaning = owner.meaning
    body = as_party(draft, owner) if _is_member(draft, sense, meaning) else None
    if body:
        return member_party(draft, phrase, sense, body, "", named=True)
    told = f"{meaning.name} {how}"
    if sense.sector == _JOINT and not sense.person:
        return nameless_party(draft, phrase, sense, _JOINT, _JOINT, told)
    sector = sector_of(draft, _whole(draft, phrase, sense), owner)
    return nameless_party(draft, phrase, sense, owner.code, sector, told)


def _whole(draft: Draft, phrase: Phrase, sense: NounSense) -> NounSense:
    """What members and parts are of: "a faction of the army" is army."""
    if phrase.head.lower() not in draft.words.generic_members:
        return sense
    for marker, inner in phrase.complements:
        found = sense_of(draft, inner) if marker == "of" and inner not in draft.heads else None
        if found:
            return found
    return sense


def _is_member(draft: Draft, sense: NounSense, owner: object) -> bool:
    """Whether a noun stands for the body or group itself: "Hamas fighters", "a Pentagon spokesman"."""
    if not isinstance(owner, Actor):
        return False
    if owner.kind is ActorKind.GROUP:
        return sense.sector not in draft.words.sectors_local
    return sense.generic and owner.kind in _NAMED


def pointed_owners(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """Those whom a pronoun or noun that points back makes the owners: "the heads of the two states"."""
    if phrase.possessor is not None:
        return draft.parties.get(phrase.possessor, ())
    for marker, inner in phrase.complements:
        if marker == "of" and inner in draft.sure and inner not in draft.heads:
            return draft.parties.get(inner, ())
    return ()


def lacks_owner(draft: Draft, phrase: Phrase) -> bool:
    """Whether a pronoun tells whose a body is, but nobody can tell whom the pronoun means."""
    owner = phrase.possessor
    if owner is None or owner in draft.parties:
        return False
    return draft.phrase(owner).kind is PhraseKind.PRONOUN


def possessed_party(draft: Draft, phrase: Phrase, sense: NounSense, owner: Party) -> Party:
    """An office or body of whom a pronoun or another noun before it points to: "their forces"."""
    holder = holder_of(draft, phrase, sense, owner.code, from_registry=True)
    if holder:
        start, end = words_span(draft, phrase)
        why = f"{holder.role} of {owner.identifier_text}, its possessor"
        return holder.party(start, end, draft.text, why)
    keeping, local = draft.words.sectors_keeping, draft.words.sectors_local
    if owner.sector in keeping and sense.sector not in local:
        return member_party(draft, phrase, sense, owner, ", its possessor", named=True)
    state = replace(owner, sector=sense.sector)
    return member_party(draft, phrase, sense, state, ", its possessor", named=False)
