"""Persons whom the text itself introduces, and the family names by which it calls them again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from detente.lexicon.names import Token
from detente.lexicon.registry_rows import Actor, Person, office_rank
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure, figure_of
from detente.link.mentions import add_mentions
from detente.link.offices import owner_of, sector_of, sense_of, title_words
from detente.records import Phrase, PhraseKind

_AGE = re.compile(r",? \(?\d{1,2}(?=[,);])")
_LONGEST_NAME = 6

def introduce(draft: Draft, speech_verbs: frozenset[str]) -> None:
    """Adds the persons whom the text names in full, with what it says of their offices.

    Args:
        draft: the document, its mentions laid on phrases.
        speech_verbs: verbs of saying, whose subjects are mostly persons.
    """
    by_name: dict[str, Figure] = {figure.name: figure for figure in draft.figures}
    found: list[Mention] = []
    for phrase in draft.document.phrases:
        if phrase.kind is not PhraseKind.NAME or phrase.index in draft.heads or phrase.index in draft.absorbed:
            continue
        run = _name_run(draft, phrase)
        if not run:
            continue
        start, end = run[0].start, run[-1].end
        name = draft.text[start:end]
        figure = by_name.get(name)
        if figure is None:
            if not _is_person(draft, phrase, run, speech_verbs):
                continue
            figure = by_name[name] = _stranger(draft, phrase, run)
        found.append(Mention(start, end, figure))
    draft.figures = list(by_name.values())
    add_mentions(draft, found)


def _tokens_between(draft: Draft, start: int, end: int) -> list[Token]:
    first = bisect_left(draft.token_starts, start)
    last = bisect_left(draft.token_starts, end)
    return draft.tokens[first:last]


def _name_run(draft: Draft, phrase: Phrase) -> list[Token]:
    """The words at a phrase's end that look like a full personal name."""
    start = max([phrase.span.start, *(mention.end for mention in draft.inner.get(phrase.index, ()))])
    words = _tokens_between(draft, start, phrase.head_span.end)
    run: list[Token] = []
    for token in reversed(words):
        written = draft.text[token.start : token.end]
        if run and not run[-1].joined:
            break
        if not token.capital and token.fold not in draft.words.names_particles:
            break
        if run and not _may_be_given(draft, token, written):
            break
        run.append(token)
    run.reverse()
    while run and not run[0].capital:
        run.pop(0)
    if not 2 <= len(run) <= _LONGEST_NAME:
        return []
    return [] if draft.text[run[-1].start : run[-1].end] in draft.words.names_not_family else run


def _may_be_given(draft: Draft, token: Token, written: str) -> bool:
    if written in draft.words.names_not_given or written in draft.words.names_not_family:
        return False
    return token.fold not in draft.words.names_courtesy and draft.registry.nouns.find([token.fold]) is None


def _is_person(draft: Draft, phrase: Phrase, run: list[Token], speech_verbs: frozenset[str]) -> bool:
    """Whether anything but the capitals speaks for a person."""
    if any(token.fold in draft.registry.given for token in run[:-1]):
        return True
    if phrase.span.start < run[0].start and _titles(draft, phrase, run[0].start):
        return True
    if _AGE.match(draft.text, run[-1].end):
        return True
    setting = draft.settings[phrase.index]
    if setting.subjectlike and setting.predicate in speech_verbs:
        return True
    following = phrase.index + 1
    if following < len(draft.document.phrases) and draft.phrase(following).head.lower() == "who":
        return draft.phrase(following).span.start - phrase.span.end <= 2
    return False


def _titles(draft: Draft, phrase: Phrase, name_start: int) -> list[int]:
    """Phrases that tell the office of the person whom a phrase names; the phrase itself may be one."""
    found = []
    if _own_title(draft, phrase, name_start):
        found.append(phrase.index)
    setting = draft.settings[phrase.index]
    named_inside = phrase.span.start < name_start - 4
    if setting.holder is not None and setting.marker == "of" and named_inside:
        found.append(setting.holder)
    others = [*phrase.appositions]
    if setting.renamed is not None:
        others.append(setting.renamed)
    for other in others:
        sense = sense_of(draft, other)
        if sense is not None and sense.person:
            found.append(other)
    return found


def _own_title(draft: Draft, phrase: Phrase, name_start: int) -> bool:
    words = [token.fold for token in _tokens_between(draft, phrase.span.start, name_start)]
    return any(
        word in draft.words.names_courtesy or draft.registry.nouns.find([word]) is not None for word in words
    )


def _stranger(draft: Draft, phrase: Phrase, run: list[Token]) -> Figure:
    """A person whom only the text knows."""
    start, end = run[0].start, run[-1].end
    name = draft.text[start:end]
    figure = Figure(
        name=name,
        family=_family(draft, run),
        gender=draft.registry.given.get(run[0].fold, ""),
        code="",
        sector="UNK",
        office=None,
        role="",
        id=None,
        place=start,
        reason="named in the text, not in the registry",
    )
    for title in _titles(draft, phrase, start):
        _take_title(draft, figure, title, phrase, start)
    return figure


