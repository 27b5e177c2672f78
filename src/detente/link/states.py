"""States, towns and bodies by name: whom or what place a name stands for where it stands."""

from __future__ import annotations

from dataclasses import replace

from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure
from detente.link.offices import counts
from detente.link.wording import words_span
from detente.records import Location, Party, Phrase, Role, Span

_TOWARDS = frozenset(("to", "on", "for", "toward", "towards"))
_GOVERNMENT = "GOV"
_SHARED_WORDS = 2
_CIVILIAN = "CVL"
_WHOLE = frozenset(("the", "these", "those"))
_TOWNS = frozenset((ActorKind.CAPITAL, ActorKind.SEAT, ActorKind.PLACE, ActorKind.TERRITORY))
_SEATS = frozenset((ActorKind.CAPITAL, ActorKind.SEAT))
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
    return replace(
        party,
        sector="MIL",
        identifier_text=f"military of {party.identifier_text}",
        identifier_id=None,
    )


def _link_head(draft: Draft, phrase: Phrase, mention: Mention) -> None:
    place = place_of(draft, phrase, mention)
    if place is not None:
        draft.places[phrase.index] = place
        if not _party_all_the_same(draft, phrase.index):
            return
    if mention.hyphen and mention.hyphen not in draft.words.names_led:
        return
    mention = _dated(draft, phrase, mention)
    party = (
        _people(draft, phrase, mention) if mention.kind is Kind.PEOPLE else as_party(draft, mention)
    )
    if party and not (
        isinstance(mention.meaning, Actor) and mention.meaning.kind is ActorKind.PLACE
    ):
        draft.settle(phrase.index, (*_sharing(draft, phrase, mention), party), mention.kind)


def _sharing(draft: Draft, phrase: Phrase, mention: Mention) -> tuple[Party, ...]:
    """The other state of "North and South Korea"."""
    if mention.kind is not Kind.STATE or phrase.span.start >= mention.start:
        return ()
    before = draft.text[phrase.span.start : mention.start].split()
    shared = draft.text[mention.start : mention.end].partition(" ")[2]
    if len(before) < _SHARED_WORDS or before[-1] != "and" or not shared:
        return ()
    start = draft.text.index(before[-2], phrase.span.start)
    end = start + len(before[-2])
    for meaning in draft.registry.index.exact(f"{before[-2]} {shared}"):
        if isinstance(meaning, Actor) and meaning.kind is ActorKind.STATE:
            party = as_party(draft, Mention(start, end, meaning))
            return (party,) if party else ()
    return ()


def _dated(draft: Draft, phrase: Phrase, mention: Mention) -> Mention:
    """A person as of the days that the words of the clause set it on."""
    day = draft.days.get(phrase.clause) if phrase.clause is not None else None
    if day is None or not isinstance(mention.meaning, Figure):
        return mention
    return replace(mention, meaning=mention.meaning.as_of(day.first, day.last))


def _people(draft: Draft, phrase: Phrase, mention: Mention) -> Party | None:
    """Members of a people: with a bare "the" they are their state, else civilians."""
    party = as_party(draft, mention)
    # the parser takes rarer ones ("Bangladeshis") for names in the singular
    many = phrase.plural or draft.text[mention.end - 1] == "s"
    if party is None or not (many or phrase.determiner):
        return None
    whole = (
        phrase.determiner in _WHOLE
        and not phrase.modifiers
        and not (party.identifier_id or "").startswith("territory")
    )
    if whole:
        return party
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    return replace(
        party,
        sector=_CIVILIAN,
        identifier_text=text,
        identifier_id=None,
        entity_text=text,
        start=start,
        end=end,
    )


def _party_all_the_same(draft: Draft, index: int) -> bool:
    setting = draft.settings[index]
    meddled = setting.marker == "in" and setting.predicate in draft.words.place_in_verbs
    return meddled or _is_harmed(draft, index)


