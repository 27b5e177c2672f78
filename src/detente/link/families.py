"""Later mentions by family name alone: of persons of the document first, then of the registry."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.names import Token
from detente.lexicon.registry_rows import OfficeRole, Person, office_rank
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure, figure_of
from detente.link.mentions import add_mentions
from detente.link.titles import titled_by
from detente.records import Phrase, PhraseKind

_LONGEST_FAMILY = 3
_MEMORABLE = frozenset((OfficeRole.HEAD_OF_STATE, OfficeRole.HEAD_OF_GOVERNMENT))
_STORY_STATES = 3
_REMEMBERED_YEARS = 12


def call_again(draft: Draft) -> None:
    """Adds the mentions by family name alone."""
    by_family: dict[str, list[Figure]] = {}
    for figure in draft.figures:
        by_family.setdefault(figure.family, []).append(figure)
    add_mentions(draft, list(_families(draft, by_family)))


def _families(draft: Draft, by_family: dict[str, list[Figure]]) -> Iterator[Mention]:
    taken = {mention.start: mention.end for mention in draft.mentions}
    covered, particles = 0, draft.words.names_particles
    for place, token in enumerate(draft.tokens):
        if token.start in taken:
            covered = max(covered, taken[token.start])
        if not (token.capital or token.fold in particles) or token.start < covered:
            continue
        found = _called(draft, by_family, place)
        if found:
            covered = found.end
            yield found


def _called(draft: Draft, by_family: dict[str, list[Figure]], place: int) -> Mention | None:
    tokens = draft.tokens
    for length in range(_LONGEST_FAMILY, 0, -1):
        part = tokens[place : place + length]
        if (
            len(part) < length
            or not part[-1].capital
            or any(not token.joined for token in part[1:])
        ):
            continue
        name = " ".join(token.fold for token in part)
        if name not in by_family and name not in draft.registry.families:
            continue
        if name in draft.words.names_months and _is_month(draft, place, known=name in by_family):
            continue
        figure = _nearest(by_family.get(name), part[0].start) or _from_registry(draft, name, part)
        if figure:
            if name not in by_family:
                by_family[name] = [figure]
                draft.figures.append(figure)
            return Mention(part[0].start, part[-1].end, figure)
    return None


def _is_month(draft: Draft, place: int, *, known: bool) -> bool:
    """Whether "May" is the month: beside a number or a word of time, or where no office is told.

    Args:
        draft: the document.
        place: number of the word.
        known: whether the document names somebody of that family name in full.
    """
    around = [
        draft.tokens[index].fold
        for index in (place - 1, place + 1)
        if 0 <= index < len(draft.tokens)
    ]
    if any(word.isdigit() or word in draft.words.names_month_words for word in around):
        return True
    return not known and not titled_by(draft, around[0])


def _nearest(figures: list[Figure] | None, place: int) -> Figure | None:
    if not figures:
        return None
    before = [figure for figure in figures if figure.place <= place]
    return max(before, key=lambda figure: figure.place) if before else figures[0]


def _from_registry(draft: Draft, name: str, part: list[Token]) -> Figure | None:
    """The person of a family name who was much in office on the day, or led a state of the story before."""
    if not _stands_alone(draft, part):
        return None
    persons = draft.registry.families[name]
    about = draft.story[:_STORY_STATES]
    held = [person for person in persons if _weighty(person, draft)]
    if len(held) > 1:
        held = [person for person in held if person.nearest_office(draft.day).code in about] or held
        held.sort(key=lambda person: office_rank(person.office_on(draft.day)))
    if not held:
        held = [person for person in persons if _led(person, draft, about)]
    if not held and len(persons) == 1 and _is_remembered(persons[0], draft):
        held = list(persons)
    return figure_of(held[0], draft.day, part[0].start) if held else None


def _weighty(person: Person, draft: Draft) -> bool:
    office = person.office_on(draft.day)
    return office is not None and office.role in draft.words.roles_weighty


def _led(person: Person, draft: Draft, about: tuple[str, ...]) -> bool:
    """Whether somebody once led one of the states that the report is about."""
    if draft.day is None:
        return False
    day = draft.day.isoformat()
    return any(
        office.role in _MEMORABLE and office.start <= day and office.code in about
        for office in person.offices
    )


def _is_remembered(person: Person, draft: Draft) -> bool:
    """Whether somebody led a state in the years before the report, as all readers know."""
    if draft.day is None:
        return False
    first, last = str(draft.day.year - _REMEMBERED_YEARS), draft.day.isoformat()
    return any(
        office.role in _MEMORABLE and first <= office.end <= last for office in person.offices
    )


def _stands_alone(draft: Draft, part: list[Token]) -> bool:
    """Whether a family name heads a phrase, or stands before a noun, without another name beside it."""
    index = draft.phrase_at.get(part[-1].start)
    if index is None:
        return _before_noun(draft, part)
    phrase = draft.phrase(index)
    return phrase.kind is PhraseKind.NAME and not _name_before(draft, phrase, part[0].start)


def _name_before(draft: Draft, phrase: Phrase, start: int) -> bool:
    """Whether a capitalised word that is no office stands right before an offset in a phrase."""
    for modifier in phrase.modifiers:
        if modifier.name and modifier.span.end + 1 == start:
            word = modifier.text.lower()
            sense = draft.registry.nouns.find([word])
            covered = any(mention.end == modifier.span.end for mention in draft.mentions)
            return not (covered or (sense and sense.person) or word in draft.words.names_courtesy)
    return False


def _before_noun(draft: Draft, part: list[Token]) -> bool:
    """Whether a family name stands before a common noun: "the Obama administration"."""
    end = part[-1].end
    following = draft.phrase_at.get(end + 1)
    if following is None:
        return False
    phrase = draft.phrase(following)
    return phrase.kind is PhraseKind.NOUN and not _name_before(draft, phrase, part[0].start)
