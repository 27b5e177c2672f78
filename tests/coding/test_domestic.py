"""Acts inside and across states by parties of every kind: the cases of tests/cases/domestic.toml."""

from __future__ import annotations

import pytest
from pair_cases import PairRow, pair_rows

from detente import Article, Coder

pytestmark = pytest.mark.model
FEWEST = 190
FEWEST_OF_A_KIND = 5
KINDS = 16

TOLD = pair_rows("domestic.toml")
GAPS = pair_rows("known_gaps_domestic.toml")


def test_there_are_enough_rows_of_every_kind() -> None:
    counts = {kind: sum(row.kind == kind for row in TOLD) for kind in {row.kind for row in TOLD}}
    assert len(counts) == KINDS
    assert min(counts.values()) >= FEWEST_OF_A_KIND
    assert len(TOLD) >= FEWEST


def test_every_row_has_its_own_sentence() -> None:
    everything = TOLD + GAPS
    assert len({row.text for row in everything}) == len(everything)


@pytest.mark.parametrize("row", TOLD, ids=lambda row: f"{row.kind}-{row.text[:50]}")
def test_row(row: PairRow, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    told = [f"{event.category} {event.actors} {event.recipients}" for event in events]
    assert row.is_told(events), "\n".join(told) or "no event"


@pytest.mark.parametrize("row", GAPS, ids=lambda row: f"{row.kind}-{row.text[:50]}")
def test_gap_is_still_open(row: PairRow, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    assert not row.is_told(events), "no gap any more; move it to domestic.toml"
