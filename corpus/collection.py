"""The corpus as it lies on disk: reports, their descriptions, and the coders' sheets."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.sheets import CodedEvent, SheetError, events_of
from detente.records import Article

FOLDER = Path(__file__).parent
ACTORS = FOLDER / "actors"


class Coding(StrEnum):
    """Whose coding a sheet is."""

    FIRST = "first"
    SECOND = "second"
    AGREED = "agreed"


class Split(StrEnum):
    """What a report may be used for."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


class World(StrEnum):
    """Whether a report tells of real states and people."""

    REAL = "real"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Described:
    """A report's row of ``reports.csv``.

    Args:
        id: of the report.
        split: what it may be used for.
        style: how it is written ("wire", "readout").
        world: real or invented.
        happening: what it is mainly about; reports of one happening are in one split.
    """

    id: str
    split: Split
    style: str
    world: World
    happening: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report.

    Args:
        id: its own.
        title: headline.
        published: day of publication.
        publication: the (invented) outlet.
        text: in which evidence is counted in characters.
    """

    id: str
    title: str
    published: date
    publication: str
    text: str


def described(split: Split | None = None) -> list[Described]:
    """The rows of ``reports.csv``, in its order.

    Args:
        split: only those of one; None for all.
    """
    with (FOLDER / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Described(
                row["id"], Split(row["split"]), row["style"], World(row["world"]), row["happening"]
            )
            for row in csv.DictReader(file)
        ]
    return [row for row in rows if split in (None, row.split)]


@cache
def report(name: str) -> Report:
    """A report by its id."""
    values = json.loads((FOLDER / "reports" / f"{name}.json").read_text("utf-8"))
    return Report(
        values["id"],
        values["title"],
        date.fromisoformat(values["published"]),
        values["publication"],
        values["text"],
    )


def article_of(name: str) -> Article:
    """A report of the corpus as the coder takes it."""
    found = report(name)
    return Article(
        id=name,
        text=found.text,
        title=found.title,
        published=found.published.isoformat(),
        publication=found.publication,
    )


def sheet_path(name: str, coding: Coding) -> Path:
    """Where a sheet lies.

    Args:
        name: id of the report.
        coding: whose.
    """
    return FOLDER / "coding" / coding / f"{name}.txt"


def reference_coding(name: str) -> Coding:
    """Whose coding is the reference of a report: the agreed one, else the first.

    Args:
        name: id of the report.
    """
    return Coding.AGREED if sheet_path(name, Coding.AGREED).exists() else Coding.FIRST


def sheet(name: str, coding: Coding | None = None) -> list[CodedEvent]:
    """The events of a report as one of the coders has them.

    Args:
        name: id of the report.
        coding: whose; None for the reference.

    Raises:
        SheetError: the sheet has a fault; the message names the file and line.
    """
    path = sheet_path(name, coding or reference_coding(name))
    try:
        return events_of(path.read_text("utf-8"), report(name).text)
    except SheetError as fault:
        raise SheetError(f"{path.relative_to(FOLDER)}: {fault}") from fault


def digest(split: Split) -> str:
    """Short hash of the reports and reference sheets of a split, which names a version of it."""
    found = hashlib.sha256()
    for row in described(split):
        found.update(report(row.id).text.encode())
        found.update(sheet_path(row.id, reference_coding(row.id)).read_bytes())
    return found.hexdigest()[:12]
