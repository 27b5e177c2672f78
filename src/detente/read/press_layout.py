"""What the exports of news archives look like, and what can be wrong with them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.read.dates import parse_published
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions

# "November 12, 2023 Sunday 10:15 AM GMT": the day comes first, in three words at least.
_DAY_WORDS = range(5, 2, -1)
_EXPORT_AGAIN = "export it again"


@dataclass(frozen=True, slots=True)
class Nexis:
    """The layouts of LexisNexis Academic, Nexis Uni and Lexis+; labels in lower case."""

    start: re.Pattern[str]
    end: str
    body: str
    count: re.Pattern[str]
    after: frozenset[str]
    loaded: frozenset[str]
    header: tuple[str, ...]
    footer: tuple[str, ...]
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factiva:
    """The layouts of Factiva; codes are those of its indexing fields."""

    end: re.Pattern[str]
    length: re.Pattern[str]
    time: re.Pattern[str]
    header: frozenset[str]
    text: tuple[str, ...]
    codes: frozenset[str]
    byline: tuple[str, ...]
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layouts:
    """All layouts that are known."""

    nexis: Nexis
    factiva: Factiva


@cache
def layouts() -> Layouts:
    """The layouts, from ``data/press_exports.toml``."""
    file = resources.files("detente.data") / "press_exports.toml"
    table = tomllib.loads(file.read_text("utf-8"))
    nexis, factiva = table["nexis"], table["factiva"]
    return Layouts(
        Nexis(
            start=re.compile(nexis["start"]),
            end=nexis["end"],
            body=nexis["body"],
            count=re.compile(nexis["count"]),
            after=frozenset(nexis["after"]),
            loaded=frozenset(nexis["loaded"]),
            header=tuple(map(str.lower, nexis["header"])),
            footer=tuple(map(str.lower, nexis["footer"])),
            rights=tuple(nexis["rights"]),
        ),
        Factiva(
            end=re.compile(factiva["end"]),
            length=re.compile(factiva["length"]),
            time=re.compile(factiva["time"]),
            header=frozenset(factiva["header"]),
            text=tuple(factiva["text"]),
            codes=frozenset([*factiva["header"], *factiva["text"], *factiva["footer"]]),
            byline=tuple(factiva["byline"]),
            rights=tuple(factiva["rights"]),
        ),
    )


def day_in(line: str, options: ReadOptions) -> str | None:
    """The day with which a line begins, as it is written there, or None.

    Args:
        line: the line: ``November 12, 2023 Sunday, Final Edition``.
        options: says which of two numbers is the day.
    """
    words = line.split()
    for count in _DAY_WORDS:
        day = " ".join(words[:count]).strip(",")
        try:
            parse_published(day, day_first=options.day_first)
        except UnreadableError:
            continue
        return day
    return None


def cut_short(number: int) -> Fault:
    """What is wrong with a document whose end is missing."""
    return Fault(number, "the export is cut short in this document", _EXPORT_AGAIN)


def missing(told: int, found: int) -> Fault:
    """What is wrong with an export whose cover tells of another number of documents."""
    problem = f"its cover tells of {told:,} documents, and {found:,} are in it"
    return Fault(None, problem, _EXPORT_AGAIN)
