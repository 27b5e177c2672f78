"""States, towns and bodies by name: whom or what place a name stands for where it stands."""

from __future__ import annotations

from dataclasses import replace

from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure
from detente.link.offices import counts
from detente.link.wording import words_span
from detente.records import Location, Party, Phrase, Role, Span

_GOVERNMENT = "GOV"
_CIVILIAN = "CVL"
_WHOLE = frozenset(("the", "these", "those"))
_TOWNS = frozenset((ActorKind.CAPITAL, ActorKind.SEAT, ActorKind.PLACE, ActorKind.TERRITORY))
_STATES = frozenset((ActorKind.STATE,))


def link_names(draft: Draft) -> None:
    """Fills parties and places of the phrases that a name heads, and modifiers of the others."""
    for phrase in draft.document.phrases:
        mention = draft.heads.get(phrase.index)
        if mention is not None:
            _link_head(draft, phrase, mention)


def link_modifiers(draft: Draft) -> None:
    """Fills whom the words before a head name, where the phrase is no party of its own."""
    for index, mentions in draft.inner.items():
        if index in draft.parties or index in draft.heads:
            continue
        named = [as_party(draft, mention) for mention in mentions if counts(draft, mention)]
        found = [party for party in named if party]
        if _is_violent(draft, index):
            found = [_military(draft, party) for party in found]
        if found:
            draft.modifiers[index] = tuple(found)


def _is_violent(draft: Draft, index: int) -> bool:
    phrase = draft.phrase(index)
    head = phrase.head.lower()
    pair = f"{phrase.modifiers[-1].lemma.lower()} {head}" if phrase.modifiers else head
    return head in draft.words.violence_nouns or pair in draft.words.violence_nouns


def _military(draft: Draft, party: Party) -> Party:
    """A state as the one whose arms are spoken of."""
    if draft.registry.state(party.code) is None or party.identifier_id != f"state:{party.code}":
        return party
    return replace(party, sector="MIL", identifier_text=f"military of {party.identifier_text}", identifier_id=None)


def _link_head(draft: Draft, phrase: Phrase, mention: Mention) -> None:
    place = place_of(draft, phrase, mention)
    if place is not None:
        draft.places[phrase.index] = place
        if not _party_all_the_same(draft, phrase.index):
            return
    if mention.hyphen and mention.hyphen not in draft.words.names_led:
        return
    party = _people(draft, phrase, mention) if mention.kind is Kind.PEOPLE else as_party(draft, mention)
    if party and not (isinstance(mention.meaning, Actor) and mention.meaning.kind is ActorKind.PLACE):
        draft.settle(phrase.index, (party,), mention.kind)


def _people(draft: Draft, phrase: Phrase, mention: Mention) -> Party | None:
    """Members of a people: with a bare "the" they are their state, else civilians."""
    party = as_party(draft, mention)
    if party is None or not (phrase.plural or phrase.determiner):
        return None
    whole = phrase.determiner in _WHOLE and not phrase.modifiers and not (party.identifier_id or "").startswith("territory")
    if whole:
        return party
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    return replace(
        party, sector=_CIVILIAN, identifier_text=text, identifier_id=None, entity_text=text, start=start, end=end
    )


def _party_all_the_same(draft: Draft, index: int) -> bool:
    setting = draft.settings[index]
    return setting.marker == "in" and setting.predicate in draft.words.place_in_verbs


def place_of(draft: Draft, phrase: Phrase, mention: Mention) -> Location | None:
    """The place that a name stands for, or None where it stands for a party."""
    meaning = mention.meaning
    if isinstance(meaning, Figure) or not _is_place(draft, phrase.index, meaning):
        return None
    return Location(
        name=draft.text[mention.start : mention.end],
        country=meaning.code or None,
        span=Span(mention.start, mention.end),
        latitude=meaning.latitude,
        longitude=meaning.longitude,
        geonames_id=meaning.geonames_id,
    )


def _is_place(draft: Draft, index: int, meaning: Actor) -> bool:
    setting, words = draft.settings[index], draft.words
    if meaning.kind is ActorKind.PLACE:
        return True
    if meaning.kind in _STATES:
        return setting.marker in words.place_of_states
    if meaning.kind not in _TOWNS:
        return False
    if setting.marker in words.place_of_towns:
        return True
    if setting.role is Role.OBJECT or (setting.role is Role.SUBJECT and setting.passive):
        return setting.predicate in words.place_visits or setting.predicate in words.place_harms
    return setting.marker == "to" and setting.predicate in words.place_visits


def as_party(draft: Draft, mention: Mention) -> Party | None:
    """The party that a name stands for by itself."""
    meaning = mention.meaning
    if isinstance(meaning, Figure):
        return meaning.party(mention.start, mention.end, draft.text, _how(draft, mention, meaning))
    if not meaning.code:
        return None
    sector = meaning.sector or _GOVERNMENT
    return Party(
        code=meaning.code,
        sector=sector,
        entity_text=draft.text[mention.start : mention.end],
        identifier_text=meaning.name if meaning.kind is not ActorKind.PLACE else draft.state_name(meaning.code),
        identifier_id=meaning.id if meaning.kind is not ActorKind.PLACE else f"state:{meaning.code}",
        office=None,
        start=mention.start,
        end=mention.end,
        reason=f"{meaning.kind} of the registry: {meaning.name}",
    )


def _how(draft: Draft, mention: Mention, figure: Figure) -> str:
    words = draft.text[mention.start : mention.end]
    return "full name" if " " in words else f"'{words}' is {figure.name}"
