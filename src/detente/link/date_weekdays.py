"""Resolves days of the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as weekday_of

from detente.link.date_frame import Days, Frame
from detente.link.date_relative import thread_step
from detente.link.date_scan import Mention
from detente.link.date_steps import period

_DAY = timedelta(days=1)
_WEEK = 7


def weekday(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "on Wednesday", "last Monday", "Friday of last week"."""
    word = mention.first("weekday")
    if word is None:
        return None
    if mention.has("unit"):
        return _weekday_of_week(word.low, mention, frame)
    if mention.has("following", "previous"):
        return _weekday_from_thread(word.low, mention, frame)
    day = _weekday(word.low, mention, frame)
    how = (
        "last such day up to the report" if day <= frame.told else "next such day after the report"
    )
    return Days(day, day, how)


def weekday_range(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "Wednesday and Thursday", "from Monday to Wednesday"."""
    first, last = mention.all("weekday")
    if frame.is_past and not mention.has("next"):
        end = _weekday(last.low, mention, frame)
        return Days(
            end - timedelta(days=(last.low - first.low) % _WEEK),
            end,
            "last such days up to the report",
        )
    begin = _weekday(first.low, mention, frame)
    return Days(
        begin,
        begin + timedelta(days=(last.low - first.low) % _WEEK),
        "next such days after the report",
    )


def _weekday(number: int, mention: Mention, frame: Frame) -> date:
    told, day = frame.told, weekday_of(number)
    if mention.has("last", "past"):
        return told - _DAY + relativedelta(weekday=day(-1))
    if mention.has("next"):
        return told + _DAY + relativedelta(weekday=day(1))
    return told + relativedelta(weekday=day(-1 if frame.is_past else 1))


def _weekday_of_week(number: int, mention: Mention, frame: Frame) -> Days | None:
    base, step = frame.told, -1 if mention.has("last") else 1 if mention.has("next") else 0
    if mention.has("that", "same", "following", "previous"):
        base, step = frame.thread.first, thread_step(mention)
    week = period(base, "week", step)
    if week is None:
        return None
    day = week[0] + _DAY * number
    return Days(day, day, "day of the week named")


def _weekday_from_thread(number: int, mention: Mention, frame: Frame) -> Days | None:
    step = thread_step(mention)
    base = frame.thread.first + _DAY * step
    day = base + relativedelta(weekday=weekday_of(number)(step))
    return Days(day, day, f"counted from {frame.thread.first}")


RULES: dict[str, Callable[[Mention, Frame], Days | None]] = {
    rule.__name__: rule for rule in (weekday, weekday_range)
}
