"""The marked pairs of the corpus are those that its sheets tell."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from corpus.collection import Split, described
from corpus.relations import Pair, pairs, pairs_on_file

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def rows() -> list[Pair]:
    return list(pairs_on_file())


def test_the_file_is_what_the_sheets_give(rows: list[Pair]) -> None:
    some = described()[::25]
    names = {row.id for row in some}
    assert list(pairs(some)) == [row for row in rows if row.report in names]


def test_marks_lie_in_their_sentence_and_apart(rows: list[Pair]) -> None:
    for row in rows:
        for start, end in (row.actor, row.recipient):
            assert 0 <= start < end <= len(row.text)
        assert row.actor[1] <= row.recipient[0] or row.recipient[1] <= row.actor[0]


def test_sentences_hold_both_directions_several_pairs_and_pairs_of_nothing(
    rows: list[Pair],
) -> None:
    groups: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for row in rows:
        groups[row.report, row.start].append(row)
    assert sum(len(group) > 2 for group in groups.values()) > 1000
    assert sum(not row.categories for row in rows) > 5000
    told = Counter(category for row in rows for category in row.categories)
    assert len(told) == 16
    for row in rows:
        both = {(other.actor, other.recipient) for other in groups[row.report, row.start]}
        assert (row.recipient, row.actor) in both


def test_every_split_has_pairs(rows: list[Pair]) -> None:
    assert {row.split for row in rows} == {str(split) for split in Split}
