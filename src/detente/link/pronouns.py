"""Pronouns: he, she, it, they, we, I."""

from __future__ import annotations

from dataclasses import replace

from detente.link.draft import Draft, Kind
from detente.link.focus import Antecedent, best, competitor
from detente.link.speech import reporter_of, with_conjuncts
from detente.link.wording import renamed
from detente.records import Party, Phrase

_SEVERAL = frozenset(("between", "among"))
_THINGS = frozenset((Kind.STATE, Kind.ORGANISATION, Kind.BODY, Kind.GROUP))
_MANY = frozenset((Kind.PEOPLE, Kind.GROUP, Kind.ORGANISATION, Kind.BODY))


def resolve_pronoun(draft: Draft, phrase: Phrase) -> None:
    """Gives a pronoun the parties it points back to, if they can be told.

    Args:
        draft: the document, linked up to the pronoun.
        phrase: the pronoun.
    """
    word, words = phrase.text.lower(), draft.words
    if word in words.pronouns_male or word in words.pronouns_female:
        _point(draft, phrase, _person(draft, phrase), "nearest person that fits")
    elif word in words.pronouns_plural or word in words.pronouns_pair:
        _point(draft, phrase, _plural(draft, phrase), "nearest parties that fit")
    elif word in words.pronouns_thing:
        _point(draft, phrase, _thing(draft, phrase), "nearest state or body that fits")
    elif word in words.pronouns_speaker:
        _speak(draft, phrase, draft.speakers.get(draft.quoted.get(phrase.index, -1), ()))
    elif word in words.pronouns_speakers:
        speakers = draft.speakers.get(draft.quoted.get(phrase.index, -1), ())
        _speak(draft, phrase, tuple(_side(draft, party) for party in speakers))


def _point(draft: Draft, phrase: Phrase, found: Antecedent | None, how: str) -> None:
    if found:
        parties = tuple(
            renamed(draft, phrase, party, f"'{phrase.text}': {how}") for party in found.parties
        )
        draft.settle(phrase.index, parties, found.kind)
        draft.sure.add(phrase.index)


def _speak(draft: Draft, phrase: Phrase, parties: tuple[Party, ...]) -> None:
    if parties:
        found = tuple(
            renamed(draft, phrase, party, f"'{phrase.text}': who is quoted") for party in parties
        )
        draft.settle(phrase.index, found, Kind.PERSON if len(found) == 1 else Kind.PEOPLE)
        draft.sure.add(phrase.index)


def _side(draft: Draft, party: Party) -> Party:
    """Those for whom a speaker says "we": the state where the speaker holds an office of it."""
    actor = draft.registry.state(party.code)
    if actor is None or party.sector not in draft.words.sectors_state:
        return party
    return replace(
        party,
        sector=actor.sector,
        identifier_text=actor.name,
        identifier_id=actor.id,
        office=None,
        gender="",
    )


def _person(draft: Draft, phrase: Phrase) -> Antecedent | None:
    gender = "m" if phrase.text.lower() in draft.words.pronouns_male else "f"
    reporters = {party.key for party in reporter_of(draft, phrase.index)}
    quoted = phrase.index in draft.quoted
    beside = parties_beside(draft, phrase)

    def fits(candidate: Antecedent) -> bool:
        if candidate.kind is not Kind.PERSON or len(candidate.parties) != 1:
            return False
        party = candidate.parties[0]
        if party.gender not in ("", gender) or (quoted and party.key in reporters):
            return False
        return party.key not in beside

    return best(draft, phrase, fits)


def parties_beside(draft: Draft, phrase: Phrase) -> set[tuple[str, str, str]]:
    """The other parties of a pronoun's own clause, whom it cannot mean."""
    setting = draft.settings[phrase.index]
    clause = phrase.clause if setting.clause is None else setting.clause
    if clause is None or setting.owned is not None:
        return set()
    arguments = draft.document.clauses[clause].arguments
    return {
        party.key
        for argument in arguments
        if argument.phrase != phrase.index
        for party in with_conjuncts(draft, argument.phrase)
    }


def _plural(draft: Draft, phrase: Phrase) -> Antecedent | None:
    setting = draft.settings[phrase.index]
    between = setting.marker in _SEVERAL or phrase.text.lower() in draft.words.pronouns_pair
    beside = parties_beside(draft, phrase)

    def fits(candidate: Antecedent) -> bool:
        if _is_part(draft, candidate.phrase):
            return False
        parties = with_conjuncts(draft, candidate.phrase)
        many = len(parties) > 1 or (not between and _is_many(draft, candidate))
        return many and not any(party.key in beside for party in parties)

    found = best(draft, phrase, fits)
    speaks = setting.subjectlike and setting.predicate in draft.verbs
    if not (between or speaks) and competitor(draft, phrase, found, plural=True):
        return None
    return replace(found, parties=with_conjuncts(draft, found.phrase)) if found else None


def _is_part(draft: Draft, phrase: int) -> bool:
    """Whether a phrase is coordinated with an earlier one, or renames one that says who they are."""
    renamed_by = draft.settings[phrase].renamed
    return draft.phrase(phrase).first_conjunct is not None or renamed_by in draft.parties


def _is_many(draft: Draft, candidate: Antecedent) -> bool:
    """Whether one party can be "they": people, groups, and a body like the police."""
    record = draft.phrase(candidate.phrase)
    if candidate.kind is Kind.BODY and not record.plural:
        return record.head.lower() in draft.words.generic_collective
    return candidate.kind in _MANY


def _thing(draft: Draft, phrase: Phrase) -> Antecedent | None:
    setting = draft.settings[phrase.index]
    possessive = setting.owned is not None
    beside = parties_beside(draft, phrase)

    def fits(candidate: Antecedent) -> bool:
        if candidate.kind not in _THINGS or len(candidate.parties) != 1:
            return False
        if draft.phrase(candidate.phrase).plural and candidate.kind is not Kind.STATE:
            return False
        return candidate.parties[0].key not in beside

    if not possessive and _expletive(draft, phrase):
        return None
    found = best(draft, phrase, fits, 1)
    return None if competitor(draft, phrase, found, plural=False) else found


def _expletive(draft: Draft, phrase: Phrase) -> bool:
    """Whether "it" only holds the place of a clause, as in "it is useful to talk"."""
    clause = draft.settings[phrase.index].clause
    if clause is None:
        return True
    record = draft.document.clauses[clause]
    if record.copular:
        return record.predicate not in draft.words.pronouns_minded
    below = [draft.document.clauses[index] for index in draft.sentence_clauses[record.sentence]]
    return any(other.parent == clause and other.marker in ("to", "that") for other in below)
