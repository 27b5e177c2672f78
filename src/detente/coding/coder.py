"""Linked clauses in, events out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.coding.acts import Act
from detente.coding.candidates import Candidate, Candidates
from detente.coding.completion import completed
from detente.coding.composition import Composer
from detente.coding.events import EventMaker, Stamp
from detente.coding.happenings import before_silence, happenings
from detente.coding.opposites import with_opposites
from detente.coding.reading import Reading
from detente.coding.silence import Silence
from detente.coding.topics import off_topic
from detente.coding.verdicts import chosen
from detente.lexicon import Joining, Lexicon
from detente.records import Article, Event, LinkedDocument, Opinion


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the network says of a report, and how to weigh it.

    Args:
        opinions: what it takes the report's words for.
        joining: the weights.
    """

    opinions: tuple[Opinion, ...]
    joining: Joining


@dataclass(frozen=True, slots=True)
class Coding:
    """What came of one article.

    Args:
        article: the article.
        events: the events, in the order of the text.
        silences: clauses that looked like acts and gave none.
    """

    article: Article
    events: tuple[Event, ...]
    silences: tuple[Silence, ...]


def coded(
    article: Article,
    linked: LinkedDocument,
    lexicon: Lexicon,
    stamp: Stamp,
    judgement: Judgement | None = None,
) -> Coding:
    """The events of a linked article, one record a happening.

    Args:
        article: the report.
        linked: its linked document.
        lexicon: what words mean.
        stamp: what every event of the run carries.
        judgement: what the network takes its words for; None to go by the grammar alone.
    """
    desk = _Desk(article, linked, lexicon, stamp)
    acts = desk.acts()
    if judgement is not None:
        acts = chosen(desk.candidates(acts, judgement.opinions), judgement.joining)
    made = [desk.maker.event(act) for act in acts]
    events = before_silence(happenings([item for item in made if isinstance(item, Event)]))
    unmade = [item for item in made if isinstance(item, Silence)]
    return Coding(article, tuple(events), (*desk.silences(), *unmade, *desk.asides()))


def judged(
    article: Article,
    linked: LinkedDocument,
    lexicon: Lexicon,
    stamp: Stamp,
    opinions: tuple[Opinion, ...],
) -> list[tuple[Candidate, Event]]:
    """Every candidate of a linked article that can be an event, with the event it would be.

    Args:
        article: the report.
        linked: its linked document.
        lexicon: what words mean.
        stamp: what every event of the run carries.
        opinions: what the network takes its words for.
    """
    desk = _Desk(article, linked, lexicon, stamp)
    found = desk.candidates(desk.acts(), opinions)
    pairs = [(candidate, desk.maker.event(candidate.act)) for candidate in found]
    return [(candidate, event) for candidate, event in pairs if isinstance(event, Event)]


class _Desk:
    """One article with all that is needed to code it."""

    def __init__(
        self, article: Article, linked: LinkedDocument, lexicon: Lexicon, stamp: Stamp
    ) -> None:
        speech = lexicon.speech
        self._linked, self._lexicon = linked, lexicon
        self._reading = Reading(
            linked,
            speech.carriers,
            lexicon.nouns,
            speech.bystanders,
            speech.days,
            speech.holding,
        )
        self._composer = Composer(self._reading, lexicon)
        self._aside = off_topic(linked.document, lexicon)
        self.maker = EventMaker(article, self._reading, lexicon, stamp)

    def acts(self) -> list[Act]:
        """The acts that the grammar composes, whole."""
        acts = [act for act in self._composer.acts() if not self._is_aside(act)]
        whole = (completed(act, self._reading) for act in acts)
        return with_opposites(whole, self._lexicon)

    def candidates(self, acts: Iterable[Act], opinions: tuple[Opinion, ...]) -> Iterator[Candidate]:
        """The acts, and those that the network sees beside them."""
        found = Candidates(self._reading, opinions, self._composer).all(acts)
        return (item for item in found if item.grammar or not self._is_aside(item.act))

    def silences(self) -> Iterator[Silence]:
        """The clauses that looked like acts and gave none."""
        document = self._linked.document
        for index, reason in sorted(self._composer.silent.items()):
            clause = document.clauses[index]
            yield Silence(clause.sentence, clause.extent.of(document.text), reason)

    def asides(self) -> Iterator[Silence]:
        """The sentences off topic."""
        document = self._linked.document
        for number, found in sorted(self._aside.items()):
            words = document.sentences[number].span.of(document.text)
            yield Silence(number, words, f"off topic: {found.subject.name}")

    def _is_aside(self, act: Act) -> bool:
        """Whether an act is told in a sentence off topic, in words that mean nothing there."""
        aside = self._aside.get(act.sentence)
        if aside is None:
            return False
        if act.phrase is not None:
            word = self._reading.phrase(act.phrase).head
        else:
            word = "" if act.clause is None else self._linked.document.clauses[act.clause].predicate
        return aside.silences(act.category, word)


def composed(linked: LinkedDocument, lexicon: Lexicon) -> list[Act]:
    """The acts of a linked document before they become events."""
    return Composer(Reading(linked, lexicon.speech.carriers), lexicon).acts()
