from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from asked_ledger import (
    AGAIN,
    ARTICLES,
    CALL,
    CALLED,
    DENIED,
    EVENTS,
    REFUSED,
    SHELLED,
    SPOKE,
    made_ledger,
)
from line_coder import LineCoder

from detente import Article, Ledger
from detente.errors import QuestionError
from detente.ledger import Filter
from detente.ledger.editable import editable_values
from detente.ledger.edits import edited


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return made_ledger(tmp_path_factory.mktemp("browsed") / "ledger")


def lines(folder: Path, *texts: str, published: str = "2024-03-31") -> Ledger:
    """A ledger of reports that are one act a line."""
    ledger = Ledger(folder / "ledger")
    articles = [Article(f"r{place}", text, published) for place, text in enumerate(texts)]
    ledger.add(articles, LineCoder())
    return ledger


def happening_of(ledger: Ledger, event: str) -> str:
    return next(str(row["id"]) for row in ledger.happenings() if event in row["events"])


def test_a_page_of_happenings_has_their_number_and_their_order(ledger: Ledger) -> None:
    every = [row["id"] for row in ledger.happenings(order="newest")]
    for offset in range(len(every) + 1):
        page = ledger.listing(order="newest", limit=2, offset=offset)
        assert page.number == len(every)
        assert [entry.happening for entry in page.listed] == every[offset : offset + 2]


def test_a_page_is_of_what_fits(ledger: Ledger) -> None:
    assert [entry.category for entry in ledger.listing(dyad="DEU-UKR").listed] == ["AGREE"]
    assert ledger.listing(text="kherson", status="future").number == 0
    with pytest.raises(QuestionError):
        ledger.listing(stance="denies")


def test_what_was_known_on_a_day_is_told_in_the_words_there_were(ledger: Ledger) -> None:
    listing = ledger.listing(category="ASSAULT", known="2022-10-24")
    assert [len(entry.reports) for entry in listing.listed] == [1]
    assert listing.listed[0].assertion == "one side"
    later = ledger.listing(category="ASSAULT")
    assert [len(entry.reports) for entry in later.listed] == [2]
    assert ledger.listing(known="2022-10-23").number == 0


def test_marks_are_the_latest_and_the_others_are_counted(ledger: Ledger) -> None:
    marks = ledger.marks(Filter.of(), 2)
    assert marks.number == 4
    assert [mark.day for mark in marks.shown] == [date(2023, 11, 7), date(2023, 1, 25)]
    (call,) = ledger.marks(Filter.of(level="defence ministers"), 9).shown
    assert (call.channel, call.quad_code) == ("phone", 1)


def test_news_are_what_was_reported_last(ledger: Ledger) -> None:
    assert [entry.happening for entry in ledger.news()][:1] == [happening_of(ledger, REFUSED.id)]
    assert len(ledger.news()) == 4
    assert {entry.category for entry in ledger.news(today=date(2022, 10, 24))} == {
        "CONSULT",
        "ASSAULT",
    }
    assert ledger.news(today=date(2020, 1, 1)) == ()


def test_a_happening_has_its_reports_side_by_side(ledger: Ledger) -> None:
    told = ledger.told(happening_of(ledger, SHELLED.id))
    assert told is not None
    assert {item.event for item in told.happening.tellings} == {SHELLED.id, DENIED.id}
    assert told.counts == {"dead": (3,)}
    assert [party.code for party in told.asserting] == ["FRA"]
    assert [party.code for party in told.denying] == ["RUS"]
    assert told.own_voice == 0
    assert {claim.stance for claim in told.claims} == {"asserts", "denies"}
    assert [span.first for span in told.days] == [date(2022, 10, 22)]
    assert ledger.told("nothing") is None


def test_a_report_has_its_events_as_coded_and_as_corrected(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    ledger.correct(CALLED.id, "edit", {"mode": "visit"}, author="Ann", why="seen")
    ledger.correct(SHELLED.id, "reject", author="Ben", why="not so")
    report = ledger.report(CALL.key)
    assert report is not None
    assert report.article.text == CALL.text
    called, shelled = report.event(CALLED.id), report.event(SHELLED.id)
    assert called is not None
    assert shelled is not None
    assert (called.mark, called.event.mode, called.coded.mode) == ("edited", "visit", "phone")
    assert (shelled.mark, shelled.happening) == ("rejected", None)
    assert [point.correction.author for point in shelled.corrections] == ["Ben"]
    other = ledger.report(AGAIN.key)
    assert other is not None
    assert [item.mark for item in other.events] == [None, None]
    assert ledger.report("nothing") is None
    assert report.event(SPOKE.id) is None


def test_the_report_of_an_event_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    for article in ARTICLES:
        report = ledger.report(article.key)
        assert report is not None
        for item in report.events:
            assert ledger.report_key(item.event.id) == article.key
            assert ledger.report_key(item.event.id[:8]) == article.key
    assert ledger.report_key(EVENTS[0].id[:7]) is None
    assert ledger.report_key("") is None


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.words[0].text)
def test_the_values_of_an_event_are_those_that_an_edit_takes(event: object) -> None:
    assert event in EVENTS
    found = EVENTS[EVENTS.index(event)]
    values = editable_values(found)
    dated = {name: value for name, value in values.items() if name not in {"date", "enddate"}}
    again = edited(found, dated)
    assert editable_values(again) == values


