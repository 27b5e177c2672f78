"""Reading of the groups of reports, with the truth about which of them tell the same happening."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from detente.records import Article

FOLDER = Path(__file__).parent


class Half(StrEnum):
    """Which part of the set: one to work with, one that only gives figures, one set apart.

    The third was written without a look at what the coder or the fold make of its reports.
    """

    DEV = "dev"
    HELD = "held"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Report:
    """One short report.

    Args:
        id: unique in the whole set.
        published: the day of publication.
        publication: an invented outlet.
        place: where the dateline puts the reporter, in capitals; None if nowhere.
        text: the body, without the dateline.
    """

    id: str
    published: date
    publication: str
    text: str
    place: str | None = None

    @property
    def article(self) -> Article:
        """The report as the coder takes it."""
        return Article(
            id=self.id,
            text=self.text,
            published=self.published,
            publication=self.publication,
            source=self.id,
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of a report that tell a happening.

    Args:
        report: id of the report.
        words: the words that carry the act; they stand in the text exactly once.
        category: PLOVER category of the act.
    """

    report: str
    words: str
    category: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One real happening and all that tell it in its group.

    Args:
        id: a name and the day; the same happening has the same id in every group.
        day: its first day, where it took place.
        tellings: at most one a report, the one that says most.
    """

    id: str
    day: date
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Reports around one or more happenings that a program must keep apart or join.

    Args:
        id: unique in the whole set.
        note: what is hard in it.
        reports: by and large in the order of their publication.
        happenings: in the order of their days.
    """

    id: str
    note: str
    reports: tuple[Report, ...]
    happenings: tuple[Happening, ...]


def files(half: Half) -> list[Path]:
    """The files of one part, in the order of their names."""
    return sorted((FOLDER / half).glob("*.toml"))


def groups(half: Half) -> list[Group]:
    """All groups of one part, in the order of the files.

    Args:
        half: which one.

    Raises:
        TypeError: a row has a field too many or too few.
    """
    rows = [row for file in files(half) for row in tomllib.loads(file.read_text("utf-8"))["group"]]
    return [_group(**row) for row in rows]


def _group(
    id: str,  # noqa: A002 - the name in the files
    note: str,
    reports: list[dict[str, Any]],
    happenings: list[dict[str, Any]],
) -> Group:
    return Group(
        id,
        note,
        tuple(Report(**row) for row in reports),
        tuple(_happening(**row) for row in happenings),
    )


def _happening(
    id: str,  # noqa: A002 - the name in the files
    day: date,
    category: str,
    told: list[tuple[str, str]],
) -> Happening:
    return Happening(id, day, tuple(Telling(report, words, category) for report, words in told))
