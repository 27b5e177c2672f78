"""What of a mention is compared with other mentions, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.fold.days import days_of
from detente.fold.mention import Mention
from detente.fold.saying import word_of
from detente.fold.wording import plain, stems, words_of
from detente.lexicon import Folding
from detente.records import Event, Level, Party, Stance, Status
from detente.settings import Settings

_NO_STATE = frozenset(("IGO", "NGO", "ISM", "IMG", "MNC"))


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a mention is compared.

    Args:
        id: id of the event.
        article: key of the article.
        category: PLOVER category.
        status: whether it took place; what is denied has the status of what is asserted.
        denied: whether it is a denial.
        codes: codes of all parties; one empty code where there is none.
        actors: who acts, as codes; those of no state with the name of the body.
        recipients: on whom, likewise.
        persons: family names of the persons who act or are acted on, by code.
        levels: levels of the persons, by code.
        mode: PLOVER mode, or None.
        place: name of the place, or empty.
        counts: dead, injured and arrested, where counted.
        first: ordinal of the first day.
        last: ordinal of the last day.
        dated: whether something dates it.
        acts: stems of the words that carry the act.
        words: stems of the sentence's content words.
        title: stems of the headline's content words.
    """

    id: str
    article: str
    category: str
    status: Status
    denied: bool
    codes: tuple[str, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    levels: Mapping[str, frozenset[Level]]
    mode: str | None
    place: str
    counts: tuple[int | None, ...]
    first: int
    last: int
    dated: bool
    acts: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]


def traits_of(mention: Mention, folding: Folding, settings: Settings) -> Traits:
    """What of a mention is compared."""
    event = mention.event
    denied = word_of(event).stance is Stance.DENIES
    days = days_of(event, settings.fold_widest)
    parties = (*event.actors, *event.recipients)
    return Traits(
        id=event.id,
        article=mention.article,
        category=event.category,
        status=Status.ACTUAL if denied else event.status,
        denied=denied,
        codes=codes_of(event),
        actors=_names(event.actors),
        recipients=_names(event.recipients),
        persons=_persons(parties),
        levels=_levels(parties, folding),
        mode=event.mode,
        place=plain(event.location.name) if event.location else "",
        counts=(event.size.dead, event.size.injured, event.size.arrested),
        first=days.first.toordinal(),
        last=days.last.toordinal(),
        dated=days.dated,
        acts=stems(word for words in event.words for word in plain(words.text).split()),
        words=words_of(event.sentence_text, folding.ignored) - _party_words(event),
        title=words_of(event.citation.title or "", folding.ignored),
    )


def codes_of(event: Event) -> tuple[str, ...]:
    """Codes of all parties of an event, in alphabetical order; one empty code where none has one."""
    codes = {party.code for party in (*event.actors, *event.recipients)} - {""}
    return tuple(sorted(codes)) or ("",)


def _names(parties: Iterable[Party]) -> frozenset[str]:
    """Codes; bodies that share one because they belong to no state are told apart by name."""
    return frozenset(
        f"{party.code} {plain(party.identifier_text)}" if party.code in _NO_STATE else party.code
        for party in parties
        if party.code
    )


def _persons(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for party in parties:
        if party.office is not None and party.identifier_text[-1:].isalpha():
            last = party.identifier_text.rpartition(" ")[2]
            if last[:1].isupper():
                found.setdefault(party.code, set()).add(plain(last))
    return {code: frozenset(names) for code, names in found.items()}


def _levels(parties: Iterable[Party], folding: Folding) -> dict[str, frozenset[Level]]:
    found: dict[str, set[Level]] = {}
    for party in parties:
        if party.office:
            found.setdefault(party.code, set()).add(folding.levels.level(party.office))
    return {code: frozenset(levels) for code, levels in found.items()}


def _party_words(event: Event) -> frozenset[str]:
    """Stems of the words that name the parties, which are compared as parties."""
    names = " ".join(party.entity_text for party in (*event.actors, *event.recipients))
    return stems(plain(names).split())
