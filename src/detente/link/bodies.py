"""Offices, bodies and groups of people that a phrase tells without a name of their own."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind, OfficeRole
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure, figure_of
from detente.link.focus import Antecedent, best
from detente.link.offices import owners_of, role_of, sector_of, sense_of, title_words
from detente.link.wording import gender_of, renamed, words_span
from detente.records import Party, Phrase

_NAMED = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))
_GOVERNING = frozenset((OfficeRole.HEAD_OF_STATE, OfficeRole.HEAD_OF_GOVERNMENT))
# code and sector of bodies of several states, such as a coalition that one of them leads
_JOINT = "IGO"
_LONG = 8
_OWNERS = frozenset((Kind.BODY, Kind.GROUP, Kind.ORGANISATION, Kind.STATE))


def resolve_body(draft: Draft, phrase: Phrase) -> None:
    """Fills the parties of an office or body whose state the words around it or the text tell."""
    sense = sense_of(draft, phrase.index)
    if sense is None or _renames(draft, phrase):
        return
    owners, how = owners_of(draft, phrase.index)
    if not phrase.plural:
        owners = owners[:1]
    if phrase.determiner in draft.words.generic_nobody or _is_abstract(draft, phrase, owners):
        return
    pointed = () if owners else _pointed_owners(draft, phrase)
    if owners:
        single = len(owners) > 1 or not phrase.plural
        parties = [_owned(draft, phrase, sense, owner, how, single=single) for owner in owners]
    elif pointed:
        parties = [_possessed(draft, phrase, sense, party) for party in pointed]
    elif sense.weak:
        return
    else:
        parties = [_unowned(draft, phrase, sense)]
    found = tuple(dict.fromkeys(party for party in parties if party))
    if found:
        draft.settle(phrase.index, found, _kind(draft, phrase, sense))
        if owners or pointed:
            draft.sure.add(phrase.index)


def _renames(draft: Draft, phrase: Phrase) -> bool:
    """Takes over the party that a phrase stands in apposition to: "France, the former colonial power"."""
    renamed_by = draft.settings[phrase.index].renamed
    if renamed_by is None or renamed_by not in draft.heads or renamed_by not in draft.parties:
        return False
    how = f"'{phrase.text}': in apposition"
    parties = tuple(renamed(draft, phrase, party, how) for party in draft.parties[renamed_by])
    draft.settle(phrase.index, parties, draft.kinds.get(renamed_by))
    return True


def _is_abstract(draft: Draft, phrase: Phrase, owners: list[Mention]) -> bool:
    """Whether a bare noun means the thing, not those who do it: "opposition from militants"."""
    if phrase.plural or phrase.determiner or phrase.possessor is not None or phrase.modifiers:
        return False
    before = any(owner.start < phrase.head_span.start for owner in owners)
    return phrase.head.lower() in draft.words.generic_abstract and not before


def _pointed_owners(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """Those whom a pronoun or noun that points back makes the owners: "the heads of the two states"."""
    if phrase.possessor is not None:
        return draft.parties.get(phrase.possessor, ())
    for marker, inner in phrase.complements:
        if marker == "of" and inner in draft.sure and inner not in draft.heads:
            return draft.parties.get(inner, ())
    return ()


def _kind(draft: Draft, phrase: Phrase, sense: NounSense) -> Kind:
    head = phrase.head.lower()
    if sense.person or head in draft.words.generic_singles:
        many = phrase.plural or head in draft.words.generic_collective
        return Kind.PEOPLE if many else Kind.PERSON
    return Kind.BODY


def _possessed(draft: Draft, phrase: Phrase, sense: NounSense, owner: Party) -> Party:
    """An office or body of whom a pronoun or another noun before it points to: "their forces"."""
    how = f"of {owner.identifier_text}, its possessor"
    holder = _holder(draft, phrase, sense, owner.code, from_registry=True)
    start, end = words_span(draft, phrase)
    if holder:
        return holder.party(start, end, draft.text, f"{holder.role} {how}")
    text = draft.text[start:end]
    keeps = (
        owner.sector in draft.words.sectors_keeping
        and sense.sector not in draft.words.sectors_local
    )
    sector = owner.sector if keeps else sense.sector
    name = owner.identifier_text if keeps else text
    identity = owner.identifier_id if keeps else None
    reason, gender = f"'{sense.noun}' {how}", gender_of(draft, phrase)
    return Party(owner.code, sector, text, name, identity, None, start, end, gender, reason)


def _owned(
    draft: Draft, phrase: Phrase, sense: NounSense, owner: Mention, how: str, *, single: bool
) -> Party:
    holder = _holder(draft, phrase, sense, owner.code, from_registry=True) if single else None
    start, end = words_span(draft, phrase)
    if holder:
        why = f"{holder.role} of {draft.state_name(owner.code)} ({how})"
        return holder.party(start, end, draft.text, why)
    meaning = owner.meaning
    if isinstance(meaning, Actor) and _is_member(draft, sense, meaning):
        return _member(draft, meaning, sense, start, end)
    return _plain(
        draft, phrase, sense, owner.code, sector_of(draft, sense, owner), f"{meaning.name} {how}"
    )


def _is_member(draft: Draft, sense: NounSense, actor: Actor) -> bool:
    """Whether a noun stands for the body or group itself: "Hamas fighters", "a Pentagon spokesman"."""
    if actor.kind is ActorKind.GROUP:
        return sense.sector not in draft.words.sectors_local
    return sense.generic and actor.kind in _NAMED


def _member(draft: Draft, actor: Actor, sense: NounSense, start: int, end: int) -> Party:
    reason = f"'{sense.noun}' of {actor.name}"
    return Party(
        actor.code,
        actor.sector,
        draft.text[start:end],
        actor.name,
        actor.id,
        None,
        start,
        end,
        reason=reason,
    )


def _plain(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, sector: str, how: str
) -> Party:
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    known = draft.names.setdefault((code, sector, sense.noun), text)
    office = (
        title_words(draft, start, end)
        if sense.person and sense.role and not phrase.plural
        else None
    )
    reason, gender = f"'{sense.noun}', {how}", gender_of(draft, phrase)
    return Party(code, sector, text, known, None, office, start, end, gender, reason)


def _unowned(draft: Draft, phrase: Phrase, sense: NounSense) -> Party | None:
    """The party of an office or body whose state no word beside it tells."""
    if phrase.plural and sense.role in draft.words.roles_single:
        return None
    if phrase.plural and sense.sector in draft.words.sectors_armed:
        again = best(draft, phrase, lambda candidate: _same_arms(draft, phrase, candidate), _LONG)
        if again:
            how = f"'{phrase.text}': called so before"
            return renamed(draft, phrase, again.parties[0], how)
    if sense.generic and sense.person:
        belongs = best(draft, phrase, _may_own, 1)
        if belongs:
            return _of_antecedent(draft, phrase, sense, belongs)
    code, how = _code_around(draft, phrase, sense)
    holder = None
    if not phrase.plural:
        holder = _holder(draft, phrase, sense, code, from_registry=phrase.determiner == "the")
    if holder:
        start, end = words_span(draft, phrase)
        return holder.party(
            start, end, draft.text, f"{sense.role} of {draft.state_name(code)} ({how})"
        )
    return _plain(draft, phrase, sense, code, sense.sector, how)


def _same_arms(draft: Draft, phrase: Phrase, candidate: Antecedent) -> bool:
    """Whether a phrase told whose the fighters are that are now told by the bare noun."""
    if candidate.phrase not in draft.sure or len(candidate.parties) != 1:
        return False
    return draft.phrase(candidate.phrase).head.lower() == phrase.head.lower()


def _may_own(candidate: Antecedent) -> bool:
    return candidate.kind in _OWNERS and len(candidate.parties) == 1


def _of_antecedent(draft: Draft, phrase: Phrase, sense: NounSense, belongs: Antecedent) -> Party:
    owner = belongs.parties[0]
    start, end = words_span(draft, phrase)
    reason = f"'{sense.noun}' of {owner.identifier_text}, spoken of before"
    office = title_words(draft, start, end) if sense.role and not phrase.plural else None
    name = owner.identifier_text if owner.sector != "GOV" else draft.text[start:end]
    return Party(
        owner.code,
        owner.sector,
        draft.text[start:end],
        name,
        None,
        office,
        start,
        end,
        reason=reason,
    )


def _code_around(draft: Draft, phrase: Phrase, sense: NounSense) -> tuple[str, str]:
    """The state of the report; for those at home anywhere, of the place that their sentence names."""
    if sense.sector in draft.words.sectors_local:
        for index in draft.sentence_phrases[phrase.sentence]:
            place = draft.places.get(index)
            if place and place.country:
                return place.country, f"in {place.name}"
    if draft.story:
        return draft.story[0], "the report's leading state"
    return "", "no state near it"


def _holder(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, *, from_registry: bool
) -> Figure | None:
    """The person in a single-holder office, of the document first, then of the registry."""
    role = role_of(draft, phrase.index, sense)
    if phrase.head.lower() in draft.words.generic_leaders and not phrase.plural:
        return _leader(draft, phrase, code)
    if role not in draft.words.roles_single or not code:
        return None
    if any(modifier.lemma.lower() in draft.words.names_not_holder for modifier in phrase.modifiers):
        return None
    figures = [figure for figure in draft.figures if figure.code == code and figure.role == role]
    if figures:
        before = [figure for figure in figures if figure.place < phrase.span.start]
        return before[-1] if before else figures[0]
    held = draft.registry.holders(code, role, draft.day)
    if len(held) != 1 or not from_registry:
        return None
    figure = figure_of(held[0].person, draft.day, phrase.span.start)
    draft.add_figure(figure)
    return figure


def _leader(draft: Draft, phrase: Phrase, code: str) -> Figure | None:
    """The head of state or government of the document whom "the Russian leader" means."""
    figures = [figure for figure in draft.figures if figure.code == code and figure.role in _GOVERNING]
    before = [figure for figure in figures if figure.place < phrase.span.start]
    return (before or figures or [None])[-1]
