"""Reading of the case files of the coding stage, and comparing what a text gives with what it should."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.records import Event, Party

FOLDER = Path(__file__).parent.parent / "cases"
PUBLISHED = "2023-11-12"


@dataclass(frozen=True, slots=True)
class EventCase:
    """One case; see the head of the file for the fields."""

    text: str
    reason: str
    expect: tuple[str, ...] = ()
    act: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event as a case spells it: ``FRA ASSAULT/aerial IRN negated by TUR, ?``.

    Parties are ``CODE`` or ``CODE/SECTOR``, joined by "+", or "-" for nobody; a mode that is not given is
    not compared. Behind "by" stands the chain of who asserts it, outermost first, "?" for hearsay.
    """

    actors: frozenset[str]
    category: str
    mode: str
    recipients: frozenset[str]
    status: str
    asserted_by: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> Wanted:
        """Reads the spelling of a case."""
        told, _, chain = line.partition(" by ")
        actors, kind, recipients, status = told.split()
        category, _, mode = kind.partition("/")
        return cls(
            _sides(actors),
            category,
            mode,
            _sides(recipients),
            status,
            tuple(chain.split(", ")) if chain else (),
        )

    def fits(self, event: Event) -> bool:
        """Whether an event is the wanted one."""
        return (
            self.category == event.category
            and (not self.mode or self.mode == event.mode)
            and self.status == str(event.status)
            and _same_side(self.actors, event.actors)
            and _same_side(self.recipients, event.recipients)
            and self.asserted_by == chain_of(event)
        )


def cases(name: str) -> list[EventCase]:
    """The cases of a file in tests/cases."""
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text("utf-8"))["case"]
    return [
        EventCase(
            text=row["text"],
            reason=row["reason"],
            expect=tuple(row.get("expect", ())),
            act=row.get("act", ""),
            done=row.get("done", False),
        )
        for row in rows
    ]


def faults(events: Sequence[Event], expect: Sequence[str]) -> list[str]:
    """What is missing and what is too much, one line each."""
    spare = list(events)
    missing = []
    for line in expect:
        found = next((event for event in spare if Wanted.of(line).fits(event)), None)
        if found is None:
            missing.append(f"missing: {line}")
        else:
            spare.remove(found)
    return [*missing, *(f"too much: {spelled(event)}  {event.trace}" for event in spare)]


def spelled(event: Event) -> str:
    """An event as cases spell it."""
    kind = f"{event.category}/{event.mode}" if event.mode else event.category
    chain = f" by {', '.join(chain_of(event))}" if event.attribution else ""
    return f"{_spelled_side(event.actors)} {kind} {_spelled_side(event.recipients)} {event.status}{chain}"


def chain_of(event: Event) -> tuple[str, ...]:
    """Codes of who asserts an event, outermost first, "?" for hearsay."""
    return tuple(link.party.code if link.party else "?" for link in event.attribution)


def is_told_as_done(event: Event, category: str, actor: str, recipient: str = "") -> bool:
    """Whether an event tells a certain act as a fact, in the report's own voice."""
    return (
        event.category == category
        and str(event.status) == "actual"
        and not event.attribution
        and actor in {party.code for party in event.actors}
        and (
            not recipient
            or not event.recipients
            or recipient in {party.code for party in event.recipients}
        )
    )


def _sides(text: str) -> frozenset[str]:
    return frozenset() if text == "-" else frozenset(text.split("+"))


def _same_side(wanted: frozenset[str], parties: Sequence[Party]) -> bool:
    codes = {party.code for party in parties}
    if {name.partition("/")[0] for name in wanted} != codes:
        return False
    full = {f"{party.code}/{party.sector}" for party in parties}
    return all(name in full for name in wanted if "/" in name)


def _spelled_side(parties: Sequence[Party]) -> str:
    return "+".join(sorted({party.code for party in parties})) or "-"
