"""The vocabulary of days and periods, from ``data/calendar.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_NUMBERS = ("num", "nth", "year", "decade", "iso", "slash", "big")
_OTHER = "."
_NAME = re.compile(r"[a-z_]+|[A-Z]+")
# Above the letters and marks of regular expressions, so that a class letter is never one of those.
_FIRST_LETTER = 0x3400


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of the vocabulary means.

    Args:
        kind: its class.
        low: its number, or the smaller of two.
        high: the larger of two.
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
        ahead: what is dated under them lies ahead.
        happening: they set the day of their subject.
        term: "for three days" beside them is a term imposed.
    """

    ahead: frozenset[str]
    happening: frozenset[str]
    term: frozenset[str]


@dataclass(frozen=True, slots=True)
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
        zones: IANA zone by city in lower case.
    """

    words: Mapping[str, Word]
    letters: Mapping[str, str]
    forms: re.Pattern[str]
    triggers: re.Pattern[str]
    vague: Mapping[str, tuple[int, int]]
    verbs: Verbs
    zones: Mapping[str, str]

    def letter(self, kind: str | None) -> str:
        """The letter of a class; that of no class for None."""
        return _OTHER if kind is None else self.letters[kind]


@cache
def calendar() -> Calendar:
    """The calendar that ships."""
    file = resources.files("detente.data") / "calendar.toml"
    return calendar_from(tomllib.loads(file.read_text("utf-8")))


def calendar_from(table: Mapping[str, Any]) -> Calendar:
    """The calendar of a parsed table.

    Raises:
        ValueError: a word has two classes, or a form names an unknown class.
    """
    words: dict[str, Word] = {}
    for written, word in _words(table):
        if words.setdefault(written, word) != word:
            raise ValueError(f"calendar: {written!r} has two classes")
    kinds = sorted({word.kind for word in words.values()}.union(_NUMBERS))
    letters = {kind: chr(_FIRST_LETTER + place) for place, kind in enumerate(kinds)}
    verbs = {name: frozenset(listed) for name, listed in table["verbs"].items()}
    triggers = "".join(letters[kind] for kind in table["triggers"])
    return Calendar(
        words=words,
        letters=letters,
        forms=_forms(table, letters),
        triggers=re.compile(f"[{triggers}]"),
        vague={unit: (low, high) for unit, (low, high) in table["vague"].items()},
        verbs=Verbs(**verbs),
        zones=table["zones"],
    )


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
        yield written, Word("unit", name=unit)
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
            return f"(?:{_NAME.sub(letter, macros[name])})"
        if name not in letters:
            raise ValueError(f"calendar: form {row['rule']!r} names the unknown class {name!r}")
        return letters[name]

    body = _NAME.sub(letter, row["words"]).replace(" ", "").replace("(", "(?:").replace("(?:?:", "(?:")
    behind = "".join(letters[kind] for kind in row.get("behind", ()))
    banned = "".join(letters[kind] for kind in row.get("not_before", ()))
    return (f"(?<=[{behind}])" if behind else "") + f"(?:{body})" + (f"(?![{banned}])" if banned else "")
