"""Resolves dates that are written out, whole or in part: days, months, seasons, years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from detente.link.date_frame import Days, Frame
from detente.link.date_scan import Mention
from detente.link.date_steps import EDGES, month_of, period, shifted, spanned, third

_MONTHS = ("month", "short_month")
_DAYS = ("num", "nth")
_LEAP_CYCLE = 8
_FUTURE_SLACK = -31
_CENTURY = 100
_LAST_THIRD = 2


def iso(mention: Mention, _: Frame) -> Days | None:
    """Resolves "2016-03-04"."""
    try:
        day = date.fromisoformat(mention.tokens[0].word.name)
    except ValueError:
        return None
    return Days(day, day, "written out")


def slash(mention: Mention, _: Frame) -> Days | None:
    """Resolves "25/12/2023", but not "11/12/2023"."""
    first, second, year = (
        int(part) for part in mention.tokens[0].word.name.replace(".", "/").split("/")
    )
    pairs = {(first, second), (second, first)}
    days = {found for month, day in pairs if (found := _date(year, month, day))}
    if len(days) != 1:
        return None
    day = days.pop()
    return Days(day, day, "written out, and only one order makes a date")


def month_day(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "23 October", "October 23 last year" and "Monday, July 3, 2023"."""
    number, month = mention.first(*_DAYS), mention.first(*_MONTHS)
    if number is None or month is None:
        return None
    return _day(number.low, month.low, _year(mention, frame), frame)


def day_range(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "3 to 5 May" and "May 28 - June 2, 2017"."""
    numbers, months = mention.all(*_DAYS), mention.all(*_MONTHS)
    year = _year(mention, frame)
    end = _day(numbers[-1].low, months[-1].low, year, frame)
    if end is None:
        return None
    first = _date(end.last.year, months[0].low, numbers[0].low)
    if first is not None and first > end.last:
        first = _date(end.last.year - 1, months[0].low, numbers[0].low)
    return spanned(first, end.last, f"both days written out, {end.how}")


def month(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "March", "early March 2016", "last December" and "May last year"."""
    word = mention.first(*_MONTHS)
    if word is None:
        return None
    year = _year(mention, frame)
    how = "month of the year named"
    if year is None:
        year, how = _year_of_month(word.low, mention, frame)
    days = month_of(year, word.low)
    return _edged(days, mention, how)


def month_range(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "June to August 2017"."""
    months = mention.all(*_MONTHS)
    years = [word.low for word in mention.all("year")]
    year = _year(mention, frame)
    if year is None:
        year, _ = _year_of_month(months[-1].low, mention, frame)
    first_year = years[0] if len(years) > 1 else year - (months[0].low > months[-1].low)
    first, last = month_of(first_year, months[0].low), month_of(year, months[-1].low)
    if first is None or last is None:
        return None
    return spanned(first[0], last[1], "from the first month to the last")


def season(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "the spring of 2014", "last summer"."""
    word = mention.first("season")
    if word is None:
        return None
    year = _year(mention, frame)
    if year is None:
        year = _year_of_season(word.low, mention, frame)
    first, last = month_of(year, word.low), month_of(year + (word.high < word.low), word.high)
    if first is None or last is None:
        return None
    return _edged((first[0], last[1]), mention, f"season of {year}")


def year(mention: Mention, _: Frame) -> Days | None:
    """Resolves "2016", "early 2015"."""
    word = mention.first("year")
    days = period(date(word.low, 1, 1), "year") if word else None
    if days and (edge := mention.first(*EDGES)) and _is_end(edge.low, mention):
        return Days(days[0], days[1], "up to the end of the year named")
    return _edged(days, mention, "year named")


def share(mention: Mention, frame: Frame) -> Days | None:
    """Resolves "the first half of 2018", "the second quarter of this year"."""
    number, part = mention.first("ordinal", "nth"), mention.first("share")
    year = _year(mention, frame) or frame.told.year
    if number is None or part is None or number.low > part.low:
        return None
    months = 12 // part.low
    first = date(year, months * (number.low - 1) + 1, 1)
    last = month_of(year, months * number.low)
    return last and Days(first, last[1], f"part of {year}")


def year_range(mention: Mention, _: Frame) -> Days | None:
    """Resolves "from 2014 to 2016", "2014-15"."""
    words = mention.all("year", "num", "big")
    first, last = words[0].low, words[-1].low
    if last < _CENTURY:
        last += first - first % _CENTURY
    if not first < last < date.max.year:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), "from the first year to the last")