def _family(draft: Draft, run: list[Token]) -> str:
    words = [token.fold for token in run]
    first = len(words) - 1
    while first > 1 and words[first - 1] in draft.words.names_particles:
        first -= 1
    return " ".join(words[first:])


def _take_title(draft: Draft, figure: Figure, title: int, phrase: Phrase, name_start: int) -> None:
    """Gives a person the office, sector and state that a phrase tells."""
    own = title == phrase.index
    record = draft.phrase(title)
    if own:
        words = [token.fold for token in _tokens_between(draft, record.span.start, name_start)]
        sense = draft.registry.nouns.find(words) if words else None
        end = name_start
        _take_courtesy(draft, figure, words)
    else:
        sense = sense_of(draft, title)
        end = name_start if record.span.end <= name_start and draft.settings[phrase.index].holder == title else 0
    owner, how = owner_of(draft, title)
    if owner is None and not own:
        owner, how = owner_of(draft, phrase.index)
    if owner is not None and not figure.code:
        figure.code = owner.code
    if sense is None or figure.sector != "UNK":
        return
    end = end or _title_end(draft, title, name_start)
    figure.sector = sector_of(draft, sense, owner)
    figure.role = sense.role
    figure.office = title_words(draft, record.span.start, end) or None
    former = any(modifier.lemma.lower() in draft.words.names_former for modifier in record.modifiers)
    if former:
        figure.sector, figure.office = "ELI", None
    figure.reason = f"introduced as '{draft.text[record.span.start : end].strip(' ,')}'"
    if how:
        figure.reason += f" ({owner.meaning.name if owner else ''} {how})"


def _take_courtesy(draft: Draft, figure: Figure, words: list[str]) -> None:
    for word in words:
        if word in draft.words.names_courtesy_female:
            figure.gender = "f"
        elif word in draft.words.names_courtesy_male:
            figure.gender = "m"


def _title_end(draft: Draft, title: int, name_start: int) -> int:
    """Where an office's words end: with the complements that hang on it, before the name."""
    end, queue = draft.phrase(title).span.end, [title]
    while queue:
        for marker, inner in draft.phrase(queue.pop()).complements:
            if marker in ("of", "for") and not isinstance(_meaning(draft, inner), Figure):
                end = max(end, draft.phrase(inner).span.end)
                queue.append(inner)
    return min(end, name_start) if draft.phrase(title).span.end <= name_start else end


def _meaning(draft: Draft, phrase: int) -> Actor | Figure | None:
    mention = draft.heads.get(phrase)
    return mention.meaning if mention else None


def call_again(draft: Draft) -> None:
    """Adds the mentions by family name alone, of persons of the document first, then of the registry."""
    by_family: dict[str, list[Figure]] = {}
    for figure in draft.figures:
        by_family.setdefault(figure.family, []).append(figure)
    add_mentions(draft, list(_families(draft, by_family)))


def _families(draft: Draft, by_family: dict[str, list[Figure]]) -> Iterator[Mention]:
    taken = {mention.start: mention.end for mention in draft.mentions}
    covered = 0
    tokens = draft.tokens
    for place, token in enumerate(tokens):
        covered = max(covered, taken.get(token.start, 0))
        if token.start < covered or not token.capital:
            continue
        found = _called(draft, by_family, place)
        if found:
            yield found


def _called(draft: Draft, by_family: dict[str, list[Figure]], place: int) -> Mention | None:
    tokens = draft.tokens
    for length in (3, 2, 1):
        part = tokens[place : place + length]
        if len(part) < length or any(not token.joined for token in part[1:]) or not part[-1].capital:
            continue
        name = " ".join(token.fold for token in part)
        figures = by_family.get(name)
        if figures:
            figure = _nearest(figures, part[0].start)
        else:
            figure = _from_registry(draft, name, part)
            if figure:
                by_family[name] = [figure]
                draft.figures.append(figure)
        if figure:
            return Mention(part[0].start, part[-1].end, figure)
    return None


def _nearest(figures: list[Figure], place: int) -> Figure:
    before = [figure for figure in figures if figure.place <= place]
    return max(before, key=lambda figure: figure.place) if before else figures[0]


def _from_registry(draft: Draft, name: str, part: list[Token]) -> Figure | None:
    """The one person of a family name who was much in office on the day."""
    persons = draft.registry.families.get(name)
    if not persons or not _heads_a_name(draft, part[-1]):
        return None
    held = [person for person in persons if _weighty(person, draft)]
    if len(held) > 1:
        held = [person for person in held if person.nearest_office(draft.day).code in draft.story[:3]] or held
        held.sort(key=lambda person: office_rank(person.office_on(draft.day)))
    if not held:
        return None
    return figure_of(held[0], draft.day, part[0].start)


def _weighty(person: Person, draft: Draft) -> bool:
    office = person.office_on(draft.day)
    return office is not None and office.role in draft.words.roles_weighty


def _heads_a_name(draft: Draft, token: Token) -> bool:
    """Whether a word heads a phrase of its own kind, not merely stands inside another name."""
    index = draft.phrase_at.get(token.start)
    if index is None:
        return False
    phrase = draft.phrase(index)
    return phrase.kind is PhraseKind.NAME and not any(
        modifier.name and modifier.span.end + 1 == token.start for modifier in phrase.modifiers[-1:]
    )
