"""An act becomes an event: the record with evidence, scores, dates and confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detente.coding.acts import Act, Saying
from detente.coding.contexts import ContextReader
from detente.coding.counts import size_of
from detente.coding.dating import Chronicle, is_background, is_history
from detente.coding.modes import mode_of
from detente.coding.naming import named
from detente.coding.reading import Reading, distinct
from detente.coding.silence import Silence
from detente.lexicon import Lexicon
from detente.records import (
    Article,
    Attribution,
    Citation,
    DateBasis,
    Event,
    Location,
    Span,
    Status,
    TextSpan,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every event of a run carries.

    Args:
        coder: name and version.
        lexicon: digest of the data.
        day: day of coding.
        background_days: days before publication after which an event is background.
        history_years: years before publication after which it is a history lesson, and no event.
    """

    coder: str
    lexicon: str
    day: date
    background_days: int = 10
    history_years: int = 60


class EventMaker:
    """Makes the events of one article.

    Args:
        article: the report.
        reading: its linked document.
        lexicon: what words mean.
        stamp: what every event of the run carries.
    """

    def __init__(self, article: Article, reading: Reading, lexicon: Lexicon, stamp: Stamp) -> None:
        self._article = article
        self._key = article.key
        self._reading = reading
        self._lexicon = lexicon
        self._stamp = stamp
        self._text = reading.document.text
        self._contexts = ContextReader(reading.document, lexicon)
        self._chronicle = Chronicle(reading, article, lexicon)

    def event(self, act: Act) -> Event | Silence:
        """The event of an act, or why it gives none."""
        act = named(act, self._reading)
        lacking = self._lacking(act)
        if lacking:
            return self._silence(act, lacking)
        mode = mode_of(act, self._reading, self._lexicon)
        category = self._lexicon.categories[act.category]
        scores = category.modes.get(mode or "")
        cameo = (act.entry.cameo if act.entry and not act.operators else None) or (
            scores.cameo if scores else category.cameo
        )
        sentence = self._reading.document.sentences[act.sentence]
        when = self._chronicle.day(act)
        if is_history(when, self._article.published_on, self._stamp.history_years):
            return self._silence(act, "a lesson of history")
        return Event(
            id=self._identity(act),
            category=act.category,
            mode=mode,
            contexts=self._contexts.contexts(act),
            quad_code=category.quad,
            event_scale=scores.score if scores else category.score,
            cameo=cameo,
            goldstein=self._lexicon.goldstein.get(cameo, 0.0),
            actors=act.actors,
            recipients=act.recipients,
            status=act.status,
            when=when,
            historical=is_background(when, self._article.published_on, self._stamp.background_days),
            attribution=tuple(self._attribution(act)),
            location=self._location(act),
            words=tuple(TextSpan(span.of(self._text), span) for span in act.words),
            size=size_of(act, self._reading, self._lexicon),
            condition=self._words(act.condition),
            sentence=act.sentence,
            sentence_span=sentence.span,
            sentence_text=sentence.span.of(self._text),
            citation=_citation(self._article),
            confidence=_confidence(act, when is not None and when.basis is DateBasis.TEXT),
            coder=self._stamp.coder,
            lexicon=self._stamp.lexicon,
            coded_on=self._stamp.day,
            trace=act.trace,
        )

    def _silence(self, act: Act, reason: str) -> Silence:
        span = act.words[0]
        if act.phrase is not None:
            span = self._reading.phrase(act.phrase).span
        elif act.clause is not None:
            span = self._reading.document.clauses[act.clause].extent
        return Silence(act.sentence, span.of(self._text), f"{act.category}: {reason}")

    def _lacking(self, act: Act) -> str:
        """The side that the category cannot do without and nobody fills; empty where none is."""
        category = self._lexicon.categories[act.category]
        met = act.reciprocal and len(distinct(act.actors)) > 1
        both = met or bool(act.actors and act.recipients)
        if not both and not any(party.code for party in act.parties):
            return "no party of a known state"
        if not act.actors and not category.actor_optional:
            return "nobody who acts is told"
        if act.actors and all(party.sector in category.not_by for party in act.actors):
            return f"{act.actors[0].sector} does not act so"
        unsaid = act.actors and not any(party.entity_text for party in act.actors)
        if category.verbal and unsaid and not act.recipients:
            return "neither side is told"
        if not act.recipients and not act.reciprocal and category.recipient_required:
            return "nobody it falls on is told"
        return ""

    def _identity(self, act: Act) -> str:
        parts = [
            self._key,
            act.category,
            str(act.status),
            *(f"{span.start}-{span.end}" for span in act.words),
            *(party.code + party.entity_text for party in act.parties),
            *act.operators,
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def _words(self, span: Span | None) -> TextSpan | None:
        return TextSpan(span.of(self._text), span) if span is not None else None

    def _attribution(self, act: Act) -> Iterable[Attribution]:
        """The chain of who asserts the act, without the actor's own word for its own saying."""
        sayings = list(act.sayings)
        if sayings and self._is_own_word(act, sayings[-1]):
            sayings.pop()
        for saying in sayings:
            if not saying.parties:
                yield Attribution(None, saying.relation, saying.span)
            for party in distinct(saying.parties):
                yield Attribution(party, saying.relation, saying.span)

    def _is_own_word(self, act: Act, saying: Saying) -> bool:
        """Whether a saying is the act: who says "I promise" has promised."""
        if not self._lexicon.categories[act.category].verbal or act.status is not Status.ACTUAL:
            return False
        codes = {party.code for party in act.actors}
        return any(party.code in codes for party in saying.parties)

    def _location(self, act: Act) -> Location | None:
        places = self._reading.linked.places
        phrases: list[int] = []
        if act.phrase is not None:
            phrases += [inner for _, inner in self._reading.phrase(act.phrase).complements]
        if act.clause is not None:
            clause = self._reading.document.clauses[act.clause]
            phrases += [
                item.phrase
                for item in clause.arguments
                if item.marker in ("in", "at", "near", "on")
            ]
            phrases += [phrase.index for phrase in self._reading.phrases(clause)]
        return next((places[index] for index in phrases if index in places), None)


def _citation(article: Article) -> Citation:
    return Citation(
        id=article.id,
        source=article.source,
        title=article.title,
        publication=article.publication,
        published=article.published_on,
        language=article.language,
    )


def _confidence(act: Act, dated: bool) -> float:  # noqa: FBT001 - one reader, one call
    """How likely the event is told; without the network an estimate, less for what was inferred."""
    if act.likelihood is not None:
        return round(act.likelihood, 2)
    value = 0.9 if dated else 0.85
    value -= 0.15 if act.phrase is not None else 0.0
    value -= 0.05 * max(0, len(act.operators) - 1)
    value -= 0.1 * sum(1 for party in act.parties if not party.entity_text)
    value -= 0.1 * sum(1 for party in act.parties if not party.code)
    value -= 0.1 if not act.actors or not (act.recipients or act.reciprocal) else 0.0
    return round(min(max(value, 0.1), 0.95), 2)
