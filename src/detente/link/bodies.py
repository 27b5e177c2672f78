"""Offices, bodies and groups of people that a phrase tells without a name of their own."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.link.draft import Draft, Kind, Mention
from detente.link.offices import is_personal, owners_of, sense_of
from detente.link.owned import lacks_owner, owned_party, pointed_owners, possessed_party
from detente.link.unowned import unowned_party
from detente.records import Party, Phrase


def resolve_body(draft: Draft, phrase: Phrase) -> bool:
    """Fills the parties of an office or body whose state the words around it or the text tell.

    Args:
        draft: the document, linked up to the phrase.
        phrase: a noun phrase without a name of its own.

    Returns:
        Whether it was such a noun and found its parties.
    """
    sense = sense_of(draft, phrase.index)
    if _is_share(draft, phrase):
        return False
    if sense is None or phrase.determiner in draft.words.generic_nobody:
        return False
    owners, how = owners_of(draft, phrase.index)
    owners = owners if phrase.plural else owners[:1]
    if _is_abstract(draft, phrase, sense, owners) or _is_meeting(draft, phrase, sense, how):
        return False
    pointed = () if owners else pointed_owners(draft, phrase)
    if owners:
        found = _of_names(draft, phrase, sense, owners, how)
    elif pointed:
        found = [possessed_party(draft, phrase, sense, party) for party in pointed]
    else:
        found = _of_text(draft, phrase, sense)
    if found:
        draft.settle(phrase.index, tuple(dict.fromkeys(found)), _kind(draft, phrase, sense))
        if owners or pointed:
            draft.sure.add(phrase.index)
    return bool(found)


def _is_share(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun of number only counts those it hangs on: "thousands of farmers"."""
    return phrase.head.lower() in draft.words.generic_quantities and any(
        marker == "of" for marker, _ in phrase.complements
    )


def _of_names(
    draft: Draft, phrase: Phrase, sense: NounSense, owners: list[Mention], how: str
) -> list[Party]:
    single = len(owners) > 1 or not phrase.plural
    return [owned_party(draft, phrase, sense, owner, how, single=single) for owner in owners]


def _of_text(draft: Draft, phrase: Phrase, sense: NounSense) -> list[Party]:
    if sense.weak or lacks_owner(draft, phrase):
        return []
    party = unowned_party(draft, phrase, sense)
    return [party] if party else []


def _is_abstract(draft: Draft, phrase: Phrase, sense: NounSense, owners: list[Mention]) -> bool:
    """Whether a bare noun means the thing, not those who do it: "opposition from militants"."""
    if phrase.plural or phrase.determiner or phrase.possessor is not None or phrase.modifiers:
        return False
    if sense.person:
        return not draft.settings[phrase.index].subjectlike
    before = any(owner.start < phrase.head_span.start for owner in owners)
    return phrase.head.lower() not in draft.words.generic_bare and not before


def _is_meeting(draft: Draft, phrase: Phrase, sense: NounSense, how: str) -> bool:
    """Whether holders of one office in several states only meet in the place: "ministers in Cairo"."""
    return phrase.plural and sense.role in draft.words.roles_single and how == "after 'in'"


def _kind(draft: Draft, phrase: Phrase, sense: NounSense) -> Kind:
    if not is_personal(draft, phrase.index, sense):
        return Kind.BODY
    many = phrase.plural or phrase.head.lower() in draft.words.generic_collective
    return Kind.PEOPLE if many else Kind.PERSON
