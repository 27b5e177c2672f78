"""From a temporal expression to days, with what stands before it and the tense beside it."""

from __future__ import annotations

from datetime import date

from detente.link.date_frame import Days, Frame
from detente.link.date_relative import RULES as RELATIVE
from detente.link.date_scan import Mention
from detente.link.date_weekdays import RULES as WEEKDAYS
from detente.link.date_words import Calendar
from detente.link.date_written import RULES as WRITTEN
from detente.records import Clause, ClauseForm, Tense

RULES = {**WRITTEN, **WEEKDAYS, **RELATIVE}
_RUNNING_UNITS = frozenset(("day", "week", "hour", "fortnight"))
_CLOSED_BY = frozenset(("", "comma", "dot", "dash", "bracket", "sign", "and"))


def is_distance(mention: Mention) -> bool:
    """Whether an expression counts from what follows it ("two days after the vote")."""
    return (
        mention.rule in ("shift", "thread")
        and mention.tokens[-1].word.kind in ("before", "after")
        and mention.after not in _CLOSED_BY
    )


def is_self_contained(mention: Mention) -> bool:
    """Whether an expression needs no day to count from."""
    return (
        mention.rule in WRITTEN
        and mention.has("year", "iso", "slash", "decade")
        and not mention.has("unit")
        and mention.lead not in ("since", "by", "until")
    )


def resolved(
    mention: Mention, frame: Frame, clause: Clause | None, calendar: Calendar, *, inside: bool
) -> Days | None:
    """The days of an expression, or None where it names none.

    Args:
        mention: the expression.
        frame: what it is resolved against.
        clause: the clause that holds it, or None.
        calendar: the vocabulary.
        inside: whether it stands inside a noun phrase, so that a preposition before it belongs to
            the noun ("since the 2015 deal").
    """
    if not _applies(mention, frame, clause, calendar):
        return None
    try:
        days = RULES[mention.rule](mention, frame)
    except (OverflowError, ValueError):
        # Past the first or last year that dates can have.
        return None
    if days is None:
        return None
    if inside:
        return _bounded(days, frame)
    days = _bounded(_led(days, mention, frame.told), frame)
    # What is told as past has not happened after the report.
    return None if days is None or (frame.is_past and days.first > frame.told) else days


def _applies(mention: Mention, frame: Frame, clause: Clause | None, calendar: Calendar) -> bool:
    if mention.rule == "ahead":
        return not frame.is_past and not mention.ranked
    if mention.rule == "lasting":
        return frame.is_past and clause is not None and _lasts(mention, clause, calendar)
    return True


def _lasts(mention: Mention, clause: Clause, calendar: Calendar) -> bool:
    """Whether "for three days" tells when, not how long a term was set."""
    if clause.predicate in calendar.verbs.term:
        return False
    if clause.perfect or clause.progressive:
        return True
    unit = mention.first("unit", "part")
    finite = clause.form is ClauseForm.FINITE and clause.tense is Tense.PAST
    return finite and unit is not None and unit.name in _RUNNING_UNITS


def _led(days: Days, mention: Mention, told: date) -> Days | None:
    """What "since", "by" or "until" before it makes of the days."""
    if mention.lead == "since":
        if mention.ranked or days.first > told:
            return None
        return Days(days.first, told, f"from then to the report; {days.how}")
    if mention.lead == "until":
        return _until(days, told)
    if mention.lead == "by" and days.last > told:
        return _until(days, told)
    return days


def _until(days: Days, told: date) -> Days | None:
    if days.last < told:
        return None
    return Days(told, days.last, f"from the report to then; {days.how}")


def _bounded(days: Days | None, frame: Frame) -> Days | None:
    """Cuts off what lies ahead of something told as past, and the reverse."""
    if days is None:
        return None
    told = frame.told
    if frame.is_past and days.first <= told < days.last:
        return Days(days.first, told, f"{days.how}; not after the report")
    if not frame.is_past and days.first < told <= days.last:
        return Days(told, days.last, f"{days.how}; not before the report")
    return days