def decade(mention: Mention, _: Frame) -> Days | None:
    """Resolves "the 1990s", "the early 1990s"."""
    word = mention.first("decade")
    if word is None:
        return None
    days = date(word.low, 1, 1), date(word.high, 12, 31)
    return _edged(days, mention, "decade named")


def _is_end(edge: int, mention: Mention) -> bool:
    return mention.lead == "by" and edge == _LAST_THIRD


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(number: int, month: int, year: int | None, frame: Frame) -> Days | None:
    if year is not None:
        day = _date(year, month, number)
        return None if day is None else Days(day, day, "day of the year named")
    if frame.year is not None:
        day = _date(frame.year, month, number)
        if day is not None and day <= frame.told:
            return Days(day, day, "day of the year that the story is in")
    return _nearest_day(number, month, frame)


def _nearest_day(number: int, month: int, frame: Frame) -> Days | None:
    step = -1 if frame.is_past else 1
    for years in range(-1, _LEAP_CYCLE + 1):
        day = _date(frame.told.year + step * years, month, number)
        if day is None:
            continue
        ahead = (day - frame.told).days
        if frame.is_past and ahead <= 0:
            return Days(day, day, "last such day up to the report")
        if not frame.is_past and ahead >= _FUTURE_SLACK:
            return Days(day, day, "next such day from the report on")
    return None


def _year(mention: Mention, frame: Frame) -> int | None:
    """The year that words of the expression name."""
    named = mention.all("year")
    if named:
        return named[-1].low
    if not any(word.name == "year" for word in mention.all("unit")):
        return None
    told, thread = frame.told.year, frame.thread.first.year
    steps = {"last": told - 1, "this": told, "next": told + 1, "previous": thread - 1}
    steps |= {"following": thread + 1, "that": thread, "same": thread}
    return next((year for kind, year in steps.items() if mention.has(kind)), None)


def _year_of_month(number: int, mention: Mention, frame: Frame) -> tuple[int, str]:
    told = frame.told
    if mention.has("next"):
        return told.year + (number <= told.month), "next such month after the report"
    if mention.has("last", "past"):
        return told.year - (number >= told.month), "last such month before the report"
    if frame.year is not None and (frame.year, number) <= (told.year, told.month):
        return frame.year, "month of the year that the story is in"
    if frame.is_past:
        return told.year - (number > told.month), "last such month up to the report"
    return told.year + (number < told.month), "next such month from the report on"


def _year_of_season(first: int, mention: Mention, frame: Frame) -> int:
    told = frame.told
    started = first <= told.month
    if mention.has("next"):
        return told.year + started
    if mention.has("last"):
        ended = shifted(date(told.year, first, 1), "month", 3)
        return told.year - (ended is None or ended > told)
    return told.year if started or not frame.is_past else told.year - 1


def _edged(days: tuple[date, date] | None, mention: Mention, how: str) -> Days | None:
    if days is None:
        return None
    edge = mention.first(*EDGES)
    if edge is not None:
        days = third(*days, (edge.low, edge.high))
    return Days(*days, how)


RULES: dict[str, Callable[[Mention, Frame], Days | None]] = {
    rule.__name__: rule
    for rule in (
        iso,
        slash,
        month_day,
        day_range,
        month,
        month_range,
        season,
        year,
        share,
        year_range,
        decade,
    )
}
