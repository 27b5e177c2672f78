"""Acts that one party does to another: the cases of between.toml and domestic.toml in tests/cases."""

from __future__ import annotations

from itertools import chain

import pytest
from pair_cases import PairRow, pair_rows

from detente import Article, Coder

pytestmark = pytest.mark.model
# the fewest rows that hold, by file
FEWEST = {"between": 300, "domestic": 190}
FEWEST_OF_A_KIND = 5
KINDS = 16

TOLD = {name: pair_rows(f"{name}.toml") for name in FEWEST}
GAPS = {name: pair_rows(f"known_gaps_{name}.toml") for name in FEWEST}


def _named(row: PairRow) -> str:
    return f"{row.kind}-{row.text[:50]}"


@pytest.mark.parametrize("name", FEWEST)
def test_there_are_enough_rows_of_every_kind(name: str) -> None:
    told = TOLD[name]
    counts = {kind: sum(row.kind == kind for row in told) for kind in {row.kind for row in told}}
    assert len(counts) == KINDS
    assert min(counts.values()) >= FEWEST_OF_A_KIND
    assert len(told) >= FEWEST[name]


@pytest.mark.parametrize("name", FEWEST)
def test_every_row_has_its_own_sentence(name: str) -> None:
    everything = TOLD[name] + GAPS[name]
    assert len({row.text for row in everything}) == len(everything)


@pytest.mark.parametrize("row", [*chain.from_iterable(TOLD.values())], ids=_named)
def test_row(row: PairRow, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    told = [f"{event.category} {event.actors} {event.recipients}" for event in events]
    assert row.is_told(events), "\n".join(told) or "no event"


@pytest.mark.parametrize("row", [*chain.from_iterable(GAPS.values())], ids=_named)
def test_gap_is_still_open(row: PairRow, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=row.text))
    assert not row.is_told(events), "no gap any more; move it out of the known gaps"
