"""Resolves words that count from the day of telling or from where the story has got to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from detente.link.date_frame import Days, Frame
from detente.link.date_scan import Mention
from detente.link.date_steps import EDGES, period, shifted, spanned, third
from detente.link.date_words import Word, calendar

_DAY = timedelta(days=1)
_UNITS = ("unit", "part", "weekend")
_COARSE = ("month", "year", "decade")
_WEEK_DOUBT = 3
_LAST_THIRD = 2


def named_day(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "today", "yesterday", "tomorrow night"."""
    word = mention.first("named_day")
    if word is None:
        return None
    return _from_told(frame, word.low, word.high, "counted from the day of the report")


def last_part(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "last night"."""
    word = mention.first("part")
    if word is None:
        return None
    return _from_told(frame, word.low, word.high, "part of the day before the report")


def this_part(_: Mention, frame: Frame) -> Days | None:
    """Resolves "this morning"."""
    return Days(frame.told, frame.told, "the day of the report")


def ago(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "three months ago", "nearly two years ago"."""
    unit = _unit(mention)
    low, high = _count(mention)
    first, last = shifted(frame.told, unit, -high), shifted(frame.told, unit, -low)
    days = spanned(first, last, f"{unit}s counted back from the report")
    return days and _blurred(days, unit, exact=mention.lead == "since" or mention.has("about"))


def vague_ago(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "weeks ago"."""
    low, high = calendar().vague[_unit(mention)]
    return _from_told(frame, -high, -low, "some of these before the report")


def shift(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "three days later", "a week earlier"."""
    return from_anchor(mention, frame.thread)


def from_anchor(mention: Mention, anchor: Days) -> Days | None:
    """The days that "three days after" or "the day before" something make.

    Args:
        mention: the expression, up to "after".
        anchor: the days of what follows it, or of where the story has got to.
    """
    return _counted(mention, anchor, back=mention.has("earlier", "before"))


def before_anchor(mention: Mention, anchor: Days) -> Days | None:
    """The days of what "three days after" counts from, where those of the other act are known.

    Args:
        mention: the expression, up to "after".
        anchor: the days of the act that happened so long after.
    """
    days = _counted(mention, anchor, back=not mention.has("earlier", "before"))
    # Who tells how long ago something was counts in whole weeks.
    return days and _blurred(days, _unit(mention), exact=_unit(mention) in _COARSE)


def _counted(mention: Mention, anchor: Days, *, back: bool) -> Days | None:
    unit = _unit(mention)
    low, high = _count(mention)
    if back:
        low, high = -high, -low
    first, last = shifted(anchor.first, unit, low), shifted(anchor.last, unit, high)
    days = spanned(first, last, f"counted from {anchor.first}")
    return days and _blurred(days, unit, exact=unit not in _COARSE)


def vague_shift(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "days later"."""
    low, high = calendar().vague[_unit(mention)]
    thread = frame.thread
    how = f"some of these, counted from {thread.first}"
    if mention.has("earlier"):
        return spanned(_plus(thread.first, -high), _plus(thread.last, -low), how)
    return spanned(_plus(thread.first, low), _plus(thread.last, high), how)


def thread(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "the same day", "that year", "the next day", "the day before"."""
    unit = _unit(mention)
    step = thread_step(mention)
    how = f"counted from {frame.thread.first}"
    if unit in ("day", "hour"):
        return spanned(_plus(frame.thread.first, step), _plus(frame.thread.last, step), how)
    days = period(frame.thread.first, unit, step)
    return days and Days(*days, how)


def streak(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "for the sixth consecutive night"."""
    number = mention.first("ordinal", "nth")
    if number is None:
        return None
    first = shifted(frame.thread.first, _unit(mention), 1 - number.low)
    return spanned(first, frame.thread.last, f"counted back from {frame.thread.first}")


def window(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "the past 24 hours", "recent weeks", "the next two months"."""
    unit, step = _unit(mention), 1 if mention.has("next", "coming") else -1
    if mention.has("count", "num", "big") or not _is_plural(mention):
        number = _count(mention)[1]
        # Hours reach back over as many midnights as they have days, rounded up.
        count, unit = (-(-number // 24), "day") if unit == "hour" else (number, unit)
        far = _rounded(shifted(frame.told, unit, step * count), unit, step)
    else:
        far = _plus(frame.told, step * calendar().vague[unit][1])
    if step < 0:
        return spanned(far, frame.told, "counted back from the report")
    return spanned(frame.told, far, "counted on from the report")


def _rounded(day: date | None, unit: str, step: int) -> date | None:
    """The far end of a span counted in years: they are counted to the month at best."""
    return day.replace(day=1) if day is not None and unit == "year" and step < 0 else day


def period_of(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "last month", "earlier this month", "early next year", "the end of the year"."""
    if _is_plural(mention):
        return window(mention, frame)
    unit = _unit(mention)
    step = 1 if mention.has("next", "coming") else -1 if mention.has("last", "past") else 0
    days = period(frame.told, unit, step)
    if days is None:
        return None
    edge = mention.first(*EDGES)
    if edge is not None:
        return Days(*_edge_of(days, edge, mention, unit), f"{unit} counted from the report")
    if mention.has("earlier") and step == 0:
        return _earlier_in(days, unit, frame)
    if mention.has("later") and step == 0:
        return Days(frame.told, days[1], f"rest of the {unit} of the report")
    if unit == "weekend" and step == 0 and days[0] > frame.told and frame.is_past:
        days = period(frame.told, unit, -1) or days
    return Days(*days, f"{unit} counted from the report")


def from_now(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "two weeks from now"."""
    low, high = _count(mention)
    unit = _unit(mention)
    first, last = shifted(frame.told, unit, low), shifted(frame.told, unit, high)
    days = spanned(first, last, "counted on from the report")
    return days and _blurred(days, unit, exact=False)


def lasting(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "for three days"; "for an hour" tells no day."""
    unit = _unit(mention)
    if unit == "hour":
        return None
    if mention.has("count", "num", "big", "a"):
        first = _rounded(shifted(frame.told, unit, -_count(mention)[1]), unit, -1)
    else:
        first = _plus(frame.told, -calendar().vague[unit][1])
    return spanned(first, frame.told, "counted back from the report")


def ahead(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "in three days", "within two months"."""
    last = shifted(frame.told, _unit(mention), _count(mention)[1])
    return spanned(frame.told, last, "counted on from the report")


def then(_: Mention, frame: Frame) -> Days | None:
    """Resolves "since then"."""
    if frame.thread.first >= frame.told:
        return None
    return Days(frame.thread.first, frame.thread.last, "the day that the story has got to")


def _from_told(frame: Frame, low: int, high: int, how: str) -> Days | None:
    return spanned(_plus(frame.told, low), _plus(frame.told, high), how)


def _plus(day: date, days: int) -> date | None:
    return shifted(day, "day", days)


def _unit(mention: Mention) -> str:
    word = mention.first(*_UNITS)
    return word.name if word else "day"


def _count(mention: Mention) -> tuple[int, int]:
    word = mention.first("count", "num", "big")
    return (word.low, word.high) if word else (1, 1)


def _is_plural(mention: Mention) -> bool:
    word = mention.first(*_UNITS)
    return word is not None and word.kind == "unit" and word.high > 1


def _blurred(days: Days, unit: str, *, exact: bool) -> Days:
    """Widens "three months ago" to the month and "two weeks ago" by some days either way."""
    if exact:
        return days
    if unit in _COARSE:
        first, last = period(days.first, unit), period(days.last, unit)
        return Days(first[0], last[1], days.how) if first and last else days
    if unit in ("week", "fortnight"):
        first_day, last_day = _plus(days.first, -_WEEK_DOUBT), _plus(days.last, _WEEK_DOUBT)
        return spanned(first_day, last_day, days.how) or days
    return days


def thread_step(mention: Mention) -> int:
    """Which way from where the story has got to an expression points: -1, 0 or 1."""
    if mention.has("next", "following", "after"):
        return 1
    return -1 if mention.has("previous", "before", "earlier") else 0


def _edge_of(days: tuple[date, date], edge: Word, mention: Mention, unit: str) -> tuple[date, date]:
    if mention.lead == "by" and edge.low == _LAST_THIRD:
        return days
    if unit not in _COARSE:
        return days
    return third(*days, (edge.low, edge.high))


def _earlier_in(days: tuple[date, date], unit: str, frame: Frame) -> Days | None:
    """Up to the report; on the first day of a period it is the one before that is meant."""
    first, told = days[0], frame.told
    if first == told:
        before = period(told, unit, -1)
        first = before[0] if before else first
    # In a week the day before is the last that "earlier" can mean; of a month or a year it is
    # said of the day of the news too.
    last = told - _DAY if unit == "week" and first < told else told
    return Days(first, last, f"{unit} of the report, up to its day")


RULES: dict[str, Callable[[Mention, Frame], Days | None]] = {
    "period": period_of,
    **{
        rule.__name__: rule
        for rule in (
            named_day, last_part, this_part, ago, vague_ago, shift,
            vague_shift, thread, from_now, streak, window, lasting, ahead, then,
        )
    },
}  # fmt: skip
