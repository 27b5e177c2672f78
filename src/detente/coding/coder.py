"""Linked clauses in, events out."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.acts import Act
from detente.coding.completion import completed
from detente.coding.composition import Composer
from detente.coding.events import EventMaker, Stamp
from detente.coding.happenings import before_silence, happenings
from detente.coding.opposites import with_opposites
from detente.coding.reading import Reading
from detente.coding.silence import Silence
from detente.coding.topics import Aside, off_topic
from detente.lexicon import Lexicon
from detente.records import Article, Event, LinkedDocument


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


def coded(article: Article, linked: LinkedDocument, lexicon: Lexicon, stamp: Stamp) -> Coding:
    """The events of a linked article, one record a happening."""
    speech = lexicon.speech
    reading = Reading(
        linked,
        speech.carriers,
        lexicon.nouns,
        speech.bystanders,
        speech.days,
        speech.holding,
    )
    composer = Composer(reading, lexicon)
    maker = EventMaker(article, reading, lexicon, stamp)
    aside = off_topic(linked.document, lexicon)
    acts = [act for act in composer.acts() if not _is_aside(act, aside, reading)]
    whole = with_opposites((completed(act, reading) for act in acts), lexicon)
    made = [maker.event(act) for act in whole]
    events = before_silence(happenings([item for item in made if isinstance(item, Event)]))
    unmade = [item for item in made if isinstance(item, Silence)]
    silences = (*_silences(composer, linked), *unmade, *_asides(aside, linked))
    return Coding(article, tuple(events), silences)


def composed(linked: LinkedDocument, lexicon: Lexicon) -> list[Act]:
    """The acts of a linked document before they become events."""
    return Composer(Reading(linked, lexicon.speech.carriers), lexicon).acts()


def _is_aside(act: Act, asides: dict[int, Aside], reading: Reading) -> bool:
    """Whether an act is told in a sentence off topic, in words that mean nothing there."""
    aside = asides.get(act.sentence)
    if aside is None:
        return False
    if act.phrase is not None:
        word = reading.phrase(act.phrase).head
    else:
        word = "" if act.clause is None else reading.document.clauses[act.clause].predicate
    return aside.silences(act.category, word)


def _asides(aside: dict[int, Aside], linked: LinkedDocument) -> list[Silence]:
    document = linked.document
    return [
        Silence(number, document.sentences[number].span.of(document.text), _reason(found))
        for number, found in sorted(aside.items())
    ]


def _reason(aside: Aside) -> str:
    return f"off topic: {aside.subject.name}"


def _silences(composer: Composer, linked: LinkedDocument) -> list[Silence]:
    document = linked.document
    return [
        Silence(
            document.clauses[clause].sentence,
            document.clauses[clause].extent.of(document.text),
            reason,
        )
        for clause, reason in sorted(composer.silent.items())
    ]
