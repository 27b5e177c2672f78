"""The vocabulary of days and periods, from ``data/calendar.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from detente.errors import LexiconError, Place

_FILE = "calendar.toml"
# Classes that are told by the shape of a word; "word" and "sign" are all others.
_SHAPES = ("num", "nth", "year", "decade", "iso", "slash", "big", "word", "sign")
_NAME = re.compile(r"[a-z_]+|[A-Z]+")
# Above the letters and marks of regular expressions, so that a class letter is never one of those.
_FIRST_LETTER = 0x3400
# What the high number of a plural unit stands for.
_MANY = 2


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of the vocabulary means.

    Args:
        kind: its class.
        low: its number, or the smaller of two.
        high: the larger of two; of a unit, more than 1 where it is plural.
        name: the unit that it stands for, or "".
    """

    kind: str
    low: int = 0
    high: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Predicates that decide how a date beside them is read.

    Args:
        ahead: what hangs on them lies ahead.
        ahead_nouns: so does what hangs on these nouns.
        planned: these before a noun say that it lies ahead.
        happening: they set the day of their subject.
        making: hanging on a noun, they set its day.
        term: "for three days" beside them is a term imposed.
        answering: a day long past beside them is that of the deed they speak of.
    """

    ahead: frozenset[str]
    ahead_nouns: frozenset[str]
    planned: frozenset[str]
    happening: frozenset[str]
    making: frozenset[str]
    term: frozenset[str]
    answering: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passing:
    """Markers and prepositions across which days pass from clause to clause.

    Args:
        same_time: the clause they join lies on the day of the one above it.
        alongside: and the other way round.
        since: what is above runs on from the clause they join.
        inside: what is above lies on the day of the noun behind them.
        before: the clause they join is the later one.
        after: the clause they join is the earlier one.
        apart: the day of the noun behind them is not that of what is above.
        transparent: nouns that are part of the words for a day.
    """

    same_time: frozenset[str]
    alongside: frozenset[str]
    since: frozenset[str]
    inside: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    apart: frozenset[str]
    transparent: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The words and forms of dates.

    Args:
        words: meaning by written form.
        letters: one letter for each class; a sentence becomes a string of them.
        forms: all forms as one expression over such strings; the name of the group that
            matched is the rule, followed by "_" and the number of the form.
        triggers: matches a string of letters in which a form can stand.
        vague: fewest and most days of an unnumbered plural, by unit.
        verbs: predicates that decide how a date is read.
        passing: what days pass across.
        not_days: matches names that hold the name of a day or a month.
        people: matches a first name or title before a month's name, the latter as group 1.
        zones: IANA zone by city in lower case.
    """

    words: Mapping[str, Word]
    letters: Mapping[str, str]
    forms: re.Pattern[str]
    triggers: re.Pattern[str]
    vague: Mapping[str, tuple[int, int]]
    verbs: Verbs
    passing: Passing
    not_days: re.Pattern[str]
    people: re.Pattern[str]
    zones: Mapping[str, str]


@cache
def calendar() -> Calendar:
    """The calendar that ships."""
    file = resources.files("detente.data") / _FILE
    return calendar_from(tomllib.loads(file.read_text("utf-8")))


def calendar_from(table: Mapping[str, Any]) -> Calendar:
    """The calendar of a parsed table.

    Raises:
        LexiconError: a word has two classes, a unit no length, or a form names an unknown class.
    """
    words: dict[str, Word] = {}
    for written, word in _words(table):
        if words.setdefault(written, word) != word:
            raise _fault(f"{written!r} has two classes")
    for unit in set(table["units"].values()).difference(table["vague"]):
        raise _fault(f"unit {unit!r} has no days in [vague]")
    kinds = sorted({word.kind for word in words.values()}.union(_SHAPES))
    letters = {kind: chr(_FIRST_LETTER + place) for place, kind in enumerate(kinds)}
    triggers = "".join(letters[kind] for kind in table["triggers"])
    return Calendar(
        words=words,
        letters=letters,
        forms=_forms(table, letters),
        triggers=re.compile(f"[{triggers}]"),
        vague={unit: (low, high) for unit, (low, high) in table["vague"].items()},
        verbs=Verbs(**_sets(table["verbs"])),
        passing=Passing(**_sets(table["passing"])),
        not_days=re.compile(rf"\b(?:{'|'.join(table['not_days']['names'])})\b"),
        people=re.compile(rf"\b[A-Z][a-z]+\.? ({'|'.join(table['not_days']['people'])})\b"),
        zones=table["zones"],
    )


def _fault(problem: str) -> LexiconError:
    return LexiconError(Place(_FILE), problem, "correct the table")


def _sets(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in table.items()}


def _words(table: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for kind, names in table["names"].items():
        for name, number in names.items():
            yield from ((form, Word(kind, number, number)) for form in (name, name.upper()))
    for written, word in _plain_words(table):
        yield written, word
        yield written.capitalize(), word
    for mark, kind in table["marks"].items():
        yield mark, Word(kind)


def _plain_words(table: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for kind, spans in table["spans"].items():
        for written, (low, high) in spans.items():
            yield written, Word(kind, low, high, "day" if kind == "part" else "")
    for written, unit in table["units"].items():
        # "over the weekend" tells a day where "over the week" tells none.
        kind = "weekend" if unit == "weekend" else "unit"
        yield written, Word(kind, high=_MANY if written.endswith("s") else 1, name=unit)
    for kind, listed in table["classes"].items():
        yield from ((written, Word(kind)) for written in listed)


def _forms(table: Mapping[str, Any], letters: Mapping[str, str]) -> re.Pattern[str]:
    forms = (
        f"(?P<{row['rule']}_{number}>{_pattern(row, table['macros'], letters)})"
        for number, row in enumerate(table["form"])
    )
    return re.compile("|".join(forms))


def _pattern(row: Mapping[str, Any], macros: Mapping[str, str], letters: Mapping[str, str]) -> str:
    def letter(match: re.Match[str]) -> str:
        name = match.group()
        if name in macros:
            return _NAME.sub(letter, macros[name])
        if name not in letters:
            raise _fault(f"form {row['rule']!r} names the unknown class {name!r}")
        return letters[name]

    body = _NAME.sub(letter, row["words"]).replace(" ", "").replace("(", "(?:")
    return "".join(
        (
            _lookaround("(?<=", row.get("behind", ()), letters),
            f"(?:{body})",
            _lookaround("(?=", row.get("before", ()), letters),
            _lookaround("(?!", row.get("not_before", ()), letters),
        )
    )


def _lookaround(opening: str, kinds: Iterable[str], letters: Mapping[str, str]) -> str:
    allowed = "".join(letters[kind] for kind in kinds)
    return f"{opening}[{allowed}])" if allowed else ""
