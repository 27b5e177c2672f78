"""The day that a report's own news is set on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from detente.link.date_headings import is_live
from detente.link.date_line import Dateline
from detente.records import Clause, ClauseLink, DateBasis, DateSpan, Document

_DAY = timedelta(days=1)
_NEWS = timedelta(days=7)
_LEAD_SENTENCES = 2


def story_day(document: Document, line: Dateline, days: Mapping[int, DateSpan]) -> DateSpan | None:
    """The day of the news: as the lead dates it, else as the dateline does, else about publication.

    Args:
        document: the parsed text.
        line: the dateline.
        days: by index of a clause, the days of its own words.
    """
    told = line.told
    if told is None:
        return None
    if is_live(document):
        return DateSpan(told, told, DateBasis.TEXT, None, "its entries are headed by the hour")
    lead = _lead_day(document, line, days, told)
    if lead is not None:
        return lead
    if line.written is not None:
        return DateSpan(told, told, DateBasis.TEXT, line.written, line.how)
    first = max(told, date.min + _DAY) - _DAY
    return DateSpan(
        first, told, DateBasis.PUBLISHED, None, "news of the day before or the day itself"
    )


def _lead_day(
    document: Document, line: Dateline, days: Mapping[int, DateSpan], told: date
) -> DateSpan | None:
    """The day in the first sentences, or the days that their news runs over; main clauses first."""
    after = [item.index for item in document.sentences if item.span.end > line.end]
    lead = after[:_LEAD_SENTENCES]
    clauses = [item for item in document.clauses if item.sentence in lead and item.index in days]
    for clause in sorted(clauses, key=_lead_rank):
        found = days[clause.index]
        is_day = (found.last - found.first).days <= 1
        runs_on = told - found.last <= _DAY
        if (is_day or runs_on) and found.last <= told and (told - found.first) <= _NEWS:
            return found
    return None


def _lead_rank(clause: Clause) -> tuple[int, bool]:
    return clause.sentence, clause.link is not ClauseLink.ROOT
