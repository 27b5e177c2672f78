"""Acts inside and across states by parties of every kind: the cases of tests/cases/domestic.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from event_cases import FOLDER

from detente import Article, Coder, Event
from detente.records import Party

pytestmark = pytest.mark.model
FEWEST = 180
FEWEST_OF_A_KIND = 2
KINDS = 16
# CONCEDE and RETREAT are the words and the deed of one thing, as PLOVER's older YIELD had it
YIELDS = {"concede": "yield", "retreat": "yield"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the act and the two sides that it tells.

    Args:
        kind: the category of the act, lower case.
        text: the sentence.
        actor: words of whoever acts, or "".
        recipient: words of the other side, or "".
    """

    kind: str
    text: str
    actor: str
    recipient: str

    def is_told(self, events: Iterable[Event]) -> bool:
        """Whether one of some events is of the kind and has both sides in their roles."""
        return any(
            _kind(event.category.lower()) == _kind(self.kind)
            and self._names(self.actor, event.actors)
            and self._names(self.recipient, event.recipients or event.actors)
            for event in events
        )

    def _names(self, words: str, parties: Iterable[Party]) -> bool:
        start = self.text.index(words)
        end = start + len(words)
        return not words or any(party.start < end and start < party.end for party in parties)


def rows(name: str) -> list[Row]:
    """The rows of a file in tests/cases."""
    table = tomllib.loads((FOLDER / name).read_text("utf-8"))
    return [Row(kind, *row) for kind, found in table.items() for row in found]


def _kind(category: str) -> str:
    return YIELDS.get(category, category)


TOLD = rows("domestic.toml")
GAPS = rows("known_gaps_domestic.toml")


def test_there_are_enough_rows_of_every_kind() -> None:
    counts = {kind: sum(row.kind == kind for row in TOLD) for kind in {row.kind for row in TOLD}}
    assert len(counts) == KINDS
    assert min(counts.values()) >= FEWEST_OF_A_KIND
    assert len(TOLD) >= FEWEST


def test_every_row_has_its_own_sentence() -> None:
    everything = TOLD + GAPS
    assert len({row.text for row in everything}) == len(everything)


@pytest.mark.parametrize("row", TOLD, ids=lambda row: f"{row.kind}-{row.text[:50]}")
def test_row(row: Row, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    told = [f"{event.category} {event.actors} {event.recipients}" for event in events]
    assert row.is_told(events), "\n".join(told) or "no event"


@pytest.mark.parametrize("row", GAPS, ids=lambda row: f"{row.kind}-{row.text[:50]}")
def test_gap_is_still_open(row: Row, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    assert not row.is_told(events), "no gap any more; move it to domestic.toml"
