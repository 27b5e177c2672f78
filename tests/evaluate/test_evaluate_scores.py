"""The figures: counted by hand, and what must hold of them whatever is coded."""

from __future__ import annotations

import pytest
from evaluate_cases import articles, compared, events
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.evaluate import ComparedEvent, Counts, Evaluation, Share, matched, scored, similarity
from detente.evaluate.matching import Level

DAY = ("2023-11-07", "2023-11-07")


def _score(reference: list[ComparedEvent], coded: list[ComparedEvent]) -> Evaluation:
    return scored({"a": reference}, {"a": coded})


def test_counts_by_hand() -> None:
    counts = Counts(hits=2, reference=4, coded=5)
    assert (counts.precision, counts.recall) == (0.4, 0.5)
    assert counts.f1 == pytest.approx(4 / 9)


def test_nothing_coded_or_nothing_to_find_scores_nothing() -> None:
    assert Counts(0, 3, 0).precision == Counts(0, 0, 3).recall == Counts(0, 0, 0).f1 == 0.0
    assert Share(0, 0).rate == 0.0


def test_agreement_by_hand() -> None:
    def event(category: str, **rest: object) -> ComparedEvent:
        return compared(category, "FRA", "RUS", **rest)

    sectors = frozenset({("FRA", "GOV"), ("RUS", "GOV")})
    reference = [
        event("ACCUSE", days=DAY, mode="allege", attribution="FRA", sectors=sectors),
        event("COERCE", days=DAY, mode="arrest", sectors=sectors),
        event("AID", sectors=frozenset()),
        event("REJECT", status="negated", sectors=sectors),
        event("THREATEN"),
    ]
    coded = [
        event("ACCUSE", days=DAY, mode="allege", attribution="FRA", sectors=sectors),
        event("COERCE", mode=None, attribution="UKR", sectors=frozenset({("FRA", "MIL")})),
        event("AID", days=DAY, mode="x"),
        event("REJECT", status="actual", sectors=sectors | {("UKR", "MIL")}),
        event("PROTEST"),
    ]
    found = _score(reference, coded)
    assert found.full.counts == Counts(hits=4, reference=5, coded=5)
    shares = found.full.agreement.shares()
    assert shares == {
        "status": Share(3, 4),
        "date": Share(1, 2),
        "attribution": Share(3, 4),
        "mode": Share(1, 2),
        "sector": Share(3, 4),
    }


def test_categories_are_counted_apart_and_ranked_by_the_reference() -> None:
    reference = [compared("AID", "FRA", "UKR"), *[compared("ACCUSE", "FRA", "RUS")] * 2]
    coded = [compared("ACCUSE", "FRA", "RUS"), compared("PROTEST", "FRA")]
    found = _score(reference, coded)
    assert list(found.full.categories.items()) == [
        ("ACCUSE", Counts(1, 2, 1)),
        ("AID", Counts(0, 1, 0)),
        ("PROTEST", Counts(0, 0, 1)),
    ]


def test_hits_misses_and_spurious_events_are_all_there() -> None:
    hit, miss = compared("AID", "FRA", "UKR"), compared("ACCUSE", "RUS", "FRA")
    extra = compared("ACCUSE", "FRA", "RUS")
    (article,) = _score([hit, miss], [extra, hit]).full.comparisons
    assert [(pair.reference, pair.coded) for pair in article.hits] == [(hit, hit)]
    assert (article.misses, article.spurious) == ((miss,), (extra,))


def test_an_event_matches_only_within_its_own_article() -> None:
    event = compared("AID", "FRA", "UKR")
    found = scored({"a": [event], "b": []}, {"b": [event]})
    assert found.full.counts == Counts(hits=0, reference=1, coded=1)
    assert found.uncoded == ("a",)


def test_coded_events_of_unknown_articles_are_told_but_not_counted() -> None:
    event = compared("AID", "FRA", "UKR")
    found = scored({"a": [event]}, {"a": [event], "z": [event, event]})
    assert (found.full.counts, found.outside) == (Counts(1, 1, 1), 2)


