"""Mentions by hand: what a report tells, without reading one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from detente.fold import Mention
from detente.records import (
    Attribution,
    Citation,
    DateBasis,
    DateSpan,
    Event,
    Happening,
    Location,
    Party,
    Size,
    Span,
    Status,
    TextSpan,
)

DAY = date(2024, 3, 4)
NOWHERE = Span(0, 0)
OFFICES = {
    "Macron": "president",
    "Putin": "president",
    "Lecornu": "minister of the armed forces",
    "Shoigu": "defence minister",
    "Lavrov": "foreign minister",
    "Barrot": "foreign minister",
    "Levy": "ambassador to russia",
}


def party(text: str, sector: str = "GOV") -> Party:
    """A party written as ``FRA``, ``FRA:Macron`` for a person, or ``FRA/REB`` with a sector."""
    text, _, named = text.partition("/")
    code, _, person = text.partition(":")
    name = f"Given {person}" if person else code
    office = OFFICES.get(person)
    return Party(code, named or sector, person or code, name, None, office, 0, len(person or code))


def parties(text: str) -> tuple[Party, ...]:
    """Several of them with plus signs between; none for an empty text."""
    return tuple(party(item) for item in text.split("+") if item)


def told(
    sentence: str,
    who: str,
    *,
    category: str = "ASSAULT",
    act: str = "struck",
    mode: str | None = None,
    on: date | None = DAY,
    until: date | None = None,
    published: date | None = None,
    basis: DateBasis = DateBasis.TEXT,
    historical: bool = False,
    place: str = "",
    country: str | None = None,
    dead: int | None = None,
    status: Status = Status.ACTUAL,
    by: str = "",
    relation: str = "said",
    article: str | None = None,
    publication: str | None = None,
    contexts: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Mention:
    """A mention; each is of a report of its own unless an article is named.

    Args:
        sentence: the sentence.
        who: ``RUS>UKR`` for who acts on whom, ``FRA+RUS`` for a meeting.
        by: who says so, as parties; nobody where the report itself does.
        on: first day; None for an event without a day.
        until: last day, where it is another.
    """
    acting, _, acted_on = who.partition(">")
    when = DateSpan(on, until or on, basis) if on else None
    published = published or ((on or DAY) + timedelta(days=1))
    key = article or f"{sentence}{who}{on}{published}{by}{publication}"
    attribution = tuple(Attribution(item, relation, NOWHERE) for item in parties(by))
    event = Event(
        id=hashlib.sha256(repr((key, category, act, status, sentence)).encode()).hexdigest()[:16],
        category=category,
        mode=mode,
        contexts=contexts,
        quad_code=4,
        event_scale=-9.0,
        cameo="190",
        goldstein=-10.0,
        actors=parties(acting),
        recipients=parties(acted_on),
        status=status,
        when=when,
        historical=historical,
        attribution=attribution,
        location=Location(place, country, NOWHERE) if place else None,
        words=(TextSpan(act, NOWHERE),),
        size=Size(dead=dead),
        condition=None,
        sentence=0,
        sentence_span=Span(0, len(sentence)),
        sentence_text=sentence,
        citation=Citation(key, "", None, publication, published, "en"),
        confidence=confidence,
        coder="hand",
        lexicon="",
        coded_on=DAY,
    )
    return Mention(event, key)


def named(mention: Mention, name: str) -> Mention:
    """The same with another name for who acts."""
    actors = tuple(replace(actor, identifier_text=name) for actor in mention.event.actors)
    return Mention(replace(mention.event, actors=actors), mention.article)


def sizes(happenings: Iterable[Happening]) -> list[int]:
    """How many reports tell each happening, the most first."""
    return sorted((len(item.tellings) for item in happenings), reverse=True)
