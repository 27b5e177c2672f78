"""Records, relations and problems over HTTP, and answers that somebody has already."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from api_asking import API, asked
from asked_ledger import AID, CALL, CALLED, PROMISED, SHELLED
from served import Served, served

import detente


def test_an_event_is_told_as_corrected_and_as_coded(hand_site: Served) -> None:
    found = asked(hand_site, f"/events/{PROMISED.id}")
    assert found["event"] == found["coded"] == PROMISED.to_dict()
    assert (found["article"], found["mark"]) == (AID.key, "accepted")
    assert [item["why"] for item in found["corrections"]] == ["read it"]
    assert asked(hand_site, f"/events/{PROMISED.id[:8]}") == found
    before = asked(hand_site, f"/events/{PROMISED.id}", version=2)
    assert (before["mark"], before["corrections"]) == (None, [])
    for path in (f"/events/{PROMISED.id}?version=1", f"/events/{PROMISED.id[:7]}"):
        assert hand_site.get(API + path).status_code == 404


def test_a_report_has_its_text_and_its_events(hand_site: Served) -> None:
    report = asked(hand_site, f"/articles/{CALL.key}")
    assert (report["text"], report["title"], report["id"]) == (CALL.text, "On call", "call")
    assert {item["event"]["id"] for item in report["events"]} == {CALLED.id, SHELLED.id}
    for item in report["events"]:
        event = item["event"]
        assert asked(hand_site, f"/events/{event['id']}") == {"article": CALL.key, **item}
        told = event["text_info"]
        assert report["text"][told["start"] : told["end"]] == event["text"]
        happening = asked(hand_site, f"/happenings/{item['happening']}")
        assert event["id"] in happening["events"]


@pytest.mark.parametrize("pair", ["FRA-RUS", "france-Russia", "French-rus"])
def test_a_relation_is_what_show_shows(
    hand_site: Served, hand_ledger: detente.Ledger, pair: str
) -> None:
    day = datetime(2023, 11, 30, tzinfo=UTC).date()
    view = hand_ledger.show("FRA", "RUS", day, 2).to_dict()
    assert asked(hand_site, f"/relations/{pair}", as_of=day.isoformat(), limit=2) == view
    today = asked(hand_site, f"/relations/{pair}")
    assert (today["as_of"], today["day"]) == (None, datetime.now(UTC).date().isoformat())


def test_the_ledger_tells_of_itself(hand_site: Served, hand_ledger: detente.Ledger) -> None:
    summary = {
        name: value for name, value in hand_ledger.summary().to_dict().items() if name != "path"
    }
    assert asked(hand_site, "/summary") == summary
    assert asked(hand_site, "/version") == {"version": 4, "detente": detente.__version__}
    assert "CONSULT" in asked(hand_site, "/codebook")["categories"]


@pytest.mark.parametrize(
    "path",
    [
        "/events?party=FRA",
        "/events?format=csv",
        "/history",
        "/summary",
        f"/articles/{CALL.key}",
        "/relations/FRA-RUS",
        "/relations/FRA-RUS?as_of=2023-11-30",
    ],
)
def test_who_has_an_answer_is_told_so(hand_site: Served, path: str) -> None:
    first = hand_site.get(API + path)
    tag = first.headers["etag"]
    assert tag.startswith('W/"4-')
    for sent in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = hand_site.get(API + path, headers={"if-none-match": sent})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert hand_site.get(API + path, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_tag_tells_answers_apart(hand_site: Served) -> None:
    paths = [
        *("/events", "/events?limit=2", "/events?party=FRA", "/events?version=3"),
        *("/events?format=csv", "/happenings", "/relations/FRA-RUS", "/relations/FRA-DEU"),
    ]
    tags = [hand_site.get(API + path).headers["etag"] for path in paths]
    assert len(set(tags)) == len(tags)
    assert (
        hand_site.get(f"{API}/events", headers={"accept": "text/csv"}).headers["etag"] not in tags
    )


def test_a_new_version_has_new_tags(own_copy: Path) -> None:
    with served(own_copy) as site:
        tag = site.get(f"{API}/claims").headers["etag"]
        detente.Ledger(own_copy).correct(CALLED.id, "accept", author="Ann", why="read it")
        answer = site.get(f"{API}/claims", headers={"if-none-match": tag})
        assert answer.status_code == 200
        assert answer.headers["etag"] != tag


def test_the_head_of_an_answer_can_be_asked_alone(hand_site: Served) -> None:
    whole = hand_site.get(f"{API}/events")
    head = httpx.head(f"{hand_site.address}{API}/events")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-length"] == str(len(whole.content))


def test_a_ledger_that_is_not_there_yet_is_told_as_such(tmp_path: Path) -> None:
    with served(tmp_path / "none") as site:
        assert asked(site, "/version")["version"] == 0
        for path in ("/events", "/summary", "/relations/FRA-RUS", "/events?version=1", "/history"):
            answer = site.get(API + path)
            assert answer.status_code == 503
            assert answer.json()["type"] == "urn:detente:problem:no-ledger"
            assert str(tmp_path) not in answer.text


def test_a_ledger_that_cannot_be_read_says_so_and_not_where_it_lies(own_copy: Path) -> None:
    with served(own_copy) as site:
        shutil.rmtree(own_copy / "tables" / "events")
        answer = site.get(f"{API}/events")
        assert answer.status_code == 503
        assert answer.json()["type"] == "urn:detente:problem:ledger-unusable"
        assert str(own_copy) not in answer.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nothing", 404, "openapi.json"),
        ("/events/none", 404, "no event 'none'"),
        ("/happenings/none", 404, "nothing with the id 'none'"),
        ("/articles/none", 404, "no report with the key 'none'"),
        ("/events?version=99", 404, "no version 99; /api/v1/history"),
        ("/events?at=2001", 422, "'2001' is no time"),
        ("/events?at=2001-01-01", 404, "no version up to 2001-01-01"),
        ("/events?version=1&at=2023-01-01", 422, "not both"),
        ("/relations/FRA-Rusia", 404, "did you mean Russia (RUS)"),
        ("/relations/FRA-FRA", 404, "name two parties"),
        ("/relations/FRA-RUS?as_of=soon", 422, "as_of: "),
        ("/relations/FRA-RUS?as_of=0001-01-01", 422, "as_of: "),
        ("/relations/FRA-RUS?limit=201", 422, "limit: "),
        ("/events?party=Frnace", 422, "did you mean France (FRA)"),
        ("/events?from=yesterday", 422, "'yesterday' is no day"),
        ("/events?from=2024&to=2023", 422, "is before"),
        ("/events?category=WAR", 422, "there is no category 'WAR'"),
        ("/events?catgory=ASSAULT", 422, "catgory: there is no such parameter"),
        ("/events?stance=denies", 422, "stance: there is no such parameter"),
        ("/events?offset=1", 422, "offset: there is no such parameter"),
        ("/events?limit=0", 422, "limit: "),
        ("/events?limit=1001", 422, "limit: "),
        ("/events?format=xml", 422, "format: "),
        ("/events?cursor=x", 422, "the cursor is none"),
        ("/events?cursor=", 422, "the cursor is none"),
    ],
)
def test_a_problem_says_what_is_wrong(hand_site: Served, path: str, status: int, told: str) -> None:
    answer = hand_site.get(API + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert told in problem["detail"]
    assert {"type", "title", "status", "detail"} <= problem.keys()


def test_a_name_that_is_nearly_one_is_told_with_those_near_it(hand_site: Served) -> None:
    for path in ("/relations/Frnace-RUS", "/events?actor=Frnace"):
        assert "France (FRA)" in hand_site.get(API + path).json()["near"]
    assert hand_site.get(f"{API}/events?catgory=x").json()["near"] == ["category"]


def test_what_does_not_come_in_a_form_that_is_accepted(hand_site: Served) -> None:
    for path, accept in (("/events", "image/png"), ("/summary", "text/csv")):
        answer = hand_site.get(API + path, headers={"accept": accept})
        assert answer.status_code == 406
        assert "application/json" in answer.json()["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_methods_that_there_are_not(hand_site: Served, method: str) -> None:
    answer = httpx.request(method, f"{hand_site.address}{API}/events")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["allow"] == "GET"


def test_a_day_to_come_is_asked_without_a_fault(hand_site: Served) -> None:
    later = (datetime.now(UTC) + timedelta(days=400)).date().isoformat()
    assert asked(hand_site, "/relations/FRA-RUS", as_of=later)["day"] == later
    assert asked(hand_site, "/relations/FRA-RUS", as_of="8999-12-31")["happenings"] == 2
    assert asked(hand_site, "/relations/FRA-RUS", as_of="1900-01-01")["happenings"] == 0