def test_figures_as_a_dictionary() -> None:
    event = compared("AID", "FRA", "UKR")
    found = _score([event], [event, event]).to_dict(comparisons=True)
    assert found["levels"]["full"] == {
        "precision": 0.5,
        "recall": 1.0,
        "f1": 2 / 3,
        "hits": 1,
        "reference": 1,
        "coded": 2,
    }
    assert found["matched"]["status"] == {"rate": 1.0, "right": 1, "of": 1}
    (article,) = found["comparisons"]
    assert article["hits"][0]["reference"]["actors"] == ["FRA"]
    assert len(article["spurious"]) == 1
    assert "comparisons" not in _score([event], [event]).to_dict()


@given(articles, articles)
def test_counts_add_up(reference: list[ComparedEvent], coded: list[ComparedEvent]) -> None:
    for score in _score(reference, coded).levels:
        (article,) = score.comparisons
        assert score.counts.reference == len(reference) == len(article.hits) + len(article.misses)
        assert score.counts.coded == len(coded) == len(article.hits) + len(article.spurious)
        parts = score.categories.values()
        assert sum(counts.hits for counts in parts) == score.counts.hits
        assert sum(counts.reference for counts in parts) == len(reference)
        assert sum(counts.coded for counts in parts) == len(coded)
        assert 0 <= score.counts.f1 <= 1


@given(articles)
def test_a_coding_equal_to_the_reference_is_perfect(reference: list[ComparedEvent]) -> None:
    assume(reference)
    for score in _score(reference, reference).levels:
        assert score.counts.f1 == 1.0


@given(articles, articles, st.randoms(use_true_random=False))
def test_the_order_of_the_coded_events_does_not_count_where_nothing_ties(
    reference: list[ComparedEvent], coded: list[ComparedEvent], random: object
) -> None:
    degrees = [
        degree
        for event in reference
        for other in coded
        if (degree := similarity(event, other, Level.FULL))
    ]
    assume(len(set(degrees)) == len(degrees))
    shuffled = list(coded)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found, again = _score(reference, coded).full, _score(reference, shuffled).full
    assert again.counts == found.counts
    assert again.categories == found.categories
    assert again.agreement == found.agreement


@given(articles, articles, events())
def test_a_spurious_event_never_raises_precision_nor_changes_recall(
    reference: list[ComparedEvent], coded: list[ComparedEvent], event: ComparedEvent
) -> None:
    extra = ComparedEvent("PROTEST", actors=event.actors, recipients=event.recipients)
    before, after = _score(reference, coded), _score(reference, [*coded, extra])
    for old, new in zip(before.levels, after.levels, strict=True):
        assert new.counts.precision <= old.counts.precision
        assert new.counts.recall == old.counts.recall
        assert new.agreement == old.agreement


@given(articles, articles, events())
def test_an_event_more_never_loses_a_match(
    reference: list[ComparedEvent], coded: list[ComparedEvent], event: ComparedEvent
) -> None:
    before = len(matched(reference, coded, Level.TYPE))
    assert before <= len(matched(reference, [*coded, event], Level.TYPE)) <= before + 1


@given(articles, articles)
def test_a_stricter_level_matches_no_more(
    reference: list[ComparedEvent], coded: list[ComparedEvent]
) -> None:
    found = _score(reference, coded)
    assert found.full.counts.hits <= found.type.counts.hits
    assert found.actor.counts.hits <= found.type.counts.hits


@given(st.dictionaries(st.sampled_from("abcd"), st.tuples(articles, articles)))
def test_articles_are_counted_independently(
    both: dict[str, tuple[list[ComparedEvent], list[ComparedEvent]]],
) -> None:
    reference = {name: pair[0] for name, pair in both.items()}
    coded = {name: pair[1] for name, pair in both.items()}
    whole = scored(reference, coded)
    alone = [scored({name: reference[name]}, coded) for name in both]
    assert whole.full.counts.hits == sum(part.full.counts.hits for part in alone)
    assert whole.actor.counts.coded == sum(part.actor.counts.coded for part in alone)
