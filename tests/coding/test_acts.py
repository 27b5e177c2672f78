"""What sentences tell, kind by kind: the cases of tests/cases/acts*.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import pytest
from event_cases import FOLDER, PUBLISHED, faults

from detente import Article, Coder

pytestmark = pytest.mark.model
FEWEST_TOLD = 400
FEWEST_NOT_TOLD = 120
FEWEST_OF_A_KIND = 30
KINDS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the events it tells.

    Args:
        kind: the category whose words it has, lower case.
        text: the sentence.
        expect: its events as the case files spell them.
        reason: what it shows.
    """

    kind: str
    text: str
    expect: tuple[str, ...]
    reason: str


def rows(*names: str) -> list[Row]:
    """The rows of some files in tests/cases."""
    return [
        Row(kind, text, tuple(line for line in events.split("; ") if line), reason)
        for name in names
        for kind, found in tomllib.loads((FOLDER / name).read_text("utf-8")).items()
        for text, events, reason in found
    ]


TOLD = rows("acts.toml", "acts_conflict.toml")
NOT_TOLD = rows("acts_not.toml")


def test_there_are_enough_rows_of_every_kind() -> None:
    counts = {kind: sum(row.kind == kind for row in TOLD) for kind in {row.kind for row in TOLD}}
    assert len(counts) == KINDS
    assert min(counts.values()) >= FEWEST_OF_A_KIND
    assert len(TOLD) >= FEWEST_TOLD
    assert len(NOT_TOLD) >= FEWEST_NOT_TOLD


def test_every_row_has_a_reason_and_its_own_sentence() -> None:
    everything = TOLD + NOT_TOLD
    assert all(row.reason for row in everything)
    assert len({row.text for row in everything}) == len(everything)


def test_no_row_that_tells_no_act_of_its_kind_expects_one() -> None:
    assert not [
        row.text
        for row in NOT_TOLD
        for line in row.expect
        if line.split()[1].partition("/")[0].lower() == row.kind
    ]


@pytest.mark.parametrize("row", TOLD + NOT_TOLD, ids=lambda row: f"{row.kind}-{row.text[:50]}")
def test_row(row: Row, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text, published=PUBLISHED))
    found = faults(events, row.expect)
    assert not found, "\n".join([row.reason, *found])
