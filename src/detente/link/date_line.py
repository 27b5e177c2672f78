"""Datelines: where and on which day a report says it was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from detente.link.date_frame import Days, Direction, Frame
from detente.link.date_scan import Mention, mentions
from detente.link.date_words import Calendar
from detente.link.date_written import RULES
from detente.records import Article, Span

_HEAD = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’ -]+[A-Z])(?:,[^\n–—(]{0,60}?)?\s*(?:\([^)\n]{1,40}\))?\s*(?:--|[-–—])\s"
)
_LINES = 3
_LONGEST_LINE = 60
_FULL = frozenset(("month_day", "iso", "slash"))
# A report may be filed some days before an archive's day of publication, or the day after it
# where the archive keeps another zone's day.
_EARLIEST, _LATEST = timedelta(days=-7), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day a report is told on.

    Args:
        told: that day, or None where neither text nor archive give one.
        written: the words of the dateline that name it, or None.
        end: offset after the dateline, 0 where there is none.
        how: how the day was found.
    """

    told: date | None
    written: Span | None
    end: int
    how: str


def dateline(article: Article, text: str, calendar: Calendar) -> Dateline:
    """The dateline of a report and the day that it and the archive give."""
    head = _HEAD.match(text)
    told, how = _local_day(article, head["place"] if head else "", calendar)
    if head is not None:
        found = _written(text, Span(head.start(), head.end()), told, calendar)
        return found or Dateline(told, None, head.end(), how)
    for line in _first_lines(text):
        found = _written(text, line, told, calendar, whole=True)
        if found is not None:
            return found
    return Dateline(told, None, 0, how)


def _first_lines(text: str) -> list[Span]:
    spans, start = [], 0
    for _ in range(_LINES):
        end = text.find("\n", start)
        if end < 0:
            break
        if end - start <= _LONGEST_LINE:
            spans.append(Span(start, end))
        start = end + 1
    return spans


def _written(
    text: str, span: Span, told: date | None, calendar: Calendar, *, whole: bool = False
) -> Dateline | None:
    for mention in mentions(text, 0, span, calendar):
        if mention.rule not in _FULL or (whole and not _fills(text, span, mention)):
            continue
        days = _resolved(mention, told)
        if days is None or (told and not _EARLIEST <= days.first - told <= _LATEST):
            continue
        return Dateline(days.first, mention.span, span.end, "the dateline's day")
    return None


def _fills(text: str, line: Span, mention: Mention) -> bool:
    """Whether a line holds nothing else."""
    rest = text[line.start : mention.span.start] + text[mention.span.end : line.end]
    return not any(character.isalnum() for character in rest)


def _resolved(mention: Mention, told: date | None) -> Days | None:
    if told is None and not mention.has("year", "iso", "slash"):
        return None
    day = told or date.max
    # A day past the archive's own may be meant where zones differ.
    day = min(day, date.max - _LATEST) + _LATEST
    return RULES[mention.rule](mention, Frame(day, Direction.PAST, Days(day, day, "")))


def _local_day(article: Article, place: str, calendar: Calendar) -> tuple[date | None, str]:
    moment = article.published
    zone = calendar.zones.get(place.lower().strip())
    if isinstance(moment, datetime) and moment.tzinfo is not None and zone is not None:
        try:
            return moment.astimezone(ZoneInfo(zone)).date(), f"day of publication in {zone}"
        except (ZoneInfoNotFoundError, OverflowError):
            pass
    return article.published_on, "day of publication"