def test_a_party_is_told_by_whom_it_deals_with_and_what_it_claims(ledger: Ledger) -> None:
    france = ledger.profile("FRA")
    assert [(row.code, row.happenings) for row in france.dealings] == [("RUS", 2)]
    (russia,) = france.dealings
    assert (russia.cooperation, russia.conflict) == (1, 1)
    assert (russia.last_contact, russia.last) == (date(2022, 10, 23), date(2023, 11, 7))
    assert [claim.claimant.code for claim in france.claims] == ["FRA"]
    assert france.happenings == ledger.happenings(party="FRA").count()
    assert [claim.claimant.code for claim in ledger.profile("RUS").about] == ["FRA"]
    (call,) = france.contacts
    assert (call.level, call.channel) == ("defence ministers", "phone")
    nobody = ledger.profile("FJI")
    assert (nobody.happenings, nobody.dealings, nobody.latest) == (0, (), ())


def test_parties_that_occur_are_counted(ledger: Ledger) -> None:
    found = {party.code: party.happenings for party in ledger.parties()}
    assert found == {
        code: ledger.happenings(party=code).count() for code in ("FRA", "RUS", "UKR", "DEU")
    }


def test_words_can_mean_parties_people_places_and_words(ledger: Ledger) -> None:
    assert ledger.search("France and Russia").codes == ("FRA", "RUS")
    assert ledger.search("russian United Kingdom").codes == ("RUS", "GBR")
    assert ledger.search("FRA").codes == ("FRA",)
    assert ledger.search("can per and").codes == ()
    assert [place.name for place in ledger.search("kherson").places] == ["Kherson"]
    assert {"Sébastien Lecornu"} == {person.name for person in ledger.search("LECORNU").people}
    found = ledger.search("tanks")
    assert [entry.category for entry in found.words.listed] == ["AGREE"]
    assert found.words.number == 1
    assert ledger.search("%_'").words.number == 0
    assert ledger.search("tanks ukraine").words.number == 1
    assert ledger.search('"ukraine TANKS"').words.number == 1
    assert ledger.search('"tanks ukraine"').words.number == 0
    assert ledger.search('"').words.number == 0


def test_pairs_are_measured_by_their_own_past(tmp_path: Path) -> None:
    quiet = "\n".join(f"2023-{month:02}-10 CONSULT FRA,RUS - m{month}" for month in range(1, 13))
    ledger = lines(
        tmp_path,
        quiet,
        "\n".join(f"2024-03-{day:02} ASSAULT FRA RUS d{day}" for day in (1, 8, 15, 22)),
        "\n".join(f"2024-{month:02}-20 CONSULT CHN,USA - x{month}" for month in (1, 2, 3)),
        "2019-05-05 CONSULT CHN,FRA - old",
    )
    movers = ledger.movers(today=date(2024, 4, 30))
    assert movers.day == date(2024, 3, 31)
    first, *others = movers.pairs
    assert (first.first, first.second) == ("FRA", "RUS")
    assert first.change < 0
    assert first.recent == pytest.approx(-4 / 3)
    assert (first.acts, first.lately) == (16, 4)
    assert sum(first.months) == 12 - 4
    assert len(first.months) == 24
    assert [(pair.first, pair.second) for pair in others] == [("CHN", "USA")]
    assert ledger.movers(today=date(2024, 3, 30)).day is None


def test_coverage_is_by_outlet_and_month(ledger: Ledger) -> None:
    coverage = ledger.coverage()
    counts = {outlet.name: (outlet.reports, outlet.events) for outlet in coverage.outlets}
    assert counts == {"The Gazette": (2, 3), "dpa": (2, 1), "Le Courrier": (1, 2)}
    assert sum(number for _, _, number in coverage.months) == len(ARTICLES)
    assert coverage.months[0] == (date(2022, 10, 1), "Le Courrier", 1)


def test_a_ledger_that_is_held_stays_as_it_was(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger", ARTICLES[:2])
    held = ledger.pinned()
    before = [row["id"] for row in held.happenings()]
    made_ledger(tmp_path / "ledger")
    assert [row["id"] for row in held.happenings()] == before
    assert held.version == 1
    assert ledger.version == 2
    assert ledger.pinned().happenings().count() == 4
