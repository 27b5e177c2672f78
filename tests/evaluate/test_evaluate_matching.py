"""When two events match, and which of several matches is taken."""

from __future__ import annotations

import pytest
from evaluate_cases import articles, compared, events
from hypothesis import given

from detente.evaluate import ComparedEvent, Level, matched, similarity


@pytest.mark.parametrize(
    ("reference", "coded", "levels"),
    [
        (compared("ASSAULT", "FRA", "RUS"), compared("ASSAULT", "FRA", "RUS"), "full actor type"),
        (
            compared("ASSAULT", "FRA", "RUS"),
            compared("ASSAULT", "FRA UKR", "RUS"),
            "full actor type",
        ),
        (compared("ASSAULT", "FRA", "RUS"), compared("ASSAULT", "FRA", "UKR"), "actor type"),
        (compared("ASSAULT", "FRA", "RUS"), compared("ASSAULT", "UKR", "RUS"), "type"),
        (compared("ASSAULT", "FRA", "RUS"), compared("ACCUSE", "FRA", "RUS"), ""),
        (compared("ACCUSE", "FRA"), compared("ACCUSE", "FRA"), "full actor type"),
        (compared("ACCUSE", "FRA", "RUS"), compared("ACCUSE", "FRA"), "actor type"),
        (compared("ACCUSE", "", "RUS"), compared("ACCUSE", "", "RUS"), "full actor type"),
        (compared("ACCUSE", "", "RUS"), compared("ACCUSE", "FRA", "RUS"), "type"),
    ],
)
def test_what_must_agree_at_each_level(
    reference: ComparedEvent, coded: ComparedEvent, levels: str
) -> None:
    found = [str(level) for level in Level if similarity(reference, coded, level)]
    assert " ".join(found) == levels


@pytest.mark.parametrize("category", ["CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"])
def test_a_mutual_act_matches_from_either_side(category: str) -> None:
    told = compared(category, "FRA RUS")
    for other in (compared(category, "FRA", "RUS"), compared(category, "RUS", "FRA")):
        assert similarity(told, other, Level.FULL)
    assert not similarity(told, compared(category, "FRA", "UKR"), Level.FULL)


@pytest.mark.parametrize("category", ["ACCUSE", "COERCE", "AID", "THREATEN"])
def test_another_act_does_not_match_from_the_other_side(category: str) -> None:
    assert not similarity(
        compared(category, "FRA", "RUS"), compared(category, "RUS", "FRA"), Level.FULL
    )


def test_mutual_parties_count_only_where_there_are_some() -> None:
    nobody, somebody = compared("CONSULT"), compared("CONSULT", "FRA")
    assert similarity(nobody, nobody, Level.FULL)
    assert not similarity(nobody, somebody, Level.FULL)


def test_better_agreement_is_more_similar() -> None:
    days = ("2023-11-07", "2023-11-07")
    reference = compared("ACCUSE", "FRA", "RUS", days=days)
    worst = compared("ACCUSE", "FRA UKR", "RUS UKR", status="future")
    steps = [
        worst,
        compared("ACCUSE", "FRA", "RUS UKR", status="future"),
        compared("ACCUSE", "FRA", "RUS", status="future"),
        compared("ACCUSE", "FRA", "RUS"),
        compared("ACCUSE", "FRA", "RUS", days=days),
    ]
    degrees = [similarity(reference, coded, Level.FULL) for coded in steps]
    assert degrees == [10, 11, 12, 14, 16]


def test_no_date_in_either_is_no_agreement_on_dates() -> None:
    undated = compared("ACCUSE", "FRA", "RUS")
    assert similarity(undated, undated, Level.FULL) == 14


def test_the_more_similar_coded_event_is_taken() -> None:
    reference = [compared("ACCUSE", "FRA", "RUS", status="negated")]
    coded = [compared("ACCUSE", "FRA", "RUS", status="negated"), compared("ACCUSE", "FRA", "RUS")]
    assert matched(reference, coded, Level.FULL) == [(0, 0)]
    assert matched(reference, coded[::-1], Level.FULL) == [(0, 1)]


def test_of_equals_the_last_are_taken_first() -> None:
    same = compared("ACCUSE", "FRA", "RUS")
    assert matched([same, same], [same, same, same], Level.FULL) == [(1, 2), (0, 1)]


def test_greedy_takes_the_most_similar_pair_even_where_it_costs_another() -> None:
    wide, narrow = compared("ACCUSE", "FRA RUS", "UKR"), compared("ACCUSE", "RUS", "UKR")
    reference, coded = [compared("ACCUSE", "FRA RUS", "UKR"), narrow], [wide]
    assert matched(reference, coded, Level.FULL) == [(0, 0)]


@given(events(), events())
def test_similarity_of_levels_is_nested(reference: ComparedEvent, coded: ComparedEvent) -> None:
    full, actor, category = (similarity(reference, coded, level) for level in Level)
    assert bool(category) == (reference.category == coded.category)
    if actor:
        assert category
    if full:
        assert category
        assert 10 <= full <= 16


@given(articles, articles)
def test_matching_is_one_to_one_and_leaves_no_pair_that_matches(
    reference: list[ComparedEvent], coded: list[ComparedEvent]
) -> None:
    for level in Level:
        pairs = matched(reference, coded, level)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        assert all(similarity(reference[i], coded[j], level) for i, j in pairs)
        left = set(range(len(reference))) - {i for i, _ in pairs}
        over = set(range(len(coded))) - {j for _, j in pairs}
        assert not any(similarity(reference[i], coded[j], level) for i in left for j in over)
