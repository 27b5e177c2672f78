"""A small ledger made by hand: five reports of three outlets, with the events that they tell."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from detente.coding import Coding
from detente.errors import CodingError
from detente.ledger import Ledger
from detente.lexicon.closed_lists import closed_lists
from detente.records import (
    Article,
    Attribution,
    Citation,
    DateBasis,
    DateSpan,
    Event,
    Location,
    Party,
    Size,
    Span,
    Status,
    TextSpan,
)
from detente.settings import Settings

CODED_ON = date(2024, 1, 2)


def report(name: str, text: str, published: str, outlet: str, **rest: Any) -> Article:
    """A report."""
    return Article(
        name, text, published, title=f"On {name}", publication=outlet, source=f"{name}.txt", **rest
    )


CALL = report(
    "call",
    "French minister Sébastien Lecornu phoned Russia's Sergei Shoigu on Sunday. "
    "France said Russia shelled Kherson; 3 people were killed.",
    "2022-10-24",
    "Le Courrier",
)
AGAIN = report(
    "again",
    "Lecornu and Shoigu spoke by telephone on 23 October. Russia denied shelling Kherson.",
    "2022-10-25",
    "The Gazette",
)
VISAS = report(
    "visas",
    "France refused visas to Russian delegates on 7 November.",
    "2023-11-08",
    "The Gazette",
)
AID = report("aid", "Germany will send Ukraine tanks, Berlin said; Paris may.", "2023-01-25", "dpa")
BARE = report("bare", "Nothing of note.", "2023-01-26", "dpa")
ARTICLES = (CALL, AGAIN, VISAS, AID, BARE)


def party(article: Article, code: str, words: str, sector: str = "GOV", **rest: Any) -> Party:
    """A party that some words of a report stand for."""
    start = article.text.index(words)
    name = rest.pop("name", words)
    end = start + len(words)
    return Party(
        code,
        sector,
        words,
        name,
        rest.pop("id", None),
        rest.pop("office", None),
        start,
        end,
        **rest,
    )


def told(
    article: Article,
    outcome: str,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    words: str,
    day: str | None = None,
    **changes: Any,
) -> Event:
    """An event of a report.

    Args:
        article: the report.
        outcome: ``CATEGORY`` or ``CATEGORY/mode``.
        actors: who acts.
        recipients: on whom.
        words: the words of its text that carry the act.
        day: the day that its text gives; None for that of publication.
        changes: fields that are not as usual.
    """
    category, _, mode = outcome.partition("/")
    found = closed_lists().categories[category]
    scores = found.modes.get(mode)
    cameo = scores.cameo if scores else found.cameo
    span = _span(article.text, words)
    sentence = _sentence(article.text, span)
    first = date.fromisoformat(day) if day else article.published_on
    assert first is not None
    made = Event(
        id="",
        category=category,
        mode=mode or None,
        contexts=("diplomatic",),
        quad_code=found.quad,
        event_scale=scores.score if scores else found.score,
        cameo=cameo,
        goldstein=closed_lists().goldstein[cameo],
        actors=tuple(actors),
        recipients=tuple(recipients),
        status=Status.ACTUAL,
        when=DateSpan(first, first, DateBasis.TEXT if day else DateBasis.PUBLISHED),
        historical=False,
        attribution=(),
        location=None,
        words=(TextSpan(words, span),),
        size=Size(),
        condition=None,
        sentence=article.text.count(". ", 0, sentence.start),
        sentence_span=sentence,
        sentence_text=sentence.of(article.text),
        citation=Citation(
            article.id,
            article.source,
            article.title,
            article.publication,
            article.published_on,
            article.language,
        ),
        confidence=0.85,
        coder="detente 0",
        lexicon="0-0",
        coded_on=CODED_ON,
    )
    made = replace(made, **changes)
    return replace(made, id=_identity(article, made))


def _identity(article: Article, event: Event) -> str:
    parts = (article.key, event.category, event.status, event.words[0].span, event.actors)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _sentence(text: str, span: Span) -> Span:
    start = text.rfind(". ", 0, span.start) + 2 if ". " in text[: span.start] else 0
    end = text.find(". ", span.end)
    return Span(start, len(text) if end < 0 else end + 1)


def _minister(article: Article, code: str, words: str, name: str) -> Party:
    return party(article, code, words, name=name, office="minister of defence")


def _by(speaker: Party, relation: str) -> tuple[Attribution, ...]:
    return (Attribution(speaker, relation, Span(speaker.start, speaker.end)),)


def _call(article: Article, words: str) -> Event:
    both = (
        _minister(article, "FRA", "Lecornu", "Sébastien Lecornu"),
        _minister(article, "RUS", "Shoigu", "Sergei Shoigu"),
    )
    return told(article, "CONSULT/phone", both, (), words, "2022-10-23", contexts=("military",))


def _shelling(article: Article, words: str, speaker: Party, relation: str, **rest: Any) -> Event:
    place = Location("Kherson", "UKR", _span(article.text, "Kherson"), 46.6, 32.6, 706448)
    return told(
        article,
        "ASSAULT/heavy-weapons",
        (party(article, "RUS", "Russia", "MIL"),),
        (Party("UKR", "CVL", "", "people", None, None, 0, 0),),
        words,
        "2022-10-22",
        attribution=_by(speaker, relation),
        location=place,
        **rest,
    )


CALLED = _call(CALL, "phoned")
SHELLED = _shelling(CALL, "shelled", party(CALL, "FRA", "France"), "said", size=Size(dead=3))
SPOKE = _call(AGAIN, "spoke by telephone")
DENIED = _shelling(
    AGAIN, "shelling", party(AGAIN, "RUS", "Russia"), "denied", status=Status.NEGATED
)
REFUSED = told(
    VISAS,
    "REJECT/meet",
    (party(VISAS, "FRA", "France"),),
    (party(VISAS, "RUS", "Russian delegates", name="delegates; of Russia"),),
    "refused visas",
    "2023-11-07",
)
PROMISED = told(
    AID,
    "AGREE",
    (party(AID, "DEU", "Germany"),),
    (party(AID, "UKR", "Ukraine"),),
    "will send",
    condition=TextSpan("Paris may", _span(AID.text, "Paris may")),
    mentions=(2, 3),
)
TOLD: Mapping[str, tuple[Event, ...]] = {
    CALL.key: (CALLED, SHELLED),
    AGAIN.key: (SPOKE, DENIED),
    VISAS.key: (REFUSED,),
    AID.key: (PROMISED,),
    BARE.key: (),
}
EVENTS = tuple(event for events in TOLD.values() for event in events)


class HandCoder:
    """Gives each report the events that are laid down for it.

    Args:
        told: events by key of the report.
        digest: stands for a lexicon.
    """

    def __init__(self, told: Mapping[str, tuple[Event, ...]] = TOLD, digest: str = "0-0") -> None:
        self.settings = Settings()
        self.digest = digest
        self._told = told

    def codings(
        self,
        articles: Iterable[Article],
        on_fault: Callable[[CodingError], None] | None = None,  # noqa: ARG002 - none is met
    ) -> Iterator[Coding]:
        """What comes of each report."""
        for article in articles:
            yield Coding(article, self._told[article.key], ())


def made_ledger(folder: Path, articles: Sequence[Article] = ARTICLES) -> Ledger:
    """A ledger of some of the reports, one version."""
    ledger = Ledger(folder)
    ledger.add(articles, HandCoder())
    return ledger
