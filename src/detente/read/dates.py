"""The day of publication, in the forms that archives give it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from importlib import resources

from detente.read.fault import UnreadableError, shown

_WRITE_ISO = "write it as 2023-11-12"

# A date outside these years is a slip, not an article: newspapers begin in the 17th century.
_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_MONTHS = _HALF_DAY = 12

_ISO = re.compile(r"\d{4}-?(\d\d-?\d\d|W\d\d-?\d)([Tt ][\d:.,]+ ?([Zz]|[+-][\d:]+)?)?", re.ASCII)
_SECONDS = re.compile(r"\d{10}(\.\d+)?", re.ASCII)
_MILLISECONDS = re.compile(r"\d{13}", re.ASCII)
_DIGITS = re.compile(r"\d{14}", re.ASCII)

_TIME = r"""
    (?: ,?\ (?:at\ )?|[Tt] )
    (?P<hour>\d\d?) [:.] (?P<minute>\d\d) (?: [:.] (?P<second>\d\d) (?:\.\d+)? )?
    (?: \ ?(?P<half>[AaPp])\.?[Mm]\.? )?
    (?: \ ?\(?(?P<zone>[A-Za-z]+)\)? )? (?: \ ?(?P<offset>[+-]\d\d:?\d\d) (?:\ \([A-Z]+\))? )?
"""
_NUMBERS = r"(?P<first>\d\d?) (?P<mark>[-/.]) (?P<next>\d\d?) (?P=mark) (?P<year>\d{4})"
_YEAR_FIRST = r"(?P<year>\d{4}) (?P<mark>[-/.]) (?P<month>\d\d?) (?P=mark) (?P<day>\d\d?)"
_DAY_FIRST = r"(?P<day>\d\d?)(?:st|nd|rd|th)? [\ -] (?P<name>[A-Za-z]+)\.?,? [\ -] (?P<year>\d{4})"
_NAME_FIRST = r"(?P<name>[A-Za-z]+)\.?\ (?P<day>\d\d?)(?:st|nd|rd|th)?,?\ (?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?:{form}) (?:{_TIME})?", re.ASCII | re.VERBOSE)
    for form in (_YEAR_FIRST, _DAY_FIRST, _NAME_FIRST, _NUMBERS)
)
_WEEKDAY = re.compile(r"^([A-Za-z]+)\.?,? |,? ([A-Za-z]+)$", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates, in lower case.

    Args:
        months: number of the month by name.
        weekdays: names of the days.
        zones: minutes east of Greenwich by name of the zone.
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    zones: Mapping[str, int]


@cache
def date_words() -> DateWords:
    """The words of dates, from ``data/publication_dates.toml``."""
    file = resources.files("detente.data") / "publication_dates.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    months = {name: number for number, names in enumerate(table["months"], 1) for name in names}
    return DateWords(months, frozenset(table["weekdays"]), table["zones"])


def parse_published(value: object, *, day_first: bool | None = None) -> date | datetime:
    """The moment that a value names.

    Args:
        value: ISO 8601, RFC 2822, ``12 November 2023``, ``Nov 12, 2023``, ``12/11/2023``, each
            also with a time, ``20231112``, or seconds or milliseconds since 1970. A time in a
            zone whose name is not known is dropped; the day stays as written.
        day_first: how 03/04/2023 is meant; None refuses it.

    Returns:
        A date, or a datetime where a time is given, with its offset where that is given too.

    Raises:
        UnreadableError: it is no date, no possible one, or one that can be read in two ways.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnreadableError(f"the date is {shown(value)}, not text", _WRITE_ISO)
    text = " ".join(str(value).split())
    try:
        moment = _moment(text, day_first=day_first)
    except (ValueError, KeyError, OverflowError) as fault:
        raise UnreadableError(f"wrong date {shown(text)}", _WRITE_ISO) from fault
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise UnreadableError(f"wrong date {shown(text)}: year {moment.year}", _WRITE_ISO)
    return moment


def _moment(text: str, *, day_first: bool | None) -> date | datetime:
    if text.isdigit() or _SECONDS.fullmatch(text):
        return _from_digits(text)
    if _ISO.fullmatch(text):
        return _from_iso(text.upper())
    bare = _without_weekday(text)
    for form in _FORMS:
        if match := form.fullmatch(bare):
            parts = {name: part for name, part in match.groupdict().items() if part}
            return _with_time(_day(parts, text, day_first=day_first), parts)
    raise ValueError(text)


def _from_digits(text: str) -> date | datetime:
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(float(text), UTC)
    if _MILLISECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    if _DIGITS.fullmatch(text):
        return datetime.fromisoformat(f"{text[:8]}T{text[8:]}")
    if len(text) == len("20231112"):
        return date.fromisoformat(text)
    raise ValueError(text)


def _from_iso(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text.replace(" +", "+").replace(" Z", "Z"))


def _without_weekday(text: str) -> str:
    for match in _WEEKDAY.finditer(text):
        if (match[1] or match[2]).lower() in date_words().weekdays:
            text = text.removeprefix(match[0]) if match[1] else text.removesuffix(match[0])
    return text


def _day(parts: Mapping[str, str], text: str, *, day_first: bool | None) -> date:
    year = int(parts["year"])
    if "next" in parts:
        day, month = int(parts["first"]), int(parts["next"])
        if not _is_day_first(day, month, text, day_first=day_first):
            day, month = month, day
        return date(year, month, day)
    name = parts.get("name")
    month = date_words().months[name.lower()] if name else int(parts["month"])
    return date(year, month, int(parts["day"]))


def _is_day_first(first: int, second: int, text: str, *, day_first: bool | None) -> bool:
    if day_first is not None:
        return day_first
    if first <= _MONTHS and second <= _MONTHS and first != second:
        problem = f"ambiguous date {shown(text)}: day or month first?"
        raise UnreadableError(problem, "say which comes first, or " + _WRITE_ISO)
    return second <= _MONTHS


def _with_time(day: date, parts: Mapping[str, str]) -> date | datetime:
    if "hour" not in parts:
        return day
    hour = int(parts["hour"])
    if half := parts.get("half"):
        if not 1 <= hour <= _HALF_DAY:
            raise ValueError(hour)
        hour = hour % _HALF_DAY + (_HALF_DAY if half in "Pp" else 0)
    clock = time(hour, int(parts["minute"]), int(parts.get("second", 0)))
    zone = parts.get("zone", "").lower()
    if offset := parts.get("offset"):
        return datetime.combine(day, clock, _offset(offset))
    if zone and zone not in date_words().zones:
        return day
    return datetime.combine(day, clock, _zone(zone) if zone else None)


def _zone(name: str) -> timezone:
    return timezone(timedelta(minutes=date_words().zones[name]))


def _offset(text: str) -> timezone:
    size = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-size if text[0] == "-" else size)
