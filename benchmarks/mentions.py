"""Made-up mentions in any number, with the skew that news has: few pairs, many reports of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.fold import Mention
from detente.records import (
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

_START = date(2022, 1, 1)
_CATEGORIES = {
    "ASSAULT": 20, "ACCUSE": 16, "CONSULT": 14, "REQUEST": 9, "REJECT": 6, "AGREE": 7, "SUPPORT": 6,
    "THREATEN": 5, "SANCTION": 4, "COERCE": 4, "MOBILIZE": 3, "AID": 2, "CONCEDE": 1, "RETREAT": 1,
    "PROTEST": 1, "COOPERATE": 1,
}  # fmt: skip
# shares of mentions that have something
_COUNTED, _KEPT, _COUNT_GIVEN, _DATED, _PLACED, _NAMED = 0.5, 0.7, 0.6, 0.7, 0.4, 0.5
_SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "ta",
    "ne",
    "mu",
    "sol",
    "ver",
    "dan",
    "pel",
    "gor",
    "hin",
    "lak",
    "zem",
)


@dataclass(frozen=True, slots=True)
class Story:
    """A happening before anybody reports it.

    Args:
        category: PLOVER category.
        pair: codes of the two sides.
        day: when it happens.
        town: where.
        dead: how many die, or None.
        words: what is told of it.
    """

    category: str
    pair: tuple[str, str]
    day: date
    town: str
    dead: int | None
    words: tuple[str, ...]


def mentions(count: int, *, pairs: int, days: int, seed: int = 1) -> list[Mention]:
    """Mentions of happenings that one to many reports tell.

    Args:
        count: how many.
        pairs: of how many pairs of states; the first has most of them.
        days: over how many days.
        seed: of the generator of random numbers.
    """
    source = random.Random(seed)
    found: list[Mention] = []
    while len(found) < count:
        story = _story(source, pairs, days)
        told = min(int(source.paretovariate(1.2)), 60, count - len(found))
        found += [_mention(story, source, len(found) + number) for number in range(told)]
    return found


def _story(source: random.Random, pairs: int, days: int) -> Story:
    category = source.choices(list(_CATEGORIES), list(_CATEGORIES.values()))[0]
    number = min(int(source.paretovariate(0.8)) - 1, pairs - 1)
    dead = source.randint(1, 40) if category == "ASSAULT" and source.random() < _COUNTED else None
    words = tuple(_word(source) for _ in range(14))
    day = _START + timedelta(days=source.randrange(days))
    return Story(category, _pair(number), day, _word(source).title(), dead, words)


def _pair(number: int) -> tuple[str, str]:
    """States of a pair; the same state is in several pairs."""
    names = [f"{chr(65 + i)}{chr(65 + j)}A" for i in range(10) for j in range(10)]
    return names[number % 17], names[20 + number % 80]


def _word(source: random.Random) -> str:
    """One of some three thousand words, the short ones more often."""
    return "".join(source.choice(_SYLLABLES) for _ in range(source.choice((2, 2, 3))))


def _mention(story: Story, source: random.Random, number: int) -> Mention:
    kept = [word for word in story.words if source.random() < _KEPT]
    own = [_word(source) for _ in range(6)]
    sentence = f"{story.pair[0]} {' '.join([*kept, *own])} {story.pair[1]} {story.town}."
    published = story.day + timedelta(days=source.choice((0, 1, 1, 1, 2)))
    size = Size(dead=story.dead if source.random() < _COUNT_GIVEN else None)
    return Mention(_event(story, sentence, published, size, source, number), f"article{number}")


def _event(
    story: Story, sentence: str, published: date, size: Size, source: random.Random, number: int
) -> Event:
    meets = story.category == "CONSULT"
    parties = tuple(_parties(story, source))
    first = story.day if source.random() < _DATED else published - timedelta(days=1)
    last = story.day if first == story.day else published
    return Event(
        id=f"{number * 2654435761 % 2**32:08x}{number:08x}",
        category=story.category,
        mode=None,
        contexts=(),
        quad_code=1,
        event_scale=0.0,
        cameo="",
        goldstein=0.0,
        actors=parties if meets else parties[:1],
        recipients=() if meets else parties[1:],
        status=Status.ACTUAL,
        when=DateSpan(first, last, DateBasis.TEXT),
        historical=False,
        attribution=(),
        location=Location(story.town, None, Span(0, 1)) if source.random() < _PLACED else None,
        words=(TextSpan(story.words[0], Span(4, 5)),),
        size=size,
        condition=None,
        sentence=0,
        sentence_span=Span(0, len(sentence)),
        sentence_text=sentence,
        citation=Citation(f"r{number}", "", " ".join(story.words[:5]), None, published, "en"),
        confidence=0.9,
        coder="made up",
        lexicon="",
        coded_on=_START,
    )


def _parties(story: Story, source: random.Random) -> Iterator[Party]:
    for code in story.pair:
        named = source.random() < _NAMED
        yield Party(
            code, "GOV", code, f"{code.title()} Leader" if named else code,
            None, "president" if named else None, 0, 3,
        )  # fmt: skip
