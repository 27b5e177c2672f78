"""Coding sheets: one event a line, its parties and evidence as words of the report.

A line has seven fields, parted by " | "::

    CONSULT phone | FRA GOV "Macron" | RUS GOV "Putin" | actual | 2022-02-03 | - | "spoke … on Thursday"

category and mode; actors; recipients; status; first and last possible day; who asserts it;
evidence. "-" stands for nobody or nothing, ";" parts parties, ".." parts two days, "…" leaves out
words in the middle of evidence, and "#2" before it means the second place with those words.
Lines that begin with "#" and a space are remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

FIELDS = 7
_PARTY = re.compile(r'(?P<code>[A-Z]{3}) (?P<sector>[A-Z]{3})(?: "(?P<words>.*)")?')
_EVIDENCE = re.compile(r'(?:#(?P<place>\d+) )?"(?P<words>.+)"')


class SheetError(ValueError):
    """A line that is not written as a coding sheet is, or does not fit its report."""


@dataclass(frozen=True, slots=True)
class CodedParty:
    """A party as a coder wrote it.

    Args:
        code: state, or kind of body.
        sector: what it is within that state.
        words: the report's words for it; empty where it has none.
    """

    code: str
    sector: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as a coder wrote it.

    Args:
        category: of the codebook.
        mode: of that category; empty for none.
        actors: who acts.
        recipients: on whom.
        status: whether it took place.
        days: first and last possible day; None where the report does not tell.
        attribution: who asserts it; None for the report itself.
        evidence: where the report tells it; characters from ``start`` to before ``end``.
    """

    category: str
    mode: str
    actors: tuple[CodedParty, ...]
    recipients: tuple[CodedParty, ...]
    status: str
    days: tuple[date, date] | None
    attribution: CodedParty | None
    evidence: tuple[int, int]


def events_of(sheet: str, text: str) -> list[CodedEvent]:
    """The events of a sheet.

    Args:
        sheet: its lines.
        text: the report, in which evidence is looked up.

    Raises:
        SheetError: a line has a fault; the message names its number.
    """
    events = []
    for number, line in enumerate(sheet.splitlines(), 1):
        if line.strip() and not line.startswith("# "):
            try:
                events.append(_event(line, text))
            except ValueError as fault:
                raise SheetError(f"line {number}: {fault}: {line}") from fault
    return events


def _event(line: str, text: str) -> CodedEvent:
    fields = [field.strip() for field in line.split(" | ")]
    if len(fields) != FIELDS:
        raise SheetError(f"has {len(fields)} fields, not {FIELDS}")
    act, actors, recipients, status, days, attribution, evidence = fields
    category, _, mode = act.partition(" ")
    sources = _parties(attribution)
    if len(sources) > 1:
        raise SheetError("names several who assert it; name the innermost alone")
    return CodedEvent(
        category,
        mode,
        _parties(actors),
        _parties(recipients),
        status,
        _days(days),
        sources[0] if sources else None,
        place_of(evidence, text),
    )


def _parties(field: str) -> tuple[CodedParty, ...]:
    if field == "-":
        return ()
    return tuple(_party(part.strip()) for part in field.split(";"))


def _party(written: str) -> CodedParty:
    found = _PARTY.fullmatch(written)
    if found is None:
        raise SheetError(f'{written!r} is no party such as FRA GOV "Macron"')
    return CodedParty(found["code"], found["sector"], found["words"] or "")


def _days(field: str) -> tuple[date, date] | None:
    if field == "-":
        return None
    first, _, last = field.partition("..")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    if days[1] < days[0]:
        raise SheetError(f"{field} ends before it begins")
    return days


def place_of(evidence: str, text: str) -> tuple[int, int]:
    """Where evidence stands: its first character, and the one after its last.

    Args:
        evidence: quoted words, perhaps with "…" in the middle and "#2" before.
        text: the report.

    Raises:
        SheetError: the report does not have these words.
    """
    found = _EVIDENCE.fullmatch(evidence)
    if found is None:
        raise SheetError(f"{evidence} is no evidence in quotation marks")
    head, _, tail = (part.strip() for part in found["words"].partition("…"))
    start = -1
    for _ in range(int(found["place"] or 1)):
        start = text.find(head, start + 1)
        if start < 0:
            raise SheetError(f"the report does not have the words {head!r}")
    end = start + len(head)
    if tail:
        last = text.find(tail, end)
        if last < 0:
            raise SheetError(f"the report does not have the words {tail!r} after {head!r}")
        end = last + len(tail)
    return start, end
