"""Resolves the temporal expressions of a report to days, and gives them to clauses and phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.link.date_line import dateline
from detente.link.date_own import own_clause_days, own_phrase_days
from detente.link.date_reading import Reader
from detente.link.date_spread import Spread
from detente.link.date_story import story_day
from detente.link.date_words import calendar
from detente.records import Article, DateSpan, Document


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of one document.

    Args:
        days: by index of a clause, the days its own words set it on.
        phrase_days: by index of a phrase, the days that words inside or beside it set it on.
        story_day: the day the report's own news is set on, or None where nothing dates it.
    """

    days: Mapping[int, DateSpan] = field(default_factory=dict)
    phrase_days: Mapping[int, DateSpan] = field(default_factory=dict)
    story_day: DateSpan | None = None


def resolve_dates(document: Document, article: Article) -> Dates:
    """The days that a report's words set its clauses and phrases on.

    Args:
        document: the parsed text.
        article: the report; its day of publication is what "yesterday" counts from, unless a
            dateline says otherwise.

    Returns:
        Days by clause and by phrase, all read from words of the text, and the day of the story.
    """
    words = calendar()
    line = dateline(article, document.text, words)
    dated = Reader(document, line, words).read()
    own = own_clause_days(document, dated, words, line.told)
    phrases = own_phrase_days(document, dated, words, line.told)
    spread = Spread(document, words, line.told, dict(own), phrases)
    spread.spread(dated)
    return Dates(spread.clauses, spread.phrases, story_day(document, line, own))
