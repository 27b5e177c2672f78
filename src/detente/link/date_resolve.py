"""From a temporal expression to days, with what stands before it and the tense beside it."""

from __future__ import annotations

from datetime import date

from detente.link.date_frame import Days, Frame
from detente.link.date_relative import RULES as RELATIVE
from detente.link.date_scan import Mention
from detente.link.date_words import Calendar
from detente.link.date_written import RULES as WRITTEN
from detente.records import Clause, ClauseForm, Tense

_RULES = {**WRITTEN, **RELATIVE}
_RUNNING_UNITS = frozenset(("day", "week", "hour", "fortnight"))


def resolved(mention: Mention, frame: Frame, clause: Clause | None, calendar: Calendar) -> Days | None:
    """The days of an expression, or None where it names none.

    Args:
        mention: the expression.
        frame: what it is resolved against.
        clause: the clause that holds it, or None.
        calendar: the vocabulary.
    """
    if not _applies(mention, frame, clause, calendar):
        return None
    days = _RULES[mention.rule](mention, frame)
    if days is None:
        return None
    return _bounded(_led(days, mention, frame), frame)


def _applies(mention: Mention, frame: Frame, clause: Clause | None, calendar: Calendar) -> bool:
    if mention.rule == "ahead":
        return not frame.is_past
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


def _led(days: Days, mention: Mention, frame: Frame) -> Days | None:
    """What "since", "by" or "until" before it makes of the days."""
    told = frame.told
    if mention.lead == "since":
        return Days(days.first, told, f"from then to the report; {days.how}") if days.first <= told else None
    if mention.lead == "by":
        return _by(days, told)
    if mention.lead == "until":
        return Days(told, days.last, f"from the report to then; {days.how}") if days.last >= told else None
    return days


def _by(days: Days, told: date) -> Days:
    if days.last > told:
        return Days(min(told, days.last), days.last, f"from the report to then; {days.how}")
    return days


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
