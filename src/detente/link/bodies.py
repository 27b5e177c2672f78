"""Offices, bodies and groups of people that a phrase tells without a name of their own."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure, figure_of
from detente.link.offices import owner_of, sector_of, sense_of, title_words
from detente.records import Party, Phrase, PhraseKind

_SINGLE = frozenset(
    ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister", "organisation-head")
)


def link_titles(draft: Draft) -> None:
    """Gives the phrase of an office the person whom the text names with it."""
    for phrase in draft.document.phrases:
        if phrase.index in draft.parties or phrase.index in draft.heads or phrase.index in draft.absorbed:
            continue
        sense = sense_of(draft, phrase.index)
        if sense is None or not sense.person:
            continue
        named = _named_beside(draft, phrase)
        if named:
            draft.settle(phrase.index, named, Kind.PERSON)


def _named_beside(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The person in apposition to an office, or at the end of the phrase after "of"."""
    beside = list(phrase.appositions)
    renamed = draft.settings[phrase.index].renamed
    if renamed is not None:
        beside.append(renamed)
    for marker, inner in phrase.complements:
        mention = draft.heads.get(inner)
        if marker == "of" and mention and draft.phrase(inner).span.start < mention.start - 4:
            beside.append(inner)
    for other in beside:
        mention = draft.heads.get(other)
        if mention and isinstance(mention.meaning, Figure) and other in draft.parties:
            return draft.parties[other]
    return ()


def resolve_body(draft: Draft, phrase: Phrase) -> None:
    """Fills the party of an office or body whose state the words around it or the text tell."""
    sense = sense_of(draft, phrase.index)
    if sense is not None:
        party = body_party(draft, phrase, sense)
        if party:
            draft.settle(phrase.index, (party,), _kind(phrase, sense))


def _kind(phrase: Phrase, sense: NounSense) -> Kind:
    if sense.person:
        return Kind.PEOPLE if phrase.plural else Kind.PERSON
    return Kind.BODY


def body_party(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """The party of a phrase whose noun is an office, a body or a group of people."""
    owner, how = owner_of(draft, phrase.index)
    code = owner.code if owner else ""
    if not code:
        code, how = _code_around(draft, phrase.index)
    holder = _holder(draft, phrase, sense, code, owner)
    start, end = _words(draft, phrase)
    if holder:
        how = f"{sense.role} of {draft.state_name(code)} ({how})"
        return holder.party(start, end, draft.text, how)
    if owner is not None and isinstance(owner.meaning, Actor) and owner.meaning.kind in _NAMED and sense.generic:
        return _named_party(draft, owner.meaning, sense, start, end)
    sector = sector_of(sense, owner)
    text = draft.text[start:end]
    known = draft.names.setdefault((code, sector, sense.noun), text)
    office = title_words(draft, start, end) if sense.person and not phrase.plural and sense.role else None
    return Party(code, sector, text, known, None, office, start, end, reason=f"'{sense.noun}', {how}")


_NAMED = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))


def _named_party(draft: Draft, actor: Actor, sense: NounSense, start: int, end: int) -> Party:
    reason = f"'{sense.noun}' of {actor.name}"
    return Party(
        actor.code, actor.sector, draft.text[start:end], actor.name, actor.id, None, start, end, reason=reason
    )


def _words(draft: Draft, phrase: Phrase) -> tuple[int, int]:
    """The phrase without its determiner."""
    start, end = phrase.span.start, phrase.span.end
    if phrase.determiner and draft.text[start:end].lower().startswith(phrase.determiner + " "):
        start += len(phrase.determiner) + 1
    return start, end


def _code_around(draft: Draft, index: int) -> tuple[str, str]:
    """The state of the nearest name before a phrase in its sentence, else the story's own."""
    sentence = draft.document.sentences[draft.phrase(index).sentence].span
    place = draft.phrase(index).span.start
    nearest = [m for m in draft.mentions if sentence.start <= m.start < place and m.code]
    if nearest:
        return nearest[-1].code, "nearest name before it"
    if draft.story:
        return draft.story[0], "the report's leading state"
    return "", "no state near it"


def _holder(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, owner: Mention | None
) -> Figure | None:
    """The person in a single-holder office, of the document first, then of the registry."""
    if phrase.plural or sense.role not in _SINGLE or not code:
        return None
    if any(modifier.lemma.lower() in ("former", "ex", "deputy", "next", "new") for modifier in phrase.modifiers):
        return None
    figures = [f for f in draft.figures if f.code == code and f.role == sense.role]
    if figures:
        before = [f for f in figures if f.place < phrase.span.start]
        return (before or figures)[-1 if before else 0]
    held = draft.registry.holders(code, sense.role, draft.day)
    if len(held) != 1 or owner is None:
        return None
    figure = figure_of(held[0].person, draft.day, phrase.span.start)
    draft.figures.append(figure)
    return figure
