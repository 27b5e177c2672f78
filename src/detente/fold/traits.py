"""What of a mention is compared with other mentions, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.fold.days import days_of
from detente.fold.mention import Mention
from detente.fold.saying import word_of
from detente.fold.wording import Stems, plain
from detente.lexicon import Folding
from detente.records import Event, Level, Party, Size, Stance, Status
from detente.settings import Settings

_NO_STATE = frozenset(("IGO", "NGO", "ISM", "IMG", "MNC"))
_NONE: frozenset[Level] = frozenset()


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
        place: stems of the name of the place; none where it is unknown.
        country: code of the state that it is in, or empty.
        statewide: whether the place is a whole state.
        counts: the dead, injured and arrested, where counted.
        first: ordinal of the first day.
        last: ordinal of the last day.
        dated: whether something dates it.
        acts: stems of the words that carry the act.
        said: stems of all the sentence's content words.
        words: stems of the sentence's other content words, without the names of the parties.
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
    place: frozenset[str]
    country: str
    statewide: bool
    counts: Mapping[str, int]
    first: int
    last: int
    dated: bool
    acts: frozenset[str]
    said: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]


class TraitReader:
    """Works out the traits of mentions; what many of them share is worked out once.

    Args:
        folding: words that tell nothing, and levels of offices.
        settings: widest span.
    """

    def __init__(self, folding: Folding, settings: Settings) -> None:
        self._folding = folding
        self._widest = settings.fold_widest
        self._stems = Stems(folding.ignored)
        self._acts = Stems(frozenset())
        self._titles: dict[str, frozenset[str]] = {}
        self._states: dict[str, frozenset[str]] = {}
        self._offices: dict[str, Level] = {}

    def traits(self, mention: Mention) -> Traits:
        """What of a mention is compared."""
        event = mention.event
        denied = word_of(event).stance is Stance.DENIES
        days = days_of(event, self._widest)
        parties = (*event.actors, *event.recipients)
        place = plain(event.location.name) if event.location else ""
        said = self._stems.of(event.sentence_text)
        acts = self._acts.of(" ".join(words.text for words in event.words))
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
            levels=self._levels(parties),
            mode=event.mode,
            place=self._stems.of(place),
            country=(event.location.country or "") if event.location else "",
            statewide=place in self._folding.states,
            counts=_counts(event.size),
            first=days.first.toordinal(),
            last=days.last.toordinal(),
            dated=days.dated,
            acts=acts,
            said=said,
            words=said - self._party_words(parties) - acts,
            title=self._title(event.citation.title or ""),
        )

    def _title(self, text: str) -> frozenset[str]:
        found = self._titles.get(text)
        if found is None:
            found = self._titles[text] = self._stems.of(text)
        return found

    def _party_words(self, parties: Iterable[Party]) -> frozenset[str]:
        """Stems of the words for the parties and their states, which are compared as parties."""
        named = self._stems.of(" ".join(party.entity_text for party in parties))
        return named.union(*(self._state(party.code) for party in parties))

    def _state(self, code: str) -> frozenset[str]:
        found = self._states.get(code)
        if found is None:
            words = self._folding.state_words.get(code, ())
            found = self._states[code] = self._stems.of(" ".join(words))
        return found

    def _levels(self, parties: Iterable[Party]) -> dict[str, frozenset[Level]]:
        found: dict[str, frozenset[Level]] = {}
        for party in parties:
            if party.office:
                found[party.code] = found.get(party.code, _NONE) | {self._level(party.office)}
        return found

    def _level(self, office: str) -> Level:
        found = self._offices.get(office)
        if found is None:
            found = self._offices[office] = self._folding.levels.level(office)
        return found


def _counts(size: Size) -> dict[str, int]:
    counted = {"dead": size.dead, "injured": size.injured, "arrested": size.arrested}
    return {name: count for name, count in counted.items() if count is not None}


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