def place_of(draft: Draft, phrase: Phrase, mention: Mention) -> Location | None:
    """The place that a name stands for, or None where it stands for a party."""
    meaning = mention.meaning
    if isinstance(meaning, Figure) or not _is_place(draft, phrase.index, meaning):
        return None
    return Location(
        name=draft.text[mention.start : mention.end],
        country=meaning.home or (meaning.code if draft.registry.state(meaning.code) else None),
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
    markers = words.place_of_capitals if meaning.kind in _SEATS else words.place_of_towns
    if setting.marker in markers or _is_harmed(draft, index):
        return True
    if setting.role is Role.OBJECT or setting.marker in _TOWARDS:
        return setting.predicate in words.place_visits
    return _hangs_on_town(draft, index)


def _hangs_on_town(draft: Draft, index: int) -> bool:
    """Whether a capital stands for the town: "the mayor of Paris", "flew from Moscow"."""
    setting = draft.settings[index]
    if setting.holder is None:
        return setting.marker == "from"
    return (
        setting.marker == "of"
        and draft.phrase(setting.holder).head.lower() in draft.words.place_town_nouns
    )


def _is_harmed(draft: Draft, index: int) -> bool:
    setting = draft.settings[index]
    if setting.role is Role.OBJECT or (setting.role is Role.SUBJECT and setting.passive):
        return setting.predicate in draft.words.place_harms
    return False


def as_party(draft: Draft, mention: Mention) -> Party | None:
    """The party that a name stands for by itself."""
    meaning = mention.meaning
    if isinstance(meaning, Figure):
        return meaning.party(mention.start, mention.end, draft.text, _how(draft, mention, meaning))
    if not meaning.code:
        return None
    sector = meaning.sector or _GOVERNMENT
    if meaning.id in draft.opposed:
        sector = draft.words.sectors_opposed
    return Party(
        code=meaning.code,
        sector=sector,
        entity_text=draft.text[mention.start : mention.end],
        identifier_text=meaning.name
        if meaning.kind is not ActorKind.PLACE
        else draft.state_name(meaning.code),
        identifier_id=meaning.id
        if meaning.kind is not ActorKind.PLACE
        else f"state:{meaning.code}",
        office=None,
        start=mention.start,
        end=mention.end,
        reason=f"{meaning.kind} of the registry: {meaning.name}",
    )


def _how(draft: Draft, mention: Mention, figure: Figure) -> str:
    words = draft.text[mention.start : mention.end]
    return "full name" if " " in words else f"'{words}' is {figure.name}"


_SENTENCES_BACK = 2
_SUBJECT, _PLACE, _SENTENCE = 0.4, 0.3, 1.0


def country_in_focus(draft: Draft, phrase: Phrase, avoid: set[str]) -> str:
    """Code of the state that "the country" means, or "".

    Args:
        draft: the document, linked up to the phrase.
        phrase: the phrase of "the country".
        avoid: codes that it does not mean.
    """
    best, code = -_SENTENCE * (_SENTENCES_BACK + 1), ""
    placed = draft.settings[phrase.index].marker in draft.words.place_of_states
    for index in range(phrase.index - 1, -1, -1):
        distance = phrase.sentence - draft.phrase(index).sentence
        if distance > _SENTENCES_BACK:
            break
        found = _state_code(draft, index)
        if not found or found in avoid or not _has_form(draft, phrase, found):
            continue
        score = -_SENTENCE * distance
        score += _SUBJECT if draft.settings[index].subjectlike else 0.0
        score += _PLACE if placed and index in draft.places else 0.0
        if score > best:
            best, code = score, found
    rest = (code for code in draft.story if code not in avoid and _has_form(draft, phrase, code))
    return code or next(rest, "")


def _has_form(draft: Draft, phrase: Phrase, code: str) -> bool:
    """Whether a state can be called so: only a kingdom is "the kingdom"."""
    head = phrase.head.lower()
    return head not in draft.words.generic_forms or head in draft.registry.forms.get(code, ())


def _state_code(draft: Draft, index: int) -> str:
    """The one state that a phrase names as a party or a place, or ""."""
    place = draft.places.get(index)
    codes = {place.country} if place else {party.code for party in draft.parties.get(index, ())}
    code = next(iter(codes)) or "" if len(codes) == 1 else ""
    return code if draft.registry.state(code) else ""
