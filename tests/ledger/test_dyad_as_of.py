"""What was known on a day: only what had been published by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from dyad_cases import (
    ACCUSED,
    ARMED,
    CALL,
    DAY,
    EARLIER_CALL,
    FRANCE,
    READY,
    RELATION,
    RUSSIA,
    SHOIGU,
    SUMMIT,
    happening,
    ledger_of,
    on,
    told,
)

from detente import Ledger
from detente.ledger.dyad import DyadView
from detente.records import Assertion, Stance


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return ledger_of(tmp_path_factory.mktemp("as_of") / "ledger", *RELATION)


def _last(view: DyadView) -> str | None:
    return view.contacts.last.happening if view.contacts.last else None


def test_the_reports_are_cut_to_those_there_were(ledger: Ledger) -> None:
    view = ledger.show("FRA", "RUS", date(2022, 10, 24))
    assert view.contacts.last is not None
    assert _last(view) == CALL.id
    assert [report.id for report in view.contacts.last.reports] == ["call-1"]
    assert (view.day, view.known_on) == (date(2022, 10, 24), date(2022, 10, 24))


def test_what_nobody_had_told_yet_is_not_there(ledger: Ledger) -> None:
    view = ledger.show("FRA", "RUS", date(2022, 10, 23))
    assert _last(view) == EARLIER_CALL.id
    assert view.openness[0].ready == ()
    assert view.claims[1].number == 0
    assert view.last_in_ledger == date(2022, 8, 2)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2022, 10, 24), date(2022, 10, 24)),
        (date(2023, 6, 2), date(2023, 6, 1)),
        (date(2023, 11, 11), date(2023, 11, 10)),
        (date(2023, 12, 31), date(2023, 11, 12)),
    ],
)
def test_the_last_report_is_the_last_by_then(ledger: Ledger, day: date, last: date) -> None:
    assert ledger.show("FRA", "RUS", day).last_report == last


def test_days_count_to_the_day(ledger: Ledger) -> None:
    view = ledger.show("FRA", "RUS", date(2023, 1, 1))
    assert view.days_since_contact == 70
    assert [item.days for item in view.silence.levels] == [70]


def test_without_a_day_all_is_told_and_days_count_to_today(ledger: Ledger) -> None:
    before = datetime.now(UTC).date()
    view = ledger.show("FRA", "RUS")
    assert before <= view.day <= datetime.now(UTC).date()
    assert view.known_on is None
    assert view.days_since_contact == (view.day - date(2022, 10, 23)).days


def test_an_answer_of_the_last_day_is_that_without_one(ledger: Ledger) -> None:
    known, all_there_is = ledger.show("FRA", "RUS", DAY), ledger.show("FRA", "RUS")
    assert known.contacts == all_there_is.contacts
    assert known.openness == all_there_is.openness
    assert known.disruptions == all_there_is.disruptions
    assert known.claims == all_there_is.claims


def test_a_denial_that_came_later_does_not_undo_a_contact(tmp_path: Path) -> None:
    denied = replace(
        SUMMIT,
        tellings=(*SUMMIT.tellings, told("no-summit", "2022-03-01", RUSSIA, stance=Stance.DENIES)),
        assertion=Assertion.DENIED,
    )
    ledger = ledger_of(tmp_path / "ledger", denied)
    known = ledger.show("FRA", "RUS", date(2022, 2, 20))
    assert _last(known) == SUMMIT.id
    assert known.contacts.last is not None
    assert known.contacts.last.assertion is Assertion.PRESS
    assert _last(ledger.show("FRA", "RUS", date(2022, 3, 1))) is None


def test_a_denial_of_a_claim_shows_from_its_day_on(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", ARMED)
    (before,) = ledger.show("FRA", "RUS", date(2023, 11, 4)).claims[1].listed
    (after,) = ledger.show("FRA", "RUS", date(2023, 11, 5)).claims[1].listed
    assert (len(before.denials), len(after.denials)) == (0, 1)


def test_later_words_of_a_claim_are_not_its_reports_yet(ledger: Ledger) -> None:
    claims = ledger.show("FRA", "RUS", date(2023, 11, 9)).claims[1]
    claim = next(item for item in claims.listed if item.happening == ACCUSED.id)
    assert [report.id for report in claim.reports] == ["accused"]


def test_words_that_came_later_give_way_to_those_there_were(tmp_path: Path) -> None:
    early = told("early", "2022-10-24", SHOIGU, text="They talked, he says.", when=on("2022-10-22"))
    best = told("best", "2022-11-20", text="They talked on the 23rd.", when=on("2022-10-23"))
    call = replace(CALL, tellings=(early, best), text=best.text, best=best.event)
    ledger = ledger_of(tmp_path / "ledger", call)
    known = ledger.show("FRA", "RUS", date(2022, 11, 1)).contacts.last
    assert known is not None
    assert (known.text, known.when) == (early.text, on("2022-10-22"))
    assert known.assertion is Assertion.ONE_SIDE
    now = ledger.show("FRA", "RUS", date(2022, 11, 20)).contacts.last
    assert now is not None
    assert (now.text, now.when) == (best.text, on("2022-10-23"))


def test_the_word_of_both_sides_is_seen_from_the_second_on(tmp_path: Path) -> None:
    first = told("first", "2023-01-02", RUSSIA)
    second = told("second", "2023-01-05", FRANCE)
    third = told("third", "2023-02-01", FRANCE)
    call = happening(
        "CONSULT",
        (FRANCE, RUSSIA),
        (),
        on("2023-01-01"),
        *(third, first, second),
        assertion=Assertion.BOTH_SIDES,
    )
    ledger = ledger_of(tmp_path / "ledger", call)
    found = [
        last.assertion if (last := ledger.show("FRA", "RUS", day).contacts.last) else None
        for day in (date(2023, 1, 2), date(2023, 1, 5), date(2023, 2, 1))
    ]
    assert found == [Assertion.ONE_SIDE, Assertion.BOTH_SIDES, Assertion.BOTH_SIDES]


def test_what_the_press_tells_later_was_the_word_of_one_side_before(tmp_path: Path) -> None:
    call = replace(CALL, tellings=(told("says", "2022-10-24", SHOIGU), told("press", "2022-11-02")))
    call = replace(call, best="e-says", text=call.tellings[0].text)
    ledger = ledger_of(tmp_path / "ledger", call)
    found = [
        last.assertion if (last := ledger.show("FRA", "RUS", day).contacts.last) else None
        for day in (date(2022, 11, 1), date(2022, 11, 2))
    ]
    assert found == [Assertion.ONE_SIDE, Assertion.PRESS]


def test_reports_without_a_day_are_known_only_without_a_day(tmp_path: Path) -> None:
    undated = replace(READY, tellings=(told("undated", None),))
    ledger = ledger_of(tmp_path / "ledger", undated)
    assert ledger.show("FRA", "RUS", DAY).is_empty
    assert not ledger.show("FRA", "RUS").is_empty


def test_every_day_is_answered(ledger: Ledger) -> None:
    day = date(2022, 2, 7)
    happenings = []
    while day <= DAY:
        happenings.append(ledger.show("FRA", "RUS", day).happenings)
        day += timedelta(days=20)
    assert happenings == sorted(happenings)
    assert happenings[0] == 0
    assert ledger.show("FRA", "RUS", DAY).happenings == len(RELATION) - 1
