"""A coder of reports that are one act a line, so that a ledger is tested without a model.

    2023-11-12 CONSULT FRA,RUS - phone

is day (or - where the text gives none), category, actors, recipients and what else it says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from detente import Article, Event, Ledger, Settings
from detente.coding import Coding
from detente.errors import CodingError
from detente.ledger.adding import OnFault
from detente.records import Citation, DateBasis, DateSpan, Party, Size, Span, Status, TextSpan

FAULT = "fault"
CATEGORIES = ("CONSULT", "ASSAULT", "ACCUSE", "AID")
CODES = ("FRA", "RUS", "USA", "CHN")
_SCALES = {"CONSULT": (1, 1.5), "ASSAULT": (4, -9.0), "ACCUSE": (3, -2.0), "AID": (2, 7.4)}
_WORDS = ("tanker", "border", "grain", "embassy", "north")


class LineCoder:
    """Codes each line of a report as one event.

    Args:
        digest: stands for the lexicon; another one codes in other words.
    """

    settings = Settings()

    def __init__(self, digest: str = "1") -> None:
        self.digest = digest

    def codings(
        self, articles: Iterable[Article], on_fault: OnFault | None = None
    ) -> Iterator[Coding]:
        """What comes of each report; one that says ``fault`` meets one."""
        for article in articles:
            if article.text != FAULT:
                yield Coding(article, tuple(self._events(article)), ())
                continue
            fault = CodingError(article.id, article.source, ValueError(FAULT))
            if on_fault is None:
                raise fault
            on_fault(fault)

    def _events(self, article: Article) -> Iterator[Event]:
        start = 0
        for number, line in enumerate(article.text.split("\n")):
            if line:
                yield self._event(article, number, line, start)
            start += len(line) + 1

    def _event(self, article: Article, number: int, line: str, start: int) -> Event:
        day, category, actors, recipients, words = line.split(" ", 4)
        quad_code, scale = _SCALES[category]
        name = f"{article.key} {number} {self.digest}"
        span = Span(start, start + len(line))
        return Event(
            id=hashlib.sha256(name.encode()).hexdigest()[:16],
            category=category,
            mode=None,
            contexts=(),
            quad_code=quad_code,
            event_scale=scale,
            cameo="04",
            goldstein=scale,
            actors=_parties(actors),
            recipients=_parties(recipients),
            status=Status.ACTUAL,
            when=_days(day, article),
            historical=False,
            attribution=(),
            location=None,
            words=(TextSpan(words, span),),
            size=Size(),
            condition=None,
            sentence=number,
            sentence_span=span,
            sentence_text=f"{words} ({self.digest})",
            citation=Citation(article.id, "", None, None, article.published_on, "en"),
            confidence=0.9,
            coder="lines 1",
            lexicon=self.digest,
            coded_on=date(2026, 1, 1),
        )


def _parties(codes: str) -> tuple[Party, ...]:
    found = codes.split(",") if codes != "-" else []
    return tuple(Party(code, "GOV", code, code, None, None, 0, 3) for code in found)


def _days(day: str, article: Article) -> DateSpan | None:
    if day != "-":
        return DateSpan(date.fromisoformat(day), date.fromisoformat(day), DateBasis.TEXT)
    published = article.published_on
    return DateSpan(published, published, DateBasis.PUBLISHED) if published else None


def report(number: int, *, lines: int = 3, seed: int = 0) -> Article:
    """A report of some acts, many of which other reports tell of too."""
    chance = Random(f"{seed} {number}")  # noqa: S311 - no secret
    published = date(2023, 1, 1 + chance.randrange(9))
    return Article(f"report-{number}", "\n".join(_line(chance) for _ in range(lines)), published)


def _line(chance: Random) -> str:
    category = chance.choice(CATEGORIES)
    first, second = chance.sample(CODES, 2)
    day = chance.choice(("-", f"2023-01-0{1 + chance.randrange(9)}"))
    sides = f"{first},{second} -" if category == "CONSULT" else f"{first} {second}"
    sides = f"{first} -" if category == "ACCUSE" and chance.random() < 0.2 else sides
    return f"{day} {category} {sides} {' '.join(chance.choices(_WORDS, k=3))}"


def reports(count: int, *, lines: int = 3, seed: int = 0) -> list[Article]:
    """So many reports."""
    return [report(number, lines=lines, seed=seed) for number in range(count)]


TABLES = ("articles", "events", "happenings", "claims", "rejects", "corrections")


def content(path: Path | Ledger) -> dict[str, list[str]]:
    """All that a ledger holds, but for which version added it."""
    snapshot = (path if isinstance(path, Ledger) else Ledger(path)).snapshot()
    return {
        table: sorted(map(repr, snapshot.rows(f"SELECT * EXCLUDE (version) FROM {table}")))
        for table in TABLES
    }
