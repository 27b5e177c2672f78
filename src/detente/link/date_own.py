"""The days that an expression gives to the clause and the phrases it belongs to itself."""

from __future__ import annotations

from datetime import date, timedelta

from detente.link.date_direction import is_appointed
from detente.link.date_frame import Days
from detente.link.date_reading import Dated
from detente.link.date_words import Calendar
from detente.records import DateBasis, DateSpan, Document, Role, Tense

_ASIDE = ("before", "after", "ahead")
_WEEK = timedelta(days=7)


def own_clause_days(
    document: Document, dated: list[Dated], calendar: Calendar, told: date | None
) -> dict[int, DateSpan]:
    """Days by index of a clause; its own adverb comes before a noun's day, then the narrowest.

    Args:
        document: the parsed text.
        dated: its expressions, in order.
        calendar: the vocabulary.
        told: the day the report is told on, or None.
    """
    best: dict[int, tuple[tuple[bool, bool, int], DateSpan]] = {}
    for item in dated:
        clause, days = item.attachment.clause, item.days
        if clause is None or days is None or not _dates_clause(item, document, calendar):
            continue
        if _answered(item, document, calendar, told):
            continue
        if item.attachment.marker in calendar.passing.since:
            days = running(days, told)
        rank = (not item.attachment.direct, item.mention.rule != "streak", days.length)
        kept = best.get(clause.index)
        if kept is None or rank < kept[0]:
            best[clause.index] = rank, _date_span(item, days)
    return {index: days for index, (_, days) in best.items()}


def own_phrase_days(
    document: Document, dated: list[Dated], calendar: Calendar, told: date | None
) -> dict[int, DateSpan]:
    """Days by index of a phrase, from expressions inside it or hanging on it.

    Args:
        document: the parsed text.
        dated: its expressions, in order.
        calendar: the vocabulary.
        told: the day the report is told on, or None.
    """
    found: dict[int, DateSpan] = {}
    for item in dated:
        if item.days is not None:
            phrases = item.attachment.phrases or _answered(item, document, calendar, told)
            for phrase in phrases or _appointed(item, document, calendar):
                found.setdefault(phrase, _date_span(item, item.days))
    return found


def running(days: Days, told: date | None) -> Days:
    """From the first of some days to the report."""
    if told is None or days.first > told:
        return days
    return Days(days.first, told, f"from then to the report; {days.how}")


def _dates_clause(item: Dated, document: Document, calendar: Calendar) -> bool:
    mention, attachment = item.mention, item.attachment
    if attachment.inside or mention.lead in _ASIDE or attachment.marker in calendar.passing.apart:
        return False
    clause = attachment.clause
    if clause is None or clause.tense is not Tense.PAST or clause.modal:
        return True
    if clause.predicate in calendar.verbs.ahead and clause.passive:
        return True
    # "announced elections for 12 May" dates the elections, not the announcement.
    return not is_appointed(mention, attachment, document, calendar.verbs)


def _answered(item: Dated, document: Document, calendar: Calendar, told: date | None) -> list[int]:
    """The noun that words of praise or blame are about, where the day is that of the deed.

    "Condemned the downing of the plane last year" tells when the plane fell. What is told as news
    is said within days, so a day that lies further back is not that of the words.
    """
    clause, days, start = item.attachment.clause, item.days, item.mention.span.start
    if clause is None or days is None or told is None or told - days.last < _WEEK:
        return []
    if clause.perfect or clause.predicate not in calendar.verbs.answering:
        return []
    deeds = [
        argument.phrase
        for argument in clause.arguments
        if argument.role is Role.OBJECT or argument.marker in calendar.passing.apart
    ]
    return [index for index in deeds if clause.span.end < document.phrases[index].span.end < start]


def _appointed(item: Dated, document: Document, calendar: Calendar) -> list[int]:
    """The objects that a clause sets a day for."""
    clause = item.attachment.clause
    if clause is None or item.mention.lead != "for" or _dates_clause(item, document, calendar):
        return []
    return [argument.phrase for argument in clause.arguments if argument.role is Role.OBJECT]


def _date_span(item: Dated, days: Days) -> DateSpan:
    return DateSpan(days.first, days.last, DateBasis.TEXT, item.mention.span, days.how)
