"""What of a mention is compared with other mentions, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.fold.days import days_of
from detente.fold.mention import Mention
from detente.fold.parties import LevelReader, codes_of, is_vague, names_of, persons_of
from detente.fold.saying import word_of
from detente.fold.wording import Stems, plain
from detente.lexicon import Folding
from detente.records import Party, Size, Stance, Status
from detente.settings import Settings

_UNCOUNTED = Size()
_NO_COUNTS: Mapping[str, int] = {}


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
    vague_actors: bool
    vague_recipients: bool
    persons: Mapping[str, frozenset[str]]
    levels: Mapping[str, frozenset[str]]
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
    """Works out the traits of mentions; what many of them share is worked out, and kept, once.

    Args:
        folding: words that tell nothing, words for states, and levels of offices.
        settings: widest span.
    """

    def __init__(self, folding: Folding, settings: Settings) -> None:
        self._folding = folding
        self._widest = settings.fold_widest
        self._stems = Stems(folding.ignored)
        self._acts = Stems(frozenset())
        self._levels = LevelReader(folding)
        self._states: dict[str, frozenset[str]] = {}
        self._sides: dict[frozenset[str], frozenset[str]] = {}

    def traits(self, mention: Mention) -> Traits:
        """What of a mention is compared."""
        event = mention.event
        denied = word_of(event).stance is Stance.DENIES
        days = days_of(event, self._widest)
        parties = (*event.actors, *event.recipients)
        place = plain(event.location.name) if event.location else ""
        said = self._stems.of(event.sentence_text)
        acts = self._acts.kept(" ".join(words.text for words in event.words))
        return Traits(
            id=event.id,
            article=mention.article,
            category=event.category,
            status=Status.ACTUAL if denied else event.status,
            denied=denied,
            codes=codes_of(event),
            actors=self._side(event.actors),
            recipients=self._side(event.recipients),
            vague_actors=is_vague(event.actors),
            vague_recipients=is_vague(event.recipients),
            persons=persons_of(parties),
            levels=self._levels.levels(parties),
            mode=event.mode,
            place=self._stems.kept(place),
            country=(event.location.country or "") if event.location else "",
            statewide=place in self._folding.states,
            counts=_counts(event.size),
            first=days.first.toordinal(),
            last=days.last.toordinal(),
            dated=days.dated,
            acts=acts,
            said=said,
            words=said.difference(acts, *self._party_words(parties)),
            title=self._stems.kept(event.citation.title or ""),
        )

    def _side(self, parties: Iterable[Party]) -> frozenset[str]:
        names = names_of(parties)
        return self._sides.setdefault(names, names)

    def _party_words(self, parties: Iterable[Party]) -> Iterator[frozenset[str]]:
        """Stems of the words for the parties and their states, which are compared as parties."""
        for party in parties:
            yield self._stems.kept(party.entity_text)
            yield self._state(party.code)

    def _state(self, code: str) -> frozenset[str]:
        found = self._states.get(code)
        if found is None:
            words = self._folding.state_words.get(code, ())
            found = self._states[code] = self._stems.of(" ".join(words))
        return found


def _counts(size: Size) -> Mapping[str, int]:
    if size == _UNCOUNTED:
        return _NO_COUNTS
    counted = {"dead": size.dead, "injured": size.injured, "arrested": size.arrested}
    return {name: count for name, count in counted.items() if count is not None}
