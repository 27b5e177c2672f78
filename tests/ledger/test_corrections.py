"""Corrections: what can be said, what it changes, and what is left of it after coding again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asked_ledger import (
    AGAIN,
    ARTICLES,
    CALL,
    CALLED,
    DENIED,
    EVENTS,
    PROMISED,
    REFUSED,
    SHELLED,
    SPOKE,
    TOLD,
    VISAS,
    HandCoder,
    made_ledger,
)

from detente.errors import LedgerError, QuestionError
from detente.ledger import Ledger
from detente.ledger.edits import EDITABLE, edited
from detente.records import DateBasis, DateSpan, Event, Span, Status, TextSpan

ANN: dict[str, Any] = {"author": "Ann", "why": "read it"}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return made_ledger(tmp_path / "ledger")


def _record(ledger: Ledger, event: Event) -> dict[str, Any]:
    (found,) = (record for record in ledger.events() if record["id"] == event.id)
    return found


def test_what_is_accepted_stays_and_is_marked(ledger: Ledger) -> None:
    (kept,) = ledger.correct(CALLED.id, "accept", **ANN)
    assert (kept.field, kept.value, kept.category) == (None, None, "CONSULT")
    assert _record(ledger, CALLED) == {**CALLED.to_dict(), "review": "accepted"}
    assert _record(ledger, SPOKE) == SPOKE.to_dict()


def test_what_is_rejected_is_no_event_and_no_happening(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "reject", **ANN)
    assert REFUSED.id not in {record["id"] for record in ledger.events()}
    assert ledger.events().count() == len(EVENTS) - 1
    assert ledger.happenings(category="REJECT").count() == 0
    assert ledger.relations(dyad="FRA-RUS", since="2023").count() == 0


def test_a_report_that_is_rejected_leaves_the_happening_to_the_others(ledger: Ledger) -> None:
    ledger.correct(CALLED.id, "reject", **ANN)
    (contact,) = ledger.contacts()
    assert contact["events"] == [SPOKE.id]
    ledger.correct(CALLED.id, "accept", author="Bob", why="it was right")
    (contact,) = ledger.contacts()
    assert sorted(contact["events"]) == sorted([CALLED.id, SPOKE.id])


def test_an_edit_changes_scores_lists_and_folding(ledger: Ledger) -> None:
    changes = {
        "category": "aid",
        "recipient": "UKR/MIL:Armed Forces of Ukraine",
        "date": "2023-01-24",
    }
    kept = ledger.correct(PROMISED.id[:6], "edit", changes, **ANN)
    assert {(item.field, item.value) for item in kept} == {
        *changes.items(),
        ("mode", ""),
        ("enddate", ""),
    }
    record = _record(ledger, PROMISED)
    assert record["review"] == "edited"
    assert (record["event"], record["quad_code"], record["event_scale"]) == (["AID"], 2, 10.0)
    assert (record["cameo"], record["goldstein"]) == ("070", 7.0)
    assert (record["date"], record["enddate"], record["date_basis"]) == (
        "2023-01-24",
        "2023-01-24",
        "text",
    )
    (recipient,) = record["recipient"]
    assert recipient["entity_text"] == "Ukraine"
    assert (recipient["sector"], recipient["identifier_text"]) == ("MIL", "Armed Forces of Ukraine")
    assert ledger.events(category="AGREE").count() == 0
    assert [item["event"] for item in ledger.events(category="AID")] == [["AID"]]
    (happening,) = ledger.happenings(category="AID")
    assert happening["events"] == [PROMISED.id]
    assert ledger.happenings(category="AGREE").count() == 0


def test_the_coders_own_word_stays(ledger: Ledger) -> None:
    ledger.correct(PROMISED.id, "edit", {"status": "hypothetical"}, **ANN)
    query = f"SELECT status FROM coded_events WHERE id = '{PROMISED.id}'"
    assert list(ledger.sql(query)) == [{"status": "actual"}]
    assert _record(ledger.at(version=1), PROMISED)["status"] == "actual"
    assert ledger.at(version=1).corrections() == []


def test_an_edit_joins_and_parts_happenings(ledger: Ledger) -> None:
    ledger.correct(SPOKE.id, "edit", {"date": "2022-11-23"}, **ANN)
    assert ledger.contacts().count() == 2
    ledger.correct(SPOKE.id, "edit", {"date": "2022-10-23"}, **ANN)
    assert ledger.contacts().count() == 1


def test_folding_anew_gives_the_same(ledger: Ledger, tmp_path: Path) -> None:
    """Reports that come after a correction meet the corrected events, not the coded ones."""
    later = made_ledger(tmp_path / "later", [CALL, VISAS])
    for made in (ledger, later):
        made.correct(CALLED.id, "edit", {"date": "2022-11-23"}, **ANN)
    later.add(ARTICLES, HandCoder())
    asked = "SELECT id, events, date FROM happenings ORDER BY id"
    assert list(later.sql(asked)) == list(ledger.sql(asked))
    assert later.contacts().count() == 2


def test_edits_add_up_and_the_last_of_a_field_holds(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "edit", {"mode": "change"}, **ANN)
    ledger.correct(REFUSED.id, "edit", {"status": "future"}, **ANN)
    ledger.correct(REFUSED.id, "edit", {"mode": "yield"}, **ANN)
    record = _record(ledger, REFUSED)
    assert (record["mode"], record["status"]) == (["yield"], "future")
    ledger.correct(REFUSED.id, "edit", {"category": "ACCUSE"}, **ANN)
    assert _record(ledger, REFUSED)["mode"] == []
    ledger.correct(REFUSED.id, "reject", **ANN)
    assert ledger.events(article="visas").count() == 0
    ledger.correct(REFUSED.id, "edit", {"mode": "disapprove"}, **ANN)
    record = _record(ledger, REFUSED)
    assert (record["event"], record["mode"], record["status"]) == (
        ["ACCUSE"],
        ["disapprove"],
        "future",
    )


@pytest.mark.parametrize(
    ("wanted", "verdict", "changes", "message"),
    [
        ("ffffffffffff", "accept", {}, "no event whose id begins with 'ffffffffffff'"),
        ("", "accept", {}, "no event whose id begins with ''"),
        (REFUSED.id, "edit", {}, "an edit needs one at least"),
        (REFUSED.id, "accept", {"mode": "visit"}, "field=value belongs to an edit"),
        (REFUSED.id, "edit", {"colour": "red"}, "'colour' cannot be edited; there is category,"),
        (REFUSED.id, "edit", {"category": "WAR"}, "there is no category 'WAR'"),
        (REFUSED.id, "edit", {"mode": "phone"}, "REJECT has no mode 'phone'; there is assist,"),
        (REFUSED.id, "edit", {"status": "perhaps"}, "there is no status 'perhaps'"),
        (REFUSED.id, "edit", {"date": "last week"}, "'last week' is no day"),
        (REFUSED.id, "edit", {"enddate": "2023-01-01"}, "is before date 2023-11-07"),
        (REFUSED.id, "edit", {"actor": "XXX"}, "'XXX' is no code"),
        (REFUSED.id, "edit", {"actor": "FRA/XXX"}, "there is no sector 'XXX'"),
        (REFUSED.id, "edit", {"context": "military, odd"}, "there is no context 'odd'"),
        (REFUSED.id, "edit", {"historical": "maybe"}, "historical is true or false"),
        (REFUSED.id, "edit", {"dead": "many"}, "dead is a number, not 'many'"),
    ],
    ids=str,
)
def test_what_cannot_be_said(
    ledger: Ledger, wanted: str, verdict: str, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(QuestionError) as fault:
        ledger.correct(wanted, verdict, changes, **ANN)
    assert message in str(fault.value)
    assert ledger.snapshot().version == 1


def test_an_id_that_is_not_one_alone(tmp_path: Path) -> None:
    twin = replace(REFUSED, id=REFUSED.id[:-1] + "x")
    other = Ledger(tmp_path / "other")
    other.add([VISAS], HandCoder({VISAS.key: (REFUSED, twin)}))
    with pytest.raises(QuestionError, match="more than one event's id begins with"):
        other.correct(REFUSED.id[:8], "accept", **ANN)


def test_name_and_reason_are_needed(ledger: Ledger) -> None:
    with pytest.raises(QuestionError, match="needs a name and a reason"):
        ledger.correct(REFUSED.id, "accept", author=" ", why="x")
    with pytest.raises(LedgerError, match="history, which cannot be changed"):
        ledger.at(version=1).correct(REFUSED.id, "accept", **ANN)


def test_history_names_the_author_and_the_reason(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "accept", author="Ann", why="read it")
    run = ledger.history()[-1]
    assert (run.command, run.author, run.note) == ("correct", "Ann", "read it")
    assert run.folded_to == run.version == 2


def _recoded(ledger: Ledger, told: Mapping[str, tuple[Event, ...]]) -> None:
    ledger.add(ARTICLES, HandCoder({**TOLD, **told}, "new"), recode=True)


def _standing(ledger: Ledger) -> list[tuple[str, str | None]]:
    return [(str(point.standing), point.event) for point in ledger.corrections()]


def test_a_correction_holds_for_the_same_event_coded_again(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "edit", {"mode": "change"}, **ANN)
    _recoded(ledger, {})
    assert _standing(ledger) == [("holds", REFUSED.id)]
    assert _record(ledger, REFUSED)["mode"] == ["change"]


def test_a_correction_moves_with_the_words_of_the_act(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "edit", {"mode": "change"}, **ANN)
    start = REFUSED.words[0].span.start
    new = replace(
        REFUSED, id="f" * 16, mode=None, words=(TextSpan("refused", Span(start, start + 7)),)
    )
    far = replace(REFUSED, id="e" * 16, words=(TextSpan("France", Span(0, 6)),))
    other = replace(new, id="d" * 16, category="ACCUSE")
    _recoded(ledger, {VISAS.key: (far, other, new)})
    assert _standing(ledger) == [("moved", new.id)]
    assert _record(ledger, new)["mode"] == ["change"]
    assert _record(ledger, far) == far.to_dict()
    (happening,) = ledger.happenings(mode="change")
    assert happening["events"] == [new.id]


def test_a_rejection_moves_too(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "reject", **ANN)
    new = replace(REFUSED, id="f" * 16)
    _recoded(ledger, {VISAS.key: (new,)})
    assert ledger.events(article="visas").count() == 0
    assert ledger.happenings(category="REJECT").count() == 0


@pytest.mark.parametrize(
    "told",
    [
        (),
        (replace(REFUSED, id="f" * 16, category="ACCUSE", mode=None),),
        (replace(REFUSED, id="f" * 16, words=(TextSpan("France", Span(0, 6)),)),),
    ],
    ids=["no event", "another category", "other words"],
)
def test_a_correction_without_its_evidence_is_stale(
    ledger: Ledger, told: tuple[Event, ...]
) -> None:
    ledger.correct(REFUSED.id, "reject", **ANN)
    _recoded(ledger, {VISAS.key: told})
    assert _standing(ledger) == [("stale", None)]
    assert [record["id"] for record in ledger.events(article="visas")] == [
        event.id for event in told
    ]


def test_an_edit_that_no_longer_fits_is_stale(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "edit", {"enddate": "2023-11-09"}, **ANN)
    when = DateSpan(date(2023, 12, 1), date(2023, 12, 1), DateBasis.TEXT)
    _recoded(ledger, {VISAS.key: (replace(REFUSED, when=when),)})
    assert _standing(ledger) == [("stale", REFUSED.id)]
    assert _record(ledger, REFUSED) == replace(REFUSED, when=when).to_dict()


def test_a_stale_correction_holds_again_where_the_evidence_is_back(ledger: Ledger) -> None:
    ledger.correct(REFUSED.id, "reject", **ANN)
    _recoded(ledger, {VISAS.key: ()})
    ledger.add(ARTICLES, HandCoder(TOLD, "newer"), recode=True)
    assert _standing(ledger) == [("holds", REFUSED.id)]
    assert ledger.events(article="visas").count() == 0


def test_corrections_do_not_touch_other_reports(ledger: Ledger) -> None:
    ledger.correct(DENIED.id, "edit", {"status": "actual", "attribution": "UKR"}, **ANN)
    record = _record(ledger, DENIED)
    assert [item["code"] for item in record["attribution"]] == ["UKR"]
    assert _record(ledger, SHELLED) == SHELLED.to_dict()
    assert AGAIN.key in {row["article"] for row in ledger.sql("SELECT article FROM corrections")}


def test_parties_keep_the_words_they_stand_on() -> None:
    made = edited(REFUSED, {"actor": "RUS", "recipient": "FRA/JUD"})
    assert made.actors == REFUSED.recipients
    assert made.recipients == (replace(REFUSED.actors[0], sector="JUD"),)
    made = edited(REFUSED, {"actor": "DEU"})
    assert (made.actors[0].code, made.actors[0].entity_text) == ("DEU", "France")
    made = edited(REFUSED, {"actor": "FRA, DEU/LEG:Bundestag"})
    assert [item.entity_text for item in made.actors] == ["France", ""]
    assert made.actors[1].identifier_text == "Bundestag"
    assert edited(REFUSED, {"recipient": ""}).recipients == ()


def test_every_field_can_be_edited_and_cleared_where_that_means_something() -> None:
    values = {
        "category": "SANCTION",
        "mode": "expel",
        "status": "FUTURE",
        "date": "2023-11-01",
        "enddate": "2023-11-30",
        "historical": "yes",
        "context": "diplomatic, legal",
        "actor": "FRA",
        "recipient": "RUS/MIL",
        "attribution": "DEU",
        "dead": "1",
        "injured": "2",
        "arrested": "3",
    }
    assert values.keys() == EDITABLE.keys()
    made = edited(REFUSED, values)
    assert made.status is Status.FUTURE
    assert made.when is not None
    assert (made.when.first, made.when.last) == (date(2023, 11, 1), date(2023, 11, 30))
    assert (made.category, made.mode, made.event_scale) == ("SANCTION", "expel", -5.5)
    assert (made.size.dead, made.size.injured, made.size.arrested) == (1, 2, 3)
    cleared = edited(made, dict.fromkeys(("mode", "date", "context", "attribution", "dead"), ""))
    assert (cleared.mode, cleared.when, cleared.contexts) == (None, None, ())
    assert (cleared.attribution, cleared.size.dead) == ((), None)
