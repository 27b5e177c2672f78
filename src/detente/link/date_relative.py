"""Resolves words that count from the day of telling or from where the story has got to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta, weekday as weekday_of

from detente.link.date_frame import Days, Frame
from detente.link.date_scan import Mention
from detente.link.date_steps import period, shifted, spanned, third
from detente.link.date_words import Word, calendar

_DAY = timedelta(days=1)
_UNITS = ("unit", "part")
_COARSE = ("month", "year", "decade")
_WEEK_DOUBT = 3
_WEEK = 7
_LAST_THIRD = 2


def named_day(mention: Mention, frame: Frame) -> Days | None:
    """today, yesterday, tomorrow night."""
    word = mention.first("named_day")
    if word is None:
        return None
    return _from_told(frame, word.low, word.high, "counted from the day of the report")


def last_part(mention: Mention, frame: Frame) -> Days | None:
    """last night."""
    word = mention.first("part")
    return word and _from_told(frame, word.low, word.high, "the night before the report")


def this_part(_: Mention, frame: Frame) -> Days | None:
    """this morning."""
    return Days(frame.told, frame.told, "the day of the report")


def weekday(mention: Mention, frame: Frame) -> Days | None:
    """on Wednesday, last Monday, Friday of last week."""
    word = mention.first("weekday")
    if word is None:
        return None
    if mention.has("unit"):
        return _weekday_of_week(word.low, mention, frame)
    if mention.has("following", "previous"):
        return _weekday_from_thread(word.low, mention, frame)
    day = _weekday(word.low, mention, frame)
    how = "last such day up to the report" if day <= frame.told else "next such day after the report"
    return Days(day, day, how)


def weekday_range(mention: Mention, frame: Frame) -> Days | None:
    """Wednesday and Thursday, from Monday to Wednesday."""
    first, last = mention.all("weekday")
    if frame.is_past and not mention.has("next"):
        end = _weekday(last.low, mention, frame)
        return Days(end - timedelta(days=(last.low - first.low) % _WEEK), end, "last such days up to the report")
    begin = _weekday(first.low, mention, frame)
    return Days(begin, begin + timedelta(days=(last.low - first.low) % _WEEK), "next such days after the report")


def ago(mention: Mention, frame: Frame) -> Days | None:
    """three months ago, nearly two years ago."""
    unit = _unit(mention)
    low, high = _count(mention)
    first, last = shifted(frame.told, unit, -high), shifted(frame.told, unit, -low)
    days = spanned(first, last, f"{unit}s counted back from the report")
    return days and _blurred(days, unit, exact=mention.lead == "since" or mention.has("about"))


def vague_ago(mention: Mention, frame: Frame) -> Days | None:
    """weeks ago."""
    low, high = calendar().vague[_unit(mention)]
    return _from_told(frame, -high, -low, "some of these before the report")


def shift(mention: Mention, frame: Frame) -> Days | None:
    """three days later, a week earlier."""
    unit = _unit(mention)
    low, high = _count(mention)
    if mention.has("earlier", "before"):
        low, high = -high, -low
    first, last = shifted(frame.thread.first, unit, low), shifted(frame.thread.last, unit, high)
    days = spanned(first, last, f"counted from {frame.thread.first}, where the story has got to")
    return days and _blurred(days, unit, exact=unit not in _COARSE)


def vague_shift(mention: Mention, frame: Frame) -> Days | None:
    """days later."""
    low, high = calendar().vague[_unit(mention)]
    thread = frame.thread
    how = f"some of these counted from {thread.first}, where the story has got to"
    if mention.has("earlier"):
        return spanned(_plus(thread.first, -high), _plus(thread.last, -low), how)
    return spanned(_plus(thread.first, low), _plus(thread.last, high), how)


def thread(mention: Mention, frame: Frame) -> Days | None:
    """the same day, that year, the next day, the day before."""
    unit = _unit(mention)
    step = _thread_step(mention)
    how = f"counted from {frame.thread.first}, where the story has got to"
    if unit in ("day", "hour"):
        return spanned(_plus(frame.thread.first, step), _plus(frame.thread.last, step), how)
    days = period(frame.thread.first, unit, step)
    return days and Days(*days, how)


def streak(mention: Mention, frame: Frame) -> Days | None:
    """for the sixth consecutive night."""
    number = mention.first("ordinal", "nth")
    if number is None:
        return None
    first = shifted(frame.thread.first, _unit(mention), 1 - number.low)
    return spanned(first, frame.thread.last, f"counted back from {frame.thread.first}")


def window(mention: Mention, frame: Frame) -> Days | None:
    """the past 24 hours, recent weeks, the next two months."""
    back = not mention.has("next", "coming")
    far = _plus(frame.told, -_reach(mention) if back else _reach(mention))
    unit = _unit(mention)
    if not mention.has("recent") and (unit in _COARSE or unit == "week"):
        high = _count(mention)[1]
        far = shifted(frame.told, unit, -high if back else high)
    if back:
        return spanned(far, frame.told, "counted back from the report")
    return spanned(frame.told, far, "counted on from the report")


def period_of(mention: Mention, frame: Frame) -> Days | None:
    """last month, earlier this month, early next year, the end of the year."""
    unit = _unit(mention)
    step = 1 if mention.has("next") else -1 if mention.has("last", "past") else 0
    days = period(frame.told, unit, step)
    if days is None:
        return None
    edge = mention.first("edge")
    if edge is not None:
        return Days(*_edge_of(days, edge, mention, unit), f"{unit} counted from the report")
    if mention.has("earlier") and step == 0:
        return _earlier(days, unit, frame)
    if mention.has("later") and step == 0:
        return Days(frame.told, days[1], f"rest of the {unit} of the report")
    if unit == "weekend" and step == 0 and days[0] > frame.told and frame.is_past:
        days = period(frame.told, unit, -1) or days
    return Days(*days, f"{unit} counted from the report")


def lasting(mention: Mention, frame: Frame) -> Days | None:
    """for three days."""
    unit = _unit(mention)
    if mention.has("count", "num", "big", "a"):
        first = shifted(frame.told, unit, -_count(mention)[1])
    else:
        first = _plus(frame.told, -calendar().vague[unit][1])
    return spanned(first, frame.told, "counted back from the report")


def ahead(mention: Mention, frame: Frame) -> Days | None:
    """in three days, within two months."""
    last = shifted(frame.told, _unit(mention), _count(mention)[1])
    return spanned(frame.told, last, "counted on from the report")


def then(_: Mention, frame: Frame) -> Days | None:
    """since then."""
    return Days(frame.thread.first, frame.thread.last, "where the story has got to")


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


def _reach(mention: Mention) -> int:
    unit = _unit(mention)
    word = mention.first("count", "num", "big")
    if word is None and mention.has("recent"):
        return calendar().vague[unit][1]
    number = word.high if word else 1
    if unit == "hour":
        return -(-number // 24)
    return number * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit, 30)


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
        base, step = frame.thread.first, _thread_step(mention)
    week = period(base, "week", step)
    day = week and _plus(week[0], number)
    return day and Days(day, day, "day of the week named")


def _weekday_from_thread(number: int, mention: Mention, frame: Frame) -> Days | None:
    step = _thread_step(mention)
    base = _plus(frame.thread.first, step)
    day = base and base + relativedelta(weekday=weekday_of(number)(step))
    return day and Days(day, day, f"counted from {frame.thread.first}, where the story has got to")


def _thread_step(mention: Mention) -> int:
    if mention.has("next", "following", "after"):
        return 1
    return -1 if mention.has("previous", "before", "earlier") else 0


def _edge_of(days: tuple[date, date], edge: Word, mention: Mention, unit: str) -> tuple[date, date]:
    if mention.lead == "by" and edge.low == _LAST_THIRD:
        return days
    if unit not in _COARSE:
        return days
    return third(*days, (edge.low, edge.high))


def _earlier(days: tuple[date, date], unit: str, frame: Frame) -> Days | None:
    first = days[0]
    if first == frame.told:
        before = period(frame.told, unit, -1)
        first = before[0] if before else first
    return spanned(first, frame.told, f"{unit} of the report, up to its day")


RULES: dict[str, Callable[[Mention, Frame], Days | None]] = {
    "period": period_of,
    **{
        rule.__name__: rule
        for rule in (
            named_day, last_part, this_part, weekday, weekday_range, ago, vague_ago, shift,
            vague_shift, thread, streak, window, lasting, ahead, then,
        )
    },
}  # fmt: skip
