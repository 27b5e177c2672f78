"""What is told of one happening is joined; what only looks like it stays apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fold_cases import DAY, named, sizes, told

from detente.fold import Mention, fold
from detente.records import Counts, DateBasis, Status

WEEK = timedelta(days=7)
STRIKE = "Russian drones struck a market in Odesa on Monday, killing three people."
CALL = "Emmanuel Macron spoke with Vladimir Putin by telephone about grain."


def test_wire_copies_are_one_happening_with_all_reports() -> None:
    copies = [
        told(STRIKE, "RUS>UKR", publication="First"),
        told(STRIKE.replace("drones", "kamikaze drones"), "RUS>UKR", publication="Second"),
        told(STRIKE.replace("three people", "three"), "RUS>UKR", publication="Third"),
    ]
    (happening,) = fold(copies)
    assert {telling.publication for telling in happening.tellings} == {"First", "Second", "Third"}
    assert happening.sources == 3


def test_other_words_for_one_strike() -> None:
    reports = [
        told(STRIKE, "RUS>UKR", place="Odesa", dead=3),
        told(
            "Three died when missiles hit the Odesa market.", "RUS>UKR", act="hit", place="Odesa",
            dead=3,
        ),
    ]  # fmt: skip
    assert sizes(fold(reports)) == [2]


def test_counts_that_rise_are_variants() -> None:
    reports = [
        told(STRIKE, "RUS>UKR", place="Odesa", dead=3),
        told(
            "The toll of Monday's strike on the Odesa market has risen to five.",
            "RUS>UKR", act="strike", place="Odesa", dead=5, published=DAY + timedelta(days=2),
        ),
        told("Russia struck the market in Odesa on Monday.", "RUS>UKR", place="Odesa"),
    ]  # fmt: skip
    (happening,) = fold(reports)
    assert happening.casualties.dead == Counts(3, 5)
    assert happening.casualties.injured == Counts()
    assert [telling.size.dead for telling in happening.tellings].count(None) == 1


def test_a_corrected_day_is_a_variant() -> None:
    reports = [
        told(STRIKE, "RUS>UKR", place="Odesa", dead=3),
        told(
            STRIKE.replace("Monday", "Tuesday, not on Monday"), "RUS>UKR", place="Odesa", dead=3,
            on=DAY + timedelta(days=1),
        ),
    ]  # fmt: skip
    (happening,) = fold(reports)
    assert {telling.when.first for telling in happening.tellings if telling.when} == {
        DAY,
        DAY + timedelta(days=1),
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            told(CALL, "FRA:Macron+RUS:Putin", category="CONSULT", act="spoke"),
            told(CALL, "FRA:Macron+RUS:Putin", category="CONSULT", act="spoke", on=DAY + WEEK),
            id="two meetings a week apart",
        ),
        pytest.param(
            told(CALL, "FRA:Macron+RUS:Putin", category="CONSULT", act="spoke"),
            told(
                "Macron asked Putin to free two prisoners.", "FRA:Macron+RUS:Putin", category="CONSULT", act="spoke",
                on=DAY + timedelta(days=1),
            ),
            id="two calls on successive days",
        ),
        pytest.param(
            told("The leaders met for their yearly summit.", "CHN+RUS", category="CONSULT"),
            told(
                "The leaders met for their yearly summit.", "CHN+RUS", category="CONSULT",
                on=date(2025, 3, 4),
            ),
            id="a yearly summit",
        ),
        pytest.param(
            told("Israel struck Iran with missiles.", "ISR>IRN"),
            told("Iran struck Israel with missiles.", "IRN>ISR"),
            id="an attack and the retaliation",
        ),
        pytest.param(
            told("Drones struck a depot in Odesa.", "RUS>UKR", place="Odesa", country="UKR"),
            told("Drones struck a depot in Kharkiv.", "RUS>UKR", place="Kharkiv", country="UKR"),
            id="two towns on one day",
        ),
        pytest.param(
            told("Drones struck Odesa.", "RUS>UKR", place="Odesa"),
            told("Drones struck Odesa.", "RUS>UKR", place="Odesa", on=DAY + timedelta(days=3)),
            id="one town, days later",
        ),
        pytest.param(
            told("Macron telephoned Putin.", "FRA:Macron+RUS:Putin", category="CONSULT"),
            told("Barrot telephoned Lavrov.", "FRA:Barrot+RUS:Lavrov", category="CONSULT"),
            id="the presidents and the ministers",
        ),
        pytest.param(
            told("They spoke by phone.", "FRA+RUS", category="CONSULT", mode="phone"),
            told("She came to Moscow.", "FRA>RUS", category="CONSULT", mode="visit"),
            id="a call and a visit",
        ),
        pytest.param(
            told("France accused Russia of spying.", "FRA>RUS", category="ACCUSE", act="accused"),
            told("Paris accused Moscow of stealing grain.", "FRA>RUS", category="ACCUSE", act="accused"),
            id="two accusations on one day",
        ),
        pytest.param(
            told("America imposed sanctions on banks.", "USA>RUS", category="SANCTION"),
            told("The union imposed sanctions on banks.", "EUR>RUS", category="SANCTION"),
            id="sanctions of two",
        ),
        pytest.param(
            told("NATO exercised in the north.", "IGO", category="MOBILIZE", status=Status.ACTUAL),
            told("NATO exercised in the north.", "IGO", category="MOBILIZE", status=Status.HYPOTHETICAL),
            id="done and thought of",
        ),
        pytest.param(
            told(STRIKE, "RUS>UKR", article="one"),
            told("The strike on the market in Odesa.", "RUS>UKR", act="strike", article="one"),
            id="two acts that the coding has kept apart in one report",
        ),
    ],
)  # fmt: skip
def test_what_stays_apart(first: Mention, second: Mention) -> None:
    assert sizes(fold([first, second])) == [1, 1]


def test_a_chain_of_days_does_not_join_its_ends() -> None:
    text = "Drones struck the port of Odesa and killed two dockers."
    days = [
        told(text, "RUS>UKR", on=DAY + timedelta(days=number), until=DAY + timedelta(days=number + 1))
        for number in (0, 3, 6, 9)
    ]  # fmt: skip
    happenings = fold(days)
    for happening in happenings:
        first = min(telling.when.first for telling in happening.tellings if telling.when)
        last = max(telling.when.first for telling in happening.tellings if telling.when)
        assert (last - first).days <= 3


def test_a_mention_as_background_finds_the_happening_by_its_day() -> None:
    reports = [
        told(CALL, "FRA:Macron+RUS:Putin", category="CONSULT", mode="phone", act="spoke"),
        told(
            "Macron last telephoned Putin on 4 March.", "FRA:Macron+RUS:Putin", category="CONSULT",
            mode="phone", act="telephoned", published=date(2024, 11, 2), historical=True,
        ),
    ]  # fmt: skip
    (happening,) = fold(reports)
    assert not happening.historical
    assert happening.last_seen == date(2024, 11, 2)


def test_background_without_a_day_is_not_of_the_day_of_the_report() -> None:
    reports = [
        told("Russia hit Odesa with drones.", "RUS>UKR", act="hit", published=DAY),
        told(
            "Russia had struck cities.", "RUS>UKR", published=DAY, basis=DateBasis.PUBLISHED,
            historical=True,
        ),
    ]  # fmt: skip
    assert sizes(fold(reports)) == [1, 1]


def test_news_without_a_day_is_of_its_report_or_the_eve() -> None:
    text = "Russian missiles struck a school in Odesa."
    published = DAY + timedelta(days=1)
    reports = [
        told(text, "RUS>UKR", place="Odesa"),
        told(text, "RUS>UKR", place="Odesa", on=published, published=published, basis=DateBasis.PUBLISHED),
    ]  # fmt: skip
    assert sizes(fold(reports)) == [2]


def test_bodies_of_no_state_are_told_apart_by_name() -> None:
    one, other = (
        told("The alliance condemned the coup.", "IGO>NER", category="ACCUSE", by=name)
        for name in ("FRA", "DEU")
    )
    assert sizes(fold([one, other])) == [2]
    assert sizes(fold([named(one, "NATO"), named(other, "ECOWAS")])) == [1, 1]


def test_nothing_makes_nothing() -> None:
    assert fold([]) == ()


def test_the_same_event_twice_is_one() -> None:
    mention = told(STRIKE, "RUS>UKR")
    assert sizes(fold([mention, mention])) == [1]


@pytest.mark.parametrize(("words", "number"), [("court", 1), ("Turkish court", 2)])
def test_a_state_that_was_inferred_for_the_nameless_tells_none_apart(
    words: str, number: int
) -> None:
    sentence = "A court jailed the journalist Ali Bado."
    first = told(sentence, "BFA/JUD>BFA", category="COERCE", act="jailed")
    second = told(f"{sentence} He appealed.", "TUR/JUD>BFA", category="COERCE", act="jailed")
    (court,) = second.event.actors
    named = replace(court, entity_text=words, identifier_text=words, identifier_id=None)
    second = replace(second, event=replace(second.event, actors=(named,)))
    assert len(fold([first, second])) == number
