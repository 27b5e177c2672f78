"""Reports and events to write, and a stream that says what was flushed."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

from detente.records import (
    Article,
    Attribution,
    Citation,
    DateBasis,
    DateSpan,
    Event,
    Party,
    Size,
    Span,
    Status,
    TextSpan,
)

SENTENCE = "France may resume talks with Russia if they are useful, Lecornu said; Kyiv; objected."
START = 100


def party(code: str, name: str, sector: str = "GOV", **rest: Any) -> Party:
    """A party named in the sentence."""
    return Party(
        code, sector, rest.pop("text", name), name, None, rest.pop("office", None), 5, 11, **rest
    )


FRANCE = party("FRA", "France")
RUSSIA = party("RUS", "Russia")
LECORNU = party("FRA", "Sébastien Lecornu", text="Lecornu", office="minister of the armed forces")
REBELS = party("SYR", "People's Protection; Units", "REB")


def article(name: str = "seed", **rest: Any) -> Article:
    """A report."""
    rest.setdefault("published", "2023-11-12")
    return Article(id=name, text=" " * START + SENTENCE, source=f"{name}.txt", **rest)


def event(report: Article | None = None, **changes: Any) -> Event:
    """An event with every field set."""
    report = report or article()
    made = Event(
        id="0123456789abcdef",
        category="AGREE",
        mode=None,
        contexts=("diplomatic", "military"),
        quad_code=1,
        event_scale=2.5,
        cameo="030",
        goldstein=4.0,
        actors=(FRANCE,),
        recipients=(RUSSIA,),
        status=Status.ACTUAL,
        when=DateSpan(date(2023, 11, 7), date(2023, 11, 7), DateBasis.TEXT),
        historical=False,
        attribution=(),
        location=None,
        words=(_words("resume"), _words("talks")),
        size=Size(),
        condition=_words("if they are useful"),
        sentence=3,
        sentence_span=Span(START, START + len(SENTENCE)),
        sentence_text=SENTENCE,
        citation=Citation(
            report.id,
            report.source,
            report.title,
            report.publication,
            report.published_on,
            report.language,
        ),
        confidence=0.85,
        coder="detente 0",
        lexicon="0-0",
        coded_on=date(2024, 1, 2),
    )
    return replace(made, **changes)


def said(who: Party | None, relation: str = "said") -> Attribution:
    """A link of an attribution."""
    return Attribution(who, relation, Span(START, START + 1))


def _words(text: str) -> TextSpan:
    start = START + SENTENCE.index(text)
    return TextSpan(text, Span(start, start + len(text)))


class Stream(io.StringIO):
    """Text that remembers how much of it was flushed."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed = ""

    def flush(self) -> None:
        super().flush()
        self.flushed = self.getvalue()
