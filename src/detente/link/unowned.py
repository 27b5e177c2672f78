"""Offices and bodies whose owner no word beside them tells."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import OfficeRole
from detente.link.draft import Draft, Kind
from detente.link.focus import Antecedent, best
from detente.link.holders import holder_of
from detente.link.nameless import member_party, nameless_party
from detente.link.offices import owners_of
from detente.link.owned import pointed_owners
from detente.link.speech import clause_subjects
from detente.link.wording import renamed, words_span
from detente.records import Party, Phrase, Role

_GOVERNMENT = "GOV"
# code and sector of bodies of states
_JOINT = "IGO"
_ARMS_MEMORY = 8
_OWNERS = frozenset((Kind.BODY, Kind.GROUP, Kind.ORGANISATION, Kind.STATE))


def unowned_party(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """The party of an office or body as the text around it tells, or None where it cannot.

    Args:
        draft: the document, linked up to the phrase.
        phrase: the phrase.
        sense: what its noun stands for.
    """
    if phrase.plural and sense.role in draft.words.roles_single:
        return None
    known = _arms_again(draft, phrase, sense) or _of_spoken(draft, phrase, sense)
    if known:
        return known
    code, how = sense.state, "the only state that has one"
    if not code:
        code, how = _code_above(draft, phrase, sense) or _code_around(draft, phrase, sense)
    if not phrase.plural:
        definite = phrase.determiner == "the"
        holder = holder_of(draft, phrase, sense, code, from_registry=definite)
        if holder:
            start, end = words_span(draft, phrase)
            why = f"{sense.role} of {draft.state_name(code)} ({how})"
            return holder.party(start, end, draft.text, why)
    return nameless_party(draft, phrase, sense, code, sense.sector, how)


def _arms_again(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """The fighters whom the same noun told with an owner before: "Syrian rebels", then "rebels"."""
    if not phrase.plural or sense.sector not in draft.words.sectors_armed:
        return None
    head = phrase.head.lower()

    def fits(candidate: Antecedent) -> bool:
        if candidate.phrase not in draft.sure or len(candidate.parties) != 1:
            return False
        return draft.phrase(candidate.phrase).head.lower() == head

    again = best(draft, phrase, fits, _ARMS_MEMORY)
    if again is None:
        return None
    return renamed(draft, phrase, again.parties[0], f"'{phrase.text}': called so before")


def _of_spoken(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """A spokesman or official of the body spoken of just before."""
    if not (sense.generic or sense.role == OfficeRole.SPOKESPERSON):
        return None
    found = best(draft, phrase, _may_own, 1)
    if found is None:
        return None
    owner = found.parties[0]
    named = owner.sector != _GOVERNMENT
    return member_party(draft, phrase, sense, owner, ", spoken of before", named=named)


def _may_own(candidate: Antecedent) -> bool:
    return candidate.kind in _OWNERS and len(candidate.parties) == 1


def _code_above(draft: Draft, phrase: Phrase, sense: NounSense) -> tuple[str, str] | None:
    """The state of what forces are part of, or of who musters them: "Brazil moved troops"."""
    if sense.sector not in draft.words.sectors_armed:
        return None
    setting = draft.settings[phrase.index]
    if setting.holder is not None and setting.marker == "of":
        return _code_of_whole(draft, setting.holder)
    mustered = setting.role is Role.OBJECT and setting.predicate in draft.words.place_musters
    if not mustered or setting.clause is None:
        return None
    for party in clause_subjects(draft, setting.clause):
        if draft.registry.state(party.code):
            return party.code, f"mustered by {party.identifier_text}"
    return None


def _code_of_whole(draft: Draft, whole: int) -> tuple[str, str] | None:
    owners, _ = owners_of(draft, whole)
    codes = [owner.code for owner in owners]
    codes += [party.code for party in pointed_owners(draft, draft.phrase(whole))]
    return (codes[0], "like what it is part of") if codes else None


def _code_around(draft: Draft, phrase: Phrase, sense: NounSense) -> tuple[str, str]:
    """The state of the report; for those at home anywhere, that of which their sentence speaks."""
    if sense.sector == _JOINT and phrase.plural:
        return _JOINT, "of several states"
    if sense.sector in draft.words.sectors_local | draft.words.sectors_placed:
        found = _code_of_sentence(draft, phrase, sense)
        if found:
            return found
    if draft.story:
        return draft.story[0], "the report's leading state"
    return "", "no state near it"


def _code_of_sentence(draft: Draft, phrase: Phrase, sense: NounSense) -> tuple[str, str] | None:
    """The state of a place in the sentence, else of a state that is its subject."""
    sentence = draft.sentence_phrases[phrase.sentence]
    for index in sentence:
        place = draft.places.get(index)
        if place and place.country:
            return place.country, f"in {place.name}"
    for index in sentence if sense.sector in draft.words.sectors_local else ():
        if index < phrase.index and draft.kinds.get(index) is Kind.STATE:
            if draft.settings[index].subjectlike:
                return draft.parties[index][0].code, "the state its sentence speaks of"
    return None
