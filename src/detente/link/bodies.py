"""Offices, bodies and groups of people that a phrase tells without a name of their own."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure, figure_of
from detente.link.focus import Antecedent, best
from detente.link.offices import owners_of, sector_of, sense_of, title_words
from detente.link.wording import words_span
from detente.records import Party, Phrase

_NAMED = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))
_OWNERS = frozenset((Kind.BODY, Kind.GROUP, Kind.ORGANISATION, Kind.STATE))


def resolve_body(draft: Draft, phrase: Phrase) -> None:
    """Fills the parties of an office or body whose state the words around it or the text tell."""
    sense = sense_of(draft, phrase.index)
    if sense is None:
        return
    owners, how = owners_of(draft, phrase.index)
    if not phrase.plural:
        owners = owners[:1]
    if owners:
        parties = [_owned(draft, phrase, sense, owner, how) for owner in owners]
    else:
        parties = [_unowned(draft, phrase, sense)]
    found = tuple(dict.fromkeys(party for party in parties if party))
    if found:
        draft.settle(phrase.index, found, _kind(phrase, sense))


def _kind(phrase: Phrase, sense: NounSense) -> Kind:
    if sense.person:
        return Kind.PEOPLE if phrase.plural else Kind.PERSON
    return Kind.BODY


def _owned(draft: Draft, phrase: Phrase, sense: NounSense, owner: Mention, how: str) -> Party:
    holder = _holder(draft, phrase, sense, owner.code, from_registry=True)
    start, end = words_span(draft, phrase)
    if holder:
        why = f"{sense.role} of {draft.state_name(owner.code)} ({how})"
        return holder.party(start, end, draft.text, why)
    meaning = owner.meaning
    if isinstance(meaning, Actor) and meaning.kind in _NAMED and sense.generic:
        return _member(draft, meaning, sense, start, end)
    return _plain(draft, phrase, sense, owner.code, sector_of(draft, sense, owner), f"{meaning.name} {how}")


def _member(draft: Draft, actor: Actor, sense: NounSense, start: int, end: int) -> Party:
    reason = f"'{sense.noun}' of {actor.name}"
    return Party(
        actor.code, actor.sector, draft.text[start:end], actor.name, actor.id, None, start, end, reason=reason
    )


def _plain(draft: Draft, phrase: Phrase, sense: NounSense, code: str, sector: str, how: str) -> Party:
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    known = draft.names.setdefault((code, sector, sense.noun), text)
    office = title_words(draft, start, end) if sense.person and sense.role and not phrase.plural else None
    return Party(code, sector, text, known, None, office, start, end, reason=f"'{sense.noun}', {how}")


def _unowned(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """The party of an office or body whose state no word beside it tells."""
    if phrase.plural and sense.role in draft.words.roles_single:
        return None
    if sense.generic and sense.person:
        belongs = best(draft, phrase, _may_own, 1)
        if belongs:
            return _of_antecedent(draft, phrase, sense, belongs)
    code, how = _code_around(draft, phrase)
    holder = _holder(draft, phrase, sense, code, from_registry=phrase.determiner == "the")
    if holder:
        start, end = words_span(draft, phrase)
        return holder.party(start, end, draft.text, f"{sense.role} of {draft.state_name(code)} ({how})")
    return _plain(draft, phrase, sense, code, sense.sector, how)


def _may_own(candidate: Antecedent) -> bool:
    return candidate.kind in _OWNERS and len(candidate.parties) == 1


def _of_antecedent(draft: Draft, phrase: Phrase, sense: NounSense, belongs: Antecedent) -> Party:
    owner = belongs.parties[0]
    start, end = words_span(draft, phrase)
    reason = f"'{sense.noun}' of {owner.identifier_text}, spoken of before"
    office = title_words(draft, start, end) if sense.role and not phrase.plural else None
    name = owner.identifier_text if owner.sector != "GOV" else draft.text[start:end]
    return Party(
        owner.code, owner.sector, draft.text[start:end], name, None, office, start, end, reason=reason
    )


def _code_around(draft: Draft, phrase: Phrase) -> tuple[str, str]:
    """The state of the nearest name before a phrase in its sentence, else the story's own."""
    sentence = draft.document.sentences[phrase.sentence].span
    for mention in reversed(draft.mentions):
        if sentence.start <= mention.start < phrase.span.start and draft.registry.state(mention.code):
            return mention.code, f"nearest name before it, {mention.meaning.name}"
    if draft.story:
        return draft.story[0], "the report's leading state"
    return "", "no state near it"


def _holder(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, *, from_registry: bool
) -> Figure | None:
    """The person in a single-holder office, of the document first, then of the registry."""
    if phrase.plural or sense.role not in draft.words.roles_single or not code:
        return None
    if any(modifier.lemma.lower() in draft.words.names_not_holder for modifier in phrase.modifiers):
        return None
    figures = [figure for figure in draft.figures if figure.code == code and figure.role == sense.role]
    if figures:
        before = [figure for figure in figures if figure.place < phrase.span.start]
        return before[-1] if before else figures[0]
    held = draft.registry.holders(code, sense.role, draft.day)
    if len(held) != 1 or not from_registry:
        return None
    figure = figure_of(held[0].person, draft.day, phrase.span.start)
    draft.figures.append(figure)
    return figure
