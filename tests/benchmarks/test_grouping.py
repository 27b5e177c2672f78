import pytest
from grouping import Grouped, PairCounts, b_cubed, pair_counts


def _group(*rows: str) -> list[Grouped]:
    """Tellings written as kind, true and found group, a letter each."""
    return [Grouped(*row) for row in rows]


def test_pairs_are_right_wrong_or_missed() -> None:
    group = _group("Kax", "Kax", "Kay", "Kbx")
    assert pair_counts([group]) == PairCounts(right=1, wrong=2, missed=2)


def test_pairs_of_two_kinds_or_groups_do_not_count() -> None:
    assert pair_counts([_group("Kax"), _group("Kax", "Lax")]) == PairCounts()


def test_shares_of_pairs() -> None:
    counts = PairCounts(right=3, wrong=1, missed=2)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert PairCounts().precision == PairCounts().recall == 1.0


def test_b_cubed_is_one_where_all_is_right_and_less_where_not() -> None:
    assert b_cubed([_group("Kax", "Kax", "Kby")]) == 1.0
    assert b_cubed([]) == 1.0
    # precision (2/3 + 2/3 + 1/3) / 3, recall 1
    joined = b_cubed([_group("Kax", "Kax", "Kbx")])
    assert joined == pytest.approx(2 * (5 / 9) / (1 + 5 / 9))
