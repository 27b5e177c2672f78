"""The API, over HTTP, on a ledger of the sample reports."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx
import pytest
from served import Served

import detente

pytestmark = pytest.mark.model
_API = "/api/v1"
_PROBLEM = "application/problem+json"
_HOSTILE = [
    "'; DROP TABLE events; --",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "{{7*7}}",
    "%00",
    "a\r\nx-evil: 1",
]


def _problem(answer: httpx.Response, status: int, words: str = "") -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == _PROBLEM
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert words in told["detail"]
    assert "Traceback" not in answer.text
    return told


def _post(site: Served, path: str, **options: Any) -> httpx.Response:
    return httpx.post(site.address + path, timeout=30, **options)


def _pages(site: Served, path: str) -> list[dict[str, Any]]:
    """All pages of a list, followed by their links."""
    pages = []
    address = path
    while address:
        answer = site.get(address)
        assert answer.status_code == 200, answer.text
        pages.append(answer.json())
        found = answer.links.get("next")
        assert (found is None) is (pages[-1]["next"] is None)
        address = found["url"] if found else ""
    return pages


@pytest.mark.parametrize("topic", ["events", "happenings", "contacts", "claims", "relations"])
def test_the_pages_of_a_list_are_the_list(site: Served, topic: str) -> None:
    pages = _pages(site, f"{_API}/{topic}?limit=97")
    assert all(len(page["items"]) == 97 for page in pages[:-1])
    found = [item for page in pages for item in page["items"]]
    ledger = detente.Ledger(site.ledger)
    assert found == list(getattr(ledger, topic)())


def test_a_filter_is_that_of_the_library(site: Served) -> None:
    wanted: dict[str, Any] = {
        "party": ["FRA", "RUS"],
        "category": ["CONSULT"],
        "since": "2022",
        "until": "2024",
    }
    answer = site.get(f"{_API}/events", params={**wanted, "order": "newest"})
    expected = list(detente.Ledger(site.ledger).events(**wanted, order="newest"))
    assert expected
    assert answer.json() == {"version": 1, "next": None, "items": expected}


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"params": {"format": "csv"}}, "text/csv"),
        ({"headers": {"accept": "text/csv"}}, "text/csv"),
        ({"headers": {"accept": "application/x-ndjson"}}, "application/jsonl"),
        ({"headers": {"accept": "image/png, application/jsonl;q=0.5"}}, "application/jsonl"),
        ({"headers": {"accept": "text/csv;q=0, */*"}}, "application/json"),
        ({}, "application/json"),
    ],
)
def test_the_form_is_the_one_asked_for(site: Served, how: dict[str, Any], kind: str) -> None:
    answer = site.get(f"{_API}/contacts", **how)
    assert answer.headers["content-type"].partition(";")[0] == kind
    number = detente.Ledger(site.ledger).contacts().count()
    assert _number(answer, kind) == number


def _number(answer: httpx.Response, kind: str) -> int:
    if kind == "text/csv":
        return len(list(csv.DictReader(io.StringIO(answer.text))))
    if kind == "application/jsonl":
        return len([json.loads(line) for line in answer.text.splitlines()])
    return len(answer.json()["items"])


def test_a_form_that_cannot_be_given(site: Served) -> None:
    _problem(site.get(f"{_API}/events", headers={"accept": "image/png"}), 406, "text/csv")


def test_who_has_an_answer_is_not_sent_it_again(site: Served) -> None:
    first = site.get(f"{_API}/relations/FRA-RUS")
    again = site.get(f"{_API}/relations/FRA-RUS", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = site.get(f"{_API}/relations/FRA-TUR", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_pages_stay_those_of_the_version_that_they_began_with(own_site: Served) -> None:
    first = own_site.get(f"{_API}/events", params={"limit": 5})
    event = first.json()["items"][0]["id"]
    correction = {"event": event, "action": "reject", "by": "Ann", "why": "no such thing"}
    assert _post(own_site, f"{_API}/corrections", json=correction).status_code == 201
    following = own_site.get(first.links["next"]["url"])
    assert following.json()["version"] == 1
    assert own_site.get(f"{_API}/events", params={"limit": 5}).json()["version"] == 2
    assert own_site.get(f"{_API}/events/{event}").json()["mark"] == "rejected"
    assert own_site.get(f"{_API}/events/{event}", params={"version": 1}).json()["mark"] is None
    (said,) = own_site.get(f"{_API}/corrections").json()["items"]
    assert (said["by"], said["why"], said["standing"]) == ("Ann", "no such thing", "holds")


def test_an_edit_changes_the_event_and_keeps_what_was_coded(own_site: Served) -> None:
    event = own_site.get(f"{_API}/contacts").json()["items"][0]["best"]
    given = {
        "event": event,
        "action": "edit",
        "changes": {"mode": "third-party"},
        "by": "Ann",
        "why": "she went there",
    }
    answer = _post(own_site, f"{_API}/corrections", json=given)
    assert answer.status_code == 201
    assert answer.json()["items"][0]["value"] == "third-party"
    found = own_site.get(f"{_API}/events/{event}").json()
    assert found["event"]["mode"] == ["third-party"]
    assert found["coded"]["mode"] != ["third-party"]


def test_a_report_has_its_text_and_its_events_point_into_it(site: Served) -> None:
    event = site.get(f"{_API}/events", params={"limit": 1}).json()["items"][0]
    key = site.get(f"{_API}/events/{event['id']}").json()["report"]
    report = site.get(f"{_API}/reports/{key}").json()
    info = event["text_info"]
    assert report["text"][info["start"] : info["end"]] == event["text"]
    assert event["id"] in {item["event"]["id"] for item in report["events"]}


def test_what_the_ledger_holds(site: Served) -> None:
    summary = site.get(f"{_API}/summary").json()
    assert summary["articles"] == 40
    assert "path" not in summary
    assert [run["version"] for run in site.get(f"{_API}/versions").json()["items"]] == [1]
    assert site.get(f"{_API}/rejects").json() == {"items": []}
    codes = {item["code"] for item in site.get(f"{_API}/parties").json()["items"]}
    assert {"FRA", "RUS"} <= codes
    happening = site.get(f"{_API}/happenings", params={"limit": 1}).json()["items"][0]
    assert site.get(f"{_API}/happenings/{happening['id']}").json() == happening


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "openapi.json"),
        ("/relations/FRA", 404, "FRA-RUS"),
        ("/relations/FRA-Atlantis", 404, "no such party"),
        ("/relations/FRA-FRA", 404, ""),
        ("/relations/FRA-RUS?as_of=yesterday", 422, "as_of"),
        ("/events?party=XQQ", 400, "no code"),
        ("/events?category=LOVE", 400, "LOVE"),
        ("/events?since=2023-13", 400, "2023-13"),
        ("/events?since=2024&until=2023", 400, "before"),
        ("/events?partie=FRA", 422, "no such parameter"),
        ("/events?limit=1001", 422, "limit"),
        ("/events?limit=0", 422, "limit"),
        ("/events?cursor=abc", 400, "not handed out"),
        ("/events?cursor=WzEsMSwiYSJd", 400, "another question"),
        ("/events?version=99", 404, "99"),
        ("/events?version=0", 422, "version"),
        ("/events?version=1&at=2023-11-12T00:00:00", 400, "not both"),
        ("/events/abc", 404, "abc"),
        ("/reports/abc", 404, "abc"),
        ("/happenings/abc", 404, "abc"),
        ("/claims?level=heads", 422, "level"),
    ],
)
def test_what_cannot_be_answered_says_why(site: Served, path: str, status: int, words: str) -> None:
    _problem(site.get(_API + path), status, words)


def test_what_cannot_be_done(site: Served) -> None:
    _problem(httpx.delete(f"{site.address}{_API}/events", timeout=30), 405)
    _problem(
        _post(
            site, f"{_API}/corrections", content=b"{", headers={"content-type": "application/json"}
        ),
        422,
    )
    form = {"event": "a", "action": "reject", "by": "Ann", "why": "x"}
    _problem(_post(site, f"{_API}/corrections", data=form), 422)
    _problem(_post(site, f"{_API}/corrections", json={**form, "event": "zzzzzzzz"}), 400)
    _problem(_post(site, f"{_API}/corrections", json={**form, "action": "burn"}), 422, "action")
    large = {**form, "why": "x" * 3_000_000}
    _problem(_post(site, f"{_API}/corrections", json=large), 413)


def test_a_page_of_another_site_cannot_correct(own_site: Served) -> None:
    event = own_site.get(f"{_API}/events", params={"limit": 1}).json()["items"][0]["id"]
    given = {"event": event, "action": "reject", "by": "Ann", "why": "x"}
    across = _post(
        own_site, f"{_API}/corrections", json=given, headers={"sec-fetch-site": "cross-site"}
    )
    _problem(across, 403, "another site")
    plain = _post(
        own_site,
        f"{_API}/corrections",
        content=json.dumps(given),
        headers={"content-type": "text/plain"},
    )
    assert plain.status_code in (415, 422)
    assert own_site.get(f"{_API}/corrections").json() == {"items": []}


def test_tokens_tell_readers_from_correctors(guarded: Served) -> None:
    _problem(guarded.get(f"{_API}/summary"), 401, "token")
    reading = {"authorization": "Bearer " + "r" * 16}
    assert guarded.get(f"{_API}/summary", headers=reading).status_code == 200
    given = {"event": "a" * 16, "action": "reject", "by": "Ann", "why": "x"}
    _problem(_post(guarded, f"{_API}/corrections", json=given, headers=reading), 403, "not correct")
    correcting = {"authorization": "Bearer " + "c" * 16}
    _problem(_post(guarded, f"{_API}/corrections", json=given, headers=correcting), 400)


@pytest.mark.parametrize("text", _HOSTILE)
def test_whatever_is_asked_is_only_looked_for(site: Served, text: str) -> None:
    for name in ("person", "text", "source", "place", "article", "identity"):
        answer = site.get(f"{_API}/events", params={name: text})
        assert answer.status_code == 200, answer.text
        assert answer.json()["items"] == []
        assert "x-evil" not in answer.headers
    for place in ("events", "reports", "happenings", "relations"):
        answer = httpx.get(
            f"{site.address}{_API}/{place}/"
            + httpx.QueryParams({"q": text})["q"].replace("/", "%2F").replace("\r\n", "%0D%0A")
        )
        assert answer.status_code in (400, 404, 422)
        assert "x-evil" not in answer.headers
    assert site.get(f"{_API}/summary").json()["events"] > 0


def test_a_ledger_that_is_not_there_yet(tmp_path: Any) -> None:
    from served import served  # noqa: PLC0415 - beside the fixtures

    with served(tmp_path / "none") as empty:
        _problem(empty.get(f"{_API}/events"), 404, "detente add")
