"""Lists over HTTP: filters, forms, pages and versions."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from api_asking import API, asked, walked
from asked_ledger import EVENTS, SHELLED
from served import Served, served

import detente
from detente.ledger import Filter
from detente.ledger.records import correction_record, party_record, reject_record, run_record
from detente.ledger.topics import TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_list_has_the_records_of_the_command_line(
    hand_site: Served, hand_ledger: detente.Ledger, topic: str
) -> None:
    page = asked(hand_site, f"/{topic}")
    assert page == {"version": 4, "items": list(hand_ledger.ask(topic, Filter())), "next": None}
    newest = list(hand_ledger.ask(topic, Filter.of(order="newest")))
    assert walked(hand_site, f"/{topic}", limit=1, order="newest") == newest


def test_lists_that_are_no_topics_are_those_of_the_command_line(
    hand_site: Served, hand_ledger: detente.Ledger
) -> None:
    runs = [run_record(run) for run in hand_ledger.history()]
    assert walked(hand_site, "/history", limit=3) == runs
    rejects = [reject_record(item) for item in hand_ledger.rejects()]
    assert asked(hand_site, "/rejects")["items"] == rejects
    parties = [party_record(known) for known in hand_ledger.parties()]
    assert asked(hand_site, "/parties")["items"] == parties
    corrections = [correction_record(point) for point in hand_ledger.corrections()]
    assert asked(hand_site, "/corrections")["items"] == corrections
    assert asked(hand_site, "/corrections", stale=True)["items"] == []


@pytest.mark.parametrize(
    ("topic", "wanted"),
    [
        ("events", {"party": ["FRA", "RUS"], "mode": "phone", "from": "2022", "to": "2022-10"}),
        ("events", {"category": "consult", "person": "SHOIGU"}),
        ("events", {"text": "'; DROP TABLE events; --"}),
        ("happenings", {"assertion": "denied"}),
        ("contacts", {"level": "defence ministers", "known": "2022-10-24"}),
        ("claims", {"stance": ["denies", "asserts"], "recipient": "Russia"}),
        ("relations", {"dyad": "RUS-FRA", "from": "2023"}),
        ("articles", {"source": "gazette", "text": "visas"}),
    ],
    ids=str,
)
def test_filters_have_the_names_of_the_options(
    hand_site: Served, hand_ledger: detente.Ledger, topic: str, wanted: dict[str, Any]
) -> None:
    names = {"from": "since", "to": "until"}
    given = {names.get(name, name): value for name, value in wanted.items()}
    records = list(hand_ledger.ask(topic, Filter.of(**given)))
    assert asked(hand_site, f"/{topic}", **wanted)["items"] == records
    assert records or "text" in wanted


@pytest.mark.parametrize("topic", [*TOPICS, "history", "rejects", "corrections", "parties"])
def test_a_list_comes_in_three_forms(hand_site: Served, topic: str) -> None:
    records = asked(hand_site, f"/{topic}")["items"]
    for options in (
        {"params": {"format": "jsonl"}},
        {"headers": {"accept": "application/x-ndjson"}},
    ):
        lines = hand_site.get(f"{API}/{topic}", **options)
        assert lines.headers["content-type"].startswith("application/jsonl")
        assert [json.loads(line) for line in lines.text.splitlines()] == records
    table = hand_site.get(f"{API}/{topic}", headers={"accept": "text/csv"})
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == f'attachment; filename="{topic}-v4.csv"'
    assert len(list(csv.DictReader(io.StringIO(table.text)))) == len(records)


@pytest.mark.parametrize("topic", TOPICS)
def test_csv_is_that_of_the_command_line(
    hand_site: Served, hand_ledger: detente.Ledger, topic: str
) -> None:
    written = io.StringIO()
    hand_ledger.ask(topic, Filter()).write_csv(written)
    assert hand_site.get(f"{API}/{topic}", params={"format": "csv"}).text == written.getvalue()


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("*/*", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("text/csv;q=0.5, application/json;q=0.9", "application/json"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("*/*, text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0, application/jsonl", "application/jsonl"),
        ("application/json;q=x, text/csv;q=0.1", "text/csv"),
    ],
)
def test_the_form_is_that_which_is_liked_best(hand_site: Served, accept: str, form: str) -> None:
    answer = hand_site.get(f"{API}/events", headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == form
    assert answer.headers["vary"] == "accept"


def test_pages_of_any_form_lead_on(hand_site: Served) -> None:
    for form in ("csv", "jsonl", "json"):
        path: str | None = f"{API}/events?limit=2&format={form}&party=FRA&at=2999-01-01"
        sizes = []
        while path:
            answer = hand_site.get(path)
            assert answer.status_code == 200, answer.text
            count = len(answer.json()["items"]) if form == "json" else answer.text.count("\n")
            sizes.append(count - (form == "csv"))
            link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("link", ""))
            path = link[1] if link else None
        assert sizes == [2, 1]


def test_pages_stay_with_the_version_of_the_first(own_copy: Path) -> None:
    with served(own_copy) as site:
        first = asked(site, "/events", limit=3)
        before = first["items"]
        detente.Ledger(own_copy).correct(SHELLED.id, "reject", author="Ann", why="a film")
        rest = walked(site, "/events", limit=3, cursor=first["next"])
        assert {item["id"] for item in before + rest} == {event.id for event in EVENTS}
        now = asked(site, "/events")
        assert (first["version"], now["version"]) == (4, 5)
        assert len(now["items"]) == len(EVENTS) - 1


def test_a_cursor_goes_with_its_question_and_version(hand_site: Served) -> None:
    cursor = asked(hand_site, "/events", limit=1, party="FRA")["next"]
    assert asked(hand_site, "/events", limit=2, party="FRA", cursor=cursor, version=4)["items"]
    for path, wanted in (
        ("/events", {"party": "RUS"}),
        ("/events", {"party": "FRA", "order": "newest"}),
        ("/happenings", {"party": "FRA"}),
        ("/events", {"party": "FRA", "version": 3}),
        ("/events", {"party": "FRA", "at": "2023-01-01"}),
    ):
        answer = hand_site.get(API + path, params={**wanted, "cursor": cursor})
        assert answer.status_code == 422
        assert "cursor" in answer.json()["detail"].lower()


@pytest.mark.parametrize(
    "path",
    ["/events", "/happenings", "/articles", "/relations", "/history", "/corrections", "/summary"],
)
def test_an_earlier_version_can_be_asked(hand_site: Served, hand_folder: Path, path: str) -> None:
    answer = hand_site.get(API + path, params={"version": 1})
    assert (answer.json()["version"], answer.headers["detente-version"]) == (1, "1")
    time = detente.Ledger(hand_folder).history()[0].time
    by_time = hand_site.get(API + path, params={"at": time.isoformat()})
    assert by_time.json() == answer.json()


@pytest.mark.parametrize("topic", ["happenings", "contacts", "claims"])
def test_a_record_by_its_id_is_that_of_the_list(hand_site: Served, topic: str) -> None:
    for record in asked(hand_site, f"/{topic}")["items"]:
        assert asked(hand_site, f"/{topic}/{record['id']}") == record
