"""Names in the text: found by the registry, defined in brackets, and laid on phrases."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date

from detente.lexicon.names import Match
from detente.lexicon.registry import Meaning
from detente.lexicon.registry_rows import Actor, ActorKind, Person
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure, figure_of

_PRIORITY = {
    kind: rank
    for rank, kind in enumerate(
        (
            ActorKind.NOBODY,
            ActorKind.STATE,
            ActorKind.INSTITUTION,
            ActorKind.ORGANISATION,
            ActorKind.GROUP,
            ActorKind.CAPITAL,
            ActorKind.SEAT,
            ActorKind.TERRITORY,
            ActorKind.ADJECTIVE,
            ActorKind.PEOPLE,
            ActorKind.PLACE,
        )
    )
}
# what is meant before anything else; within a tier the states named decide
_TIERS = {
    ActorKind.NOBODY: 0,
    ActorKind.STATE: 1,
    ActorKind.INSTITUTION: 2,
    ActorKind.ORGANISATION: 2,
    ActorKind.GROUP: 2,
}
_BRACKETED = re.compile(r"[”\"’']? \([“\"‘']?([A-Z][A-Za-z.&-]{1,9}?)s?[”\"’']?[);,]")
_HYPHENED = re.compile(r"[-‑–]([a-z]+)")


def find_mentions(draft: Draft) -> None:
    """Fills the draft's mentions with the registry's names and those defined in the text."""
    persons: dict[str, Figure] = {}
    matches = list(draft.registry.scan(draft.tokens))
    about = Counter(code for match in matches for code in _sure_code(match))
    for match in matches:
        meaning = _meaning(match, draft, persons, about)
        if meaning is not None:
            draft.mentions.append(_mention(draft.text, match.start, match.end, meaning))
    draft.figures.extend(persons.values())
    _add_abbreviations(draft)


def _sure_code(match: Match[Meaning]) -> set[str]:
    """The one code of all that a name can mean; none where they differ."""
    codes = {_code(meaning) for meaning in match.meanings}
    return codes if len(codes) == 1 else set()


def _code(meaning: Meaning) -> str:
    return meaning.code if isinstance(meaning, Actor) else meaning.offices[0].code


def _mention(text: str, start: int, end: int, meaning: Actor | Figure) -> Mention:
    hyphened = _HYPHENED.match(text, end)
    return Mention(start, end, meaning, hyphened.group(1) if hyphened else "")


def _meaning(
    match: Match[Meaning], draft: Draft, persons: dict[str, Figure], about: Counter[str]
) -> Actor | Figure | None:
    """What a name means here: of several, what exists on the day and belongs to the states named."""
    actors = [meaning for meaning in match.meanings if isinstance(meaning, Actor)]
    if actors:
        actor = min(actors, key=lambda actor: _unlikeliness(actor, draft.day, about))
        return None if actor.kind is ActorKind.NOBODY else actor
    people = [meaning for meaning in match.meanings if isinstance(meaning, Person)]
    person = min(people, key=lambda person: (person.office_on(draft.day) is None, -about[_code(person)]))
    return _figure(person, draft, persons, match.start)


def _unlikeliness(actor: Actor, day: date | None, about: Counter[str]) -> tuple[bool, int, int, int]:
    tier = _TIERS.get(actor.kind, len(_TIERS))
    return not actor.exists(day), tier, -about[actor.code], _PRIORITY[actor.kind]


def _figure(person: Person, draft: Draft, persons: dict[str, Figure], place: int) -> Figure:
    known = persons.get(person.id)
    if known is None:
        known = persons[person.id] = figure_of(person, draft.day, place)
    return known


def _add_abbreviations(draft: Draft) -> None:
    """Adds the later uses of "Syrian Democratic Forces (SDF)"."""
    defined: dict[str, Actor | Figure] = {}
    for mention in draft.mentions:
        found = _BRACKETED.match(draft.text, mention.end)
        if found:
            defined[found.group(1)] = mention.meaning
    if not defined:
        return
    taken = {mention.start for mention in draft.mentions}
    for token in draft.tokens:
        word = draft.text[token.start : token.end]
        if word in defined and token.start not in taken:
            draft.mentions.append(_mention(draft.text, token.start, token.end, defined[word]))
    draft.mentions.sort(key=lambda mention: mention.start)


def add_mentions(draft: Draft, found: Iterable[Mention]) -> None:
    """Adds mentions that stand where no other does."""
    taken = [(mention.start, mention.end) for mention in draft.mentions]
    for mention in found:
        if not any(start < mention.end and mention.start < end for start, end in taken):
            draft.mentions.append(mention)
            taken.append((mention.start, mention.end))
    draft.mentions.sort(key=lambda mention: mention.start)


def lay_on_phrases(draft: Draft) -> None:
    """Says for each phrase which mention holds its head and which stand before it."""
    draft.heads.clear()
    draft.inner.clear()
    draft.absorbed.clear()
    starts = [mention.start for mention in draft.mentions]
    owners: dict[int, int] = {}
    for phrase in draft.document.phrases:
        first = phrase.span.start
        if phrase.possessor is not None:
            first = draft.phrase(phrase.possessor).head_span.end
        place = _first_ending_after(draft.mentions, starts, first)
        while place < len(starts) and starts[place] < phrase.span.end:
            mention = draft.mentions[place]
            place += 1
            if mention.end > phrase.head_span.start:
                _lay_on_head(draft, phrase.index, mention, owners)
            else:
                draft.inner.setdefault(phrase.index, []).append(mention)


def _first_ending_after(mentions: list[Mention], starts: list[int], place: int) -> int:
    index = bisect_left(starts, place)
    if index and mentions[index - 1].end > place:
        return index - 1
    return index


def _lay_on_head(draft: Draft, phrase: int, mention: Mention, owners: dict[int, int]) -> None:
    """Gives a name to the highest of the phrases whose heads it holds."""
    owner = owners.get(mention.start)
    if owner is None:
        owners[mention.start] = phrase
        draft.heads[phrase] = mention
        return
    record = draft.phrase(phrase)
    if record.possessor == owner or any(inner == owner for _, inner in record.complements):
        draft.heads.pop(owner, None)
        draft.absorbed.add(owner)
        owners[mention.start] = phrase
        draft.heads[phrase] = mention
    else:
        draft.absorbed.add(phrase)
