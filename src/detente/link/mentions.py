"""Names in the text: found by the registry, defined in brackets, and laid on phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date

from detente.lexicon.names import Match
from detente.lexicon.registry import Meaning
from detente.lexicon.registry_rows import Actor, ActorKind, Person
from detente.link.ambiguity import settled
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure, figure_of
from detente.link.whereabouts import Whereabouts

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
_TOWNS = frozenset((ActorKind.PLACE, ActorKind.TERRITORY))
_BRACKETED = re.compile(r"[”\"’']? \([“\"‘']?([A-Z][A-Za-z.&-]{1,9}?)s?[”\"’']?[);,]")
# "PARIS, Nov 12 -", "Moscow (Reuters) -" at the start of a paragraph
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’/ -]{2,40}(?:, [A-Z][A-Za-z]+\.?){0,2}(?:,? \d{1,2})?(?: \([A-Za-z .]{2,30}\))?"
    r"|[A-Z][A-Za-z.'’/ -]{2,40}(?:, [A-Z][A-Za-z]+\.?(?: \d{1,2})?)? \([A-Z][A-Za-z .]{1,30}\))"
    r" ?[-–—]{1,2} ",
    re.MULTILINE,
)
_HYPHENED = re.compile(r"[-‑–]([a-z]+)")


def find_mentions(draft: Draft) -> None:
    """Fills the draft's mentions with the registry's names and those defined in the text."""
    persons: dict[str, Figure] = {}
    draft.datelines = [line.span() for line in _DATELINE.finditer(draft.text)]
    matches = [
        match
        for match in draft.registry.scan(draft.tokens)
        if not lies_in(draft.datelines, match.start)
    ]
    about = Counter(code for match in matches for code in _sure_code(match))
    where = Whereabouts(
        draft,
        [
            (match.start, code)
            for match in matches
            if _is_local(draft, match)
            for code in _sure_code(match)
        ],
    )
    for match in matches:
        counts = where.around(match.start) if _is_shared(match, draft) else about
        meaning = _meaning(match, draft, persons, counts)
        if meaning is not None:
            draft.mentions.append(_mention(draft.text, match.start, match.end, meaning))
    draft.figures.extend(persons.values())
    _add_abbreviations(draft)


def lies_in(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether an offset lies in one of some spans that are in order."""
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < spans[index][1]


def _sure_code(match: Match[Meaning]) -> set[str]:
    """The one code of all that a name can mean; none where they differ."""
    codes = {_code(meaning) for meaning in match.meanings}
    return codes if len(codes) == 1 else set()


def _is_local(draft: Draft, match: Match[Meaning]) -> bool:
    """Whether a name tells where things happen: a town, or a state after "in" or before "enclave"."""
    kinds = {meaning.kind for meaning in match.meanings if isinstance(meaning, Actor)}
    if kinds & _TOWNS:
        return True
    first = bisect_left(draft.token_starts, match.start)
    last = bisect_left(draft.token_starts, match.end)
    before = draft.tokens[first - 1].fold if first else ""
    after = draft.tokens[last].fold if last < len(draft.tokens) else ""
    return before in draft.words.place_of_states or after in draft.words.place_town_nouns


def _is_shared(match: Match[Meaning], draft: Draft) -> bool:
    """Whether a name is that of a people who live in several states."""
    return any(
        isinstance(meaning, Actor) and meaning.id in draft.registry.stateless
        for meaning in match.meanings
    )


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
        if not (_is_shared(match, draft) and about[actor.code]):
            actor = settled(draft, match, actor, actors, about)
        return None if actor.kind is ActorKind.NOBODY else actor
    people = [meaning for meaning in match.meanings if isinstance(meaning, Person)]
    person = min(
        people, key=lambda person: (person.office_on(draft.day) is None, -about[_code(person)])
    )
    return _figure(person, draft, persons, match.start)


def _unlikeliness(
    actor: Actor, day: date | None, about: Counter[str]
) -> tuple[bool, int, int, int]:
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
    """Adds mentions that stand where no other does, or that hold shorter ones."""
    known = draft.mentions
    kept: list[Mention] = []
    place = 0
    for mention in sorted(found, key=_start):
        while place < len(known) and known[place].end <= mention.start:
            kept.append(known[place])
            place += 1
        last = place
        while last < len(known) and known[last].start < mention.end:
            last += 1
        over = known[place:last]
        free = not kept or kept[-1].end <= mention.start
        if free and all(mention.start <= other.start and other.end < mention.end for other in over):
            kept.append(mention)
            place = last
    draft.mentions = kept + known[place:]


def _start(mention: Mention) -> int:
    return mention.start


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
    """Gives a name to the highest of the phrases whose heads it holds: the last, but for complements."""
    owner = owners.get(mention.start)
    if owner is None:
        owners[mention.start] = phrase
        draft.heads[phrase] = mention
        return
    if phrase in _inside(draft, owner) or phrase in draft.phrase(owner).appositions:
        draft.absorbed.add(phrase)
        return
    draft.heads.pop(owner, None)
    draft.absorbed.add(owner)
    owners[mention.start] = phrase
    draft.heads[phrase] = mention


def _inside(draft: Draft, owner: int) -> set[int]:
    """What hangs on a phrase: "Reconstruction" and "Development" of a bank for both."""
    inner = {index for _, index in draft.phrase(owner).complements}
    return inner | {other for index in inner for other in draft.phrase(index).conjuncts}
