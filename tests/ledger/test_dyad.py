"""The relation of two parties, section by section, from happenings written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from dyad_cases import (
    ACCUSED,
    ARMED,
    CALL,
    DAY,
    EARLIER_CALL,
    EXPELLED,
    FRANCE,
    LECORNU,
    MACRON,
    NOT_SINCE,
    PUTIN,
    READY,
    REFUSED,
    RELATION,
    RUSSIA,
    SHOIGU,
    SUMMIT,
    UKRAINE,
    VAGUE,
    VISAS,
    happening,
    ledger_of,
    on,
    told,
)

from detente.ledger.dyad import DyadView, Entry
from detente.records import Assertion, DateBasis, Happening, Level, Stance, Status


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> DyadView:
    ledger = ledger_of(tmp_path_factory.mktemp("dyad") / "ledger", *RELATION)
    return ledger.show("FRA", "RUS", DAY)


def _shown(tmp_path: Path, *happenings: Happening, as_of: date | None = DAY) -> DyadView:
    return ledger_of(tmp_path / "ledger", *happenings).show("FRA", "RUS", as_of)


def _ids(entries: Sequence[Entry]) -> list[str]:
    return [entry.happening for entry in entries]


def test_the_heading_counts_the_pair_alone(view: DyadView) -> None:
    assert [side.name for side in view.sides] == ["France", "Russia"]
    assert view.happenings == len(RELATION) - 1  # what France did to Ukraine is of another pair
    assert view.last_report == date(2023, 11, 12)
    assert view.last_in_ledger == date(2023, 11, 12)
    assert view.version == 1


def test_the_last_contact_is_told_with_all_its_reports(view: DyadView) -> None:
    last = view.contacts.last
    assert last is not None
    assert last.happening == CALL.id
    assert (last.level, last.channel, last.place) == (Level.DEFENCE_MINISTERS, "phone", "Paris")
    assert [party.identifier_text for party in last.actors] == [
        "Sébastien Lecornu",
        "Sergei Shoigu",
    ]
    assert last.topics == ("military", "cbrn")
    assert [report.id for report in last.reports] == ["call-1", "call-2", "seed"]
    assert [report.publication for report in last.reports] == ["Le Monde", "Agence", None]
    assert view.days_since_contact == 385


def test_each_level_has_its_last_contact_and_what_no_text_dates_comes_last(view: DyadView) -> None:
    found = {level: entry.happening for level, entry in view.contacts.by_level.items()}
    assert found == {Level.HEADS: SUMMIT.id, Level.DEFENCE_MINISTERS: CALL.id}


def test_an_undated_contact_is_shown_where_it_is_all_there_is(tmp_path: Path) -> None:
    view = _shown(tmp_path, VAGUE)
    assert view.contacts.last is not None
    assert view.contacts.last.happening == VAGUE.id
    assert view.days_since_contact is None
    assert not view.silence.levels


def test_a_denied_contact_is_none(tmp_path: Path) -> None:
    denied = replace(CALL, assertion=Assertion.DENIED)
    assert _shown(tmp_path, denied).contacts.last is None


def test_a_contact_of_one_pair_is_none_of_another(tmp_path: Path) -> None:
    other = happening(
        "CONSULT", (MACRON, UKRAINE), (), on("2023-11-01"), told("kyiv", "2023-11-02")
    )
    view = _shown(tmp_path, other)
    assert view.is_empty


def test_a_level_that_used_to_talk_is_silent(view: DyadView) -> None:
    (silent,) = view.silence.levels
    assert silent.level is Level.DEFENCE_MINISTERS
    assert (silent.since, silent.days) == (date(2022, 10, 23), 385)
    assert (silent.talks, silent.longest_gap) == (2, 83)
    assert silent.is_unusual
    assert silent.last.happening == CALL.id


def test_one_contact_is_no_habit(tmp_path: Path) -> None:
    assert _shown(tmp_path, CALL).silence.levels == ()


@pytest.mark.parametrize(("gap", "silent"), [(365, True), (729, True), (731, False)])
def test_the_habit_is_of_two_years(tmp_path: Path, gap: int, silent: bool) -> None:
    before = date(2022, 10, 23) - timedelta(days=gap)
    first = replace(EARLIER_CALL, when=on(before.isoformat()))
    assert bool(_shown(tmp_path, CALL, first).silence.levels) is silent


def test_two_contacts_on_one_day_are_no_habit(tmp_path: Path) -> None:
    again = replace(EARLIER_CALL, when=CALL.when)
    assert _shown(tmp_path, CALL, again).silence.levels == ()


def test_a_contact_within_the_usual_gap_is_no_unusual_silence(tmp_path: Path) -> None:
    (silent,) = _shown(tmp_path, CALL, EARLIER_CALL, as_of=date(2023, 1, 10)).silence.levels
    assert silent.days == 79
    assert not silent.is_unusual


def test_what_is_said_not_to_have_been_is_evidence_of_silence(view: DyadView) -> None:
    (said,) = view.silence.said
    assert said.happening == NOT_SINCE.id
    assert said.status is Status.NEGATED
    assert [report.id for report in said.reports] == ["since"]


def test_readiness_has_its_side_and_condition(view: DyadView) -> None:
    france, russia = view.openness
    assert (france.code, russia.code) == ("FRA", "RUS")
    assert _ids(france.ready) == [READY.id]
    assert france.ready[0].condition == "when it is useful"
    assert russia.ready == ()


def test_who_refuses_and_since_when(view: DyadView) -> None:
    france, russia = view.openness
    assert _ids(france.refuses) == [VISAS.id]
    assert france.refusing_since is None  # it has been ready since
    assert _ids(russia.refuses) == [item.id for item in reversed(REFUSED)]
    assert russia.refusing_since == date(2023, 1, 10)


def test_a_refusal_after_readiness_begins_anew(tmp_path: Path) -> None:
    between = happening("AGREE", (RUSSIA,), (FRANCE,), on("2023-03-01"), told("yes", "2023-03-01"))
    russia = _shown(tmp_path, *REFUSED, between).openness[1]
    assert russia.refusing_since == date(2023, 6, 1)


def test_not_being_ready_is_a_refusal(tmp_path: Path) -> None:
    unready = replace(READY, status=Status.NEGATED)
    france = _shown(tmp_path, unready).openness[0]
    assert france.ready == ()
    assert _ids(france.refuses) == [READY.id]


def test_a_call_to_meet_is_readiness_and_a_joint_promise_that_of_both(tmp_path: Path) -> None:
    call = happening(
        "REQUEST meet", (RUSSIA,), (FRANCE,), on("2023-05-01"), told("meet-us", "2023-05-01")
    )
    demand = happening("REQUEST", (RUSSIA,), (FRANCE,), on("2023-05-02"), told("pay", "2023-05-02"))
    joint = happening("AGREE", (FRANCE, RUSSIA), (), on("2023-04-01"), told("joint", "2023-04-01"))
    france, russia = _shown(tmp_path, call, demand, joint).openness
    assert _ids(france.ready) == [joint.id]
    assert _ids(russia.ready) == [call.id, joint.id]


def test_disruptions_are_listed_latest_first(view: DyadView) -> None:
    expected = [VISAS.id, REFUSED[1].id, REFUSED[0].id, EXPELLED.id]
    assert _ids(view.disruptions.listed) == expected
    assert view.disruptions.number == 4


def test_lists_are_cut_and_counted(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", *RELATION)
    view = ledger.show("FRA", "RUS", DAY, limit=1)
    assert _ids(view.disruptions.listed) == [VISAS.id]
    assert view.disruptions.number == 4


def test_claims_have_their_reports(view: DyadView) -> None:
    france, russia = view.claims
    assert (france.code, france.number, france.listed) == ("FRA", 0, ())
    assert russia.number == 3
    claim = next(item for item in russia.listed if item.happening == ACCUSED.id)
    assert claim.claimant.identifier_text == "Maria Zakharova"
    assert (claim.category, claim.mode) == ("ACCUSE", "allege")
    assert [report.id for report in claim.reports] == ["accused", "accused-too"]
    assert claim.said_on == date(2023, 11, 8)
    assert claim.denials == ()


def test_of_many_claims_the_latest_are_listed(tmp_path: Path) -> None:
    undated = replace(ACCUSED, tellings=(told("undated", None, RUSSIA),), id="undated")
    ledger = ledger_of(tmp_path / "ledger", *RELATION, undated)
    days = {
        limit: [claim.said_on for claim in ledger.show("FRA", "RUS", limit=limit).claims[1].listed]
        for limit in (1, 2, 3, 4)
    }
    accused, armed = date(2023, 11, 8), date(2023, 11, 3)
    assert days[4] == [accused, accused, armed, None]
    assert all(days[limit] == days[4][:limit] for limit in days)
    assert ledger.show("FRA", "RUS", limit=1).claims[1].number == 4


def test_a_denial_stands_against_what_it_denies(view: DyadView) -> None:
    claim = next(item for item in view.claims[1].listed if item.happening == ARMED.id)
    assert [report.id for report in claim.reports] == ["armed"]
    (denial,) = claim.denials
    assert denial.claimant.code == "FRA"
    assert denial.text == "Paris denied it."
    assert [report.id for report in denial.reports] == ["unarmed"]


def test_a_word_about_what_both_did_is_no_claim_about_the_other(tmp_path: Path) -> None:
    by_one = replace(CALL, tellings=(told("said-so", "2022-10-24", SHOIGU),))
    view = _shown(tmp_path, by_one)
    assert [claims.number for claims in view.claims] == [0, 0]


def test_what_is_dated_after_the_day_is_not_told(tmp_path: Path) -> None:
    late = replace(CALL, when=on("2023-12-24"))
    view = _shown(tmp_path, late, SUMMIT)
    assert view.contacts.last is not None
    assert view.contacts.last.happening == SUMMIT.id


def test_the_order_of_the_parties_is_that_of_the_question(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", *RELATION)
    view = ledger.show("Russian", "french", DAY)
    assert [side.code for side in view.sides] == ["RUS", "FRA"]
    assert [item.code for item in view.openness] == ["RUS", "FRA"]
    assert view.claims[0].number == 3


def test_a_pair_with_nothing_names_those_with_whom_each_has_most(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", *RELATION)
    view = ledger.show("RUS", "UKR", DAY)
    assert view.is_empty
    assert [(item.code, item.happenings) for item in view.neighbours["UKR"]] == [("FRA", 1)]
    assert [item.code for item in view.neighbours["RUS"]] == ["FRA"]
    assert ledger.show("FRA", "RUS", DAY).neighbours == {}


def test_a_replaced_happening_is_not_told(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", CALL, SUMMIT)
    with ledger._store.transaction() as transaction:
        for table in ("happenings", "claims"):
            transaction.supersede(table, [CALL.component])
        run = transaction.snapshot.run
        assert run is not None
        transaction.commit(run)
    now = ledger.show("FRA", "RUS", DAY)
    assert now.contacts.last is not None
    assert now.contacts.last.happening == SUMMIT.id
    before = ledger.at(version=1).show("FRA", "RUS", DAY)
    assert before.contacts.last is not None
    assert before.contacts.last.happening == CALL.id
    assert (before.version, now.version) == (1, 2)


def test_an_empty_ledger_has_nothing(tmp_path: Path) -> None:
    view = _shown(tmp_path, as_of=None)
    assert view.is_empty
    assert view.contacts.last is None
    assert (view.last_report, view.last_in_ledger) == (None, None)


def test_odd_happenings_do_no_harm(tmp_path: Path) -> None:
    undated = happening("CONSULT", (MACRON, PUTIN), (), None, told("undated", None, outlet=None))
    quoted = replace(
        happening("AGREE", (FRANCE,), (RUSSIA,), on("2023-01-01"), told("o'brien", "2023-01-01")),
        id="it's",
    )
    wide = happening(
        "CONSULT", (LECORNU, SHOIGU), (), on("2021-01-01", "2021-12-31"), told("wide", "2022-01-05")
    )
    nobody = happening("REJECT", (), (RUSSIA,), on("2023-01-01"), told("nobody", "2023-01-01"))
    view = _shown(tmp_path, undated, quoted, wide, nobody, as_of=None)
    assert _ids(view.openness[0].ready) == ["it's"]
    assert set(view.contacts.by_level) == {Level.HEADS, Level.DEFENCE_MINISTERS}
    assert view.contacts.last is not None
    assert view.contacts.last.happening == wide.id
    assert view.days_since_contact is not None


def test_a_published_day_is_no_day_of_talks(tmp_path: Path) -> None:
    vague = replace(EARLIER_CALL, when=on("2022-08-01", basis=DateBasis.PUBLISHED))
    assert _shown(tmp_path, CALL, vague).silence.levels == ()


def test_denials_of_others_stand_against_a_claim_too(tmp_path: Path) -> None:
    ukraine_denies = told("kyiv-says", "2023-11-06", UKRAINE, stance=Stance.DENIES)
    armed = replace(ARMED, tellings=(*ARMED.tellings, ukraine_denies))
    (claim,) = _shown(tmp_path, armed).claims[1].listed
    assert [denial.claimant.code for denial in claim.denials] == ["FRA", "UKR"]
