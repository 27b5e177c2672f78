"""What people who mean harm send to the API and the feeds."""

from __future__ import annotations

import base64
import csv
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from api_asking import API
from asked_ledger import CALLED, EVENTS, made_ledger
from line_coder import LineCoder
from served import Served, served
from test_attacks import FOREIGN, INJECTIONS, MARKUP, TRAVERSALS, _raw

import detente
from detente import Article
from detente.ledger.filter_words import fields_of, outer
from detente.ledger.topics import TOPICS
from detente.serve import Access

PROBLEM = "application/problem+json"
TRACES = ("Traceback", 'File "', "duckdb", "site-packages", "detente/serve")
STATUSES = {200, 404, 414, 422}
LISTS = (*TOPICS, "corrections", "history", "rejects", "parties")
HUGE = (
    *("0", "-1", "1001", "1e3", "0x10", "5;", "NaN", "Infinity", "None"),
    *("9" * 20, "9" * 400, "2147483648", "9223372036854775808", "1.5", "٣", "", "true"),
)
# Whatever stands in these is looked for.
FREE = frozenset(("person", "place", "source", "text", "article", "identity"))
DAYS = (
    *("0000-00-00", "9999-99-99", "2023-02-30", "99999-01-01", "-0001-01-01", "2023-W01-1"),
    *("20231112", "2023-11-12T25:00", "1e9", "now", "' OR 1=1 --", "\x00", "0001-01-01"),
    *(
        "9999-12-31",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
        "2023-11-12T08:00+99:99",
    ),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    ledger = made_ledger(tmp_path_factory.mktemp("attacked") / "ledger")
    ledger.correct(CALLED.id, "accept", author="Ann", why="read it")
    with served(ledger.path) as found:
        yield found
        # Whatever was sent, it is all still there and as it was.
        assert ledger.version == 2
        assert ledger.events().count() == len(EVENTS)


def is_calm(answer: httpx.Response) -> bool:
    """Whether an answer is one of those foreseen, tells nothing of what is inside, and is data."""
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == PROBLEM
        assert answer.json()["status"] == answer.status_code
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not any(trace in answer.text for trace in TRACES), answer.text
    assert FOREIGN not in answer.text
    return answer.status_code in STATUSES


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_is_asked_is_only_looked_for(site: Served, text: str) -> None:
    for topic in ("events", "claims", "relations", "articles"):
        names = {*map(outer, fields_of(topic)), "order", "cursor", "format", "at", "version"}
        for wanted in ([name] for name in sorted(names - FREE)), [sorted(names & FREE)]:
            for some in wanted:
                answer = site.get(f"{API}/{topic}", params=dict.fromkeys(some, text))
                assert is_calm(answer), (topic, some, answer.text)
                if answer.status_code == 200 and some:
                    assert answer.json()["items"] == []


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_name_of_a_parameter_is_no_code(site: Served, text: str) -> None:
    answer = site.get(f"{API}/events", params={text: "x"})
    assert is_calm(answer)
    assert answer.status_code in {414, 422}


@pytest.mark.parametrize("text", [*INJECTIONS, *TRAVERSALS])
@pytest.mark.parametrize(
    "place",
    ["/events/{}", "/happenings/{}", "/claims/{}", "/articles/{}", "/relations/{}-RUS", "/{}"],
)
def test_names_in_addresses_are_only_names(site: Served, place: str, text: str) -> None:
    answer = site.get(API + place.format(quote(text, safe="", errors="replace")))
    assert is_calm(answer)
    assert answer.status_code in {404, 414, 422}
    assert "a=b" not in str(answer.headers)


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_of_a_request_is_opened(site: Served, path: str) -> None:
    for place in ("/articles/", "/", "/openapi.json/", "/relations/"):
        answer = _raw(site, f"{API}{place}{path}")
        assert answer.split(" ")[1] in {"400", "404", "422"}
        assert FOREIGN not in answer


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("name", ["limit", "version"])
def test_numbers_are_numbers_within_bounds(site: Served, number: str, name: str) -> None:
    for path in LISTS:
        answer = site.get(f"{API}/{path}", params={name: number})
        assert is_calm(answer)
        assert answer.status_code in {404, 422}
    assert is_calm(site.get(f"{API}/relations/FRA-RUS", params={name: number}))


@pytest.mark.parametrize("day", DAYS)
def test_days_and_moments_are_such(site: Served, day: str) -> None:
    for name in ("from", "to", "known", "at"):
        assert is_calm(site.get(f"{API}/events", params={name: day}))
    assert is_calm(site.get(f"{API}/relations/FRA-RUS", params={"as_of": day}))
    assert is_calm(site.get(f"{API}/relations/FRA-RUS", params={"at": day}))


def forged(*parts: Any) -> str:
    """A cursor that nobody gave out."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def test_cursors_that_nobody_gave_out(site: Served) -> None:
    given = site.get(f"{API}/events", params={"limit": 1}).json()["next"]
    version, question, day, tie = json.loads(base64.urlsafe_b64decode(given + "==="))
    bad = [
        *(
            "",
            "x",
            "=",
            "..",
            "a" * 999,
            "ÄÖÜ",
            "\x00",
            given[:-3],
            given + given,
            given.swapcase(),
        ),
        *(forged(), forged(1), forged({"a": 1}), forged([[[[]]]]), forged("a", "b", "c", "d")),
        forged(-1, question, day, tie),
        forged(True, question, day, tie),
        forged(version, question, "soon", tie),
        forged(version, question, 5, tie),
        forged(version, question, day, None),
        forged(version, question, day, tie, tie),
        forged(10**30, question, day, tie),
        base64.urlsafe_b64encode(b"[" * 700).decode(),
    ]
    for cursor in bad:
        answer = site.get(f"{API}/events", params={"limit": 1, "cursor": cursor})
        assert is_calm(answer)
        assert answer.status_code == 422, cursor
    missing = forged(99, question, day, tie)
    assert site.get(f"{API}/events", params={"cursor": missing}).status_code == 404
    for place in ("' OR '1'='1", "\u202e", "\x00", "z" * 200):
        answer = site.get(f"{API}/events", params={"cursor": forged(version, question, day, place)})
        assert is_calm(answer)
        ids = {item["id"] for item in answer.json()["items"]}
        assert ids <= {event.id for event in EVENTS}
    for path in ("history", "corrections"):
        for place in ("-1", "1e9", "9" * 40, "٣", "x", "1; --"):
            asked = {"limit": 1}
            page = site.get(f"{API}/{path}", params=asked).json()["next"] or forged(
                2, "", None, "0"
            )
            version, question, *_ = json.loads(base64.urlsafe_b64decode(page + "==="))
            cursor = forged(version, question, None, place)
            answer = site.get(f"{API}/{path}", params={**asked, "cursor": cursor})
            assert is_calm(answer)
            assert answer.status_code == 422


def test_what_is_asked_is_bounded(site: Served) -> None:
    for wanted in (
        {"party": ["FRA"] * 41},
        {"text": "x" * 201},
        {"party": "x" * 1_000},
        {"cursor": "x" * 1_001},
    ):
        assert site.get(f"{API}/events", params=wanted).status_code == 422
    assert site.get(f"{API}/events", params={"text": "x" * 5_000}).status_code == 414
    assert site.get(f"{API}/articles/{'x' * 201}").status_code == 422


def test_what_is_sent_is_bounded(site: Served) -> None:
    body = {"event": "x", "action": "accept", "by": "a", "why": "b" * 64_001}
    answer = httpx.post(f"{site.address}{API}/corrections", json=body)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == PROBLEM

    def drops() -> Iterator[bytes]:
        for _ in range(70):
            yield b"x" * 1_000

    headers = {"content-type": "application/json"}
    unsaid = httpx.post(f"{site.address}{API}/corrections", content=drops(), headers=headers)
    assert unsaid.status_code == 413
    many = {"changes": {f"field{number}": "x" for number in range(21)}}
    assert (
        httpx.post(
            f"{site.address}{API}/corrections", json={**body, **many, "why": "b"}
        ).status_code
        == 422
    )


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"null", b"[]", b'"x"', b"\xff\xfe", b"{}" * 3, b"[" * 20_000),
        b'{"event": 1, "action": [], "by": {}, "why": null}',
        b'{"event": "x", "action": "accept", "by": "\\ud800", "why": "x"}',
        b'{"event": "x", "action": "accept", "by": "a", "why": "\\u0000"}',
        b'{"event": "\\u0000", "action": "accept", "by": "a", "why": "x"}',
        b'{"event": "%", "action": "accept", "by": "a", "why": "x"}',
        b'{"event": "", "action": "accept", "by": "a", "why": "x"}',
        b'{"event": "x", "action": "edit", "changes": {"__class__": "x"}, "by": "a", "why": "x"}',
        b'{"event": "x", "event": "y", "action": "accept", "by": "a", "why": 1e999}',
    ],
)
def test_what_is_sent_is_taken_apart_with_care(site: Served, content: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = httpx.post(f"{site.address}{API}/corrections", content=content, headers=headers)
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == PROBLEM
    assert not any(trace in answer.text for trace in TRACES)


def test_a_page_of_another_site_cannot_correct(site: Served) -> None:
    said = json.dumps({"event": CALLED.id, "action": "reject", "by": "Eve", "why": "so"})
    for headers, status in (
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": "multipart/form-data; boundary=x"}, 415),
        ({}, 415),
        ({"content-type": "application/json", "sec-fetch-site": "cross-site"}, 403),
        ({"content-type": "application/json", "sec-fetch-site": "same-site"}, 403),
        ({"content-type": "application/json", "host": "evil.example"}, 421),
    ):
        answer = httpx.post(f"{site.address}{API}/corrections", content=said, headers=headers)
        assert answer.status_code == status
        assert answer.headers["content-type"] == PROBLEM
    asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    preflight = httpx.options(f"{site.address}{API}/corrections", headers=asked)
    read = site.get(f"{API}/events", headers={"origin": "https://evil.example"})
    for answer in (preflight, read):
        assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("text", ["x\r\nSet-Cookie: a=b", "x\nLocation: //evil", "\r\n\r\n<html>"])
def test_headers_have_nothing_of_what_is_asked(site: Served, text: str) -> None:
    for name in ("text", "source", "cursor"):
        answer = site.get(f"{API}/events", params={name: text, "limit": 1})
        assert is_calm(answer)
        assert not {"set-cookie", "location"} & set(answer.headers)
    every = site.get(f"{API}/events", params={"text": ["e", "e\r\n"[:1]], "limit": 1})
    assert "\r" not in every.headers["link"]


def test_a_header_of_a_request_does_no_harm(site: Served) -> None:
    for name in (
        "if-none-match",
        "accept",
        "accept-language",
        "range",
        "if-range",
        "x-forwarded-for",
    ):
        for value in (
            ",," * 500,
            "*/*;q=" + "9" * 300,
            '"' * 900,
            "\\x00",
            "bytes=0-1",
            ";;;=",
            "W/",
        ):
            answer = site.get(f"{API}/events", headers={name: value})
            assert answer.status_code in {200, 406}


def test_what_a_report_holds_comes_out_as_data(tmp_path: Path) -> None:
    ledger = detente.Ledger(tmp_path / "ledger")
    text = f"2023-01-02 AID FRA RUS {MARKUP} \x00 \u202egnp.exe\u202c \x1b[31m \u2028 =1+1"
    article = Article(
        f"=id {MARKUP}",
        text,
        "2023-01-03",
        title="=HYPERLINK(1)",
        url="javascript:alert(1)",
        publication=f"Outlet\r\nSet-Cookie: a=b {MARKUP}",
    )
    ledger.add([article], LineCoder())
    with served(ledger.path) as site:
        for topic in TOPICS:
            for form in ("json", "jsonl", "csv"):
                answer = site.get(f"{API}/{topic}", params={"format": form})
                assert answer.status_code == 200
                assert "text/html" not in answer.headers["content-type"]
                assert "set-cookie" not in answer.headers
            records = site.get(f"{API}/{topic}").json()["items"]
            lines = site.get(f"{API}/{topic}", params={"format": "jsonl"}).text
            assert [json.loads(line) for line in lines.split("\n") if line] == records
            table = site.get(f"{API}/{topic}", params={"format": "csv"}).text
            assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(records)
        report = site.get(f"{API}/articles/{article.key}").json()
        assert report["text"] == text
        told = report["events"][0]["event"]["text_info"]
        assert report["text"][told["start"] : told["end"]] == text


def test_those_who_may_not_read_learn_nothing(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    paths = [f"{API}/{name}" for name in (*LISTS, "openapi.json", "summary", "nothing", "version")]
    paths += [f"{API}/events/{CALLED.id}", f"{API}/relations/FRA-RUS", "/relations/FRA-RUS.atom"]
    with served(ledger.path, Access(read_token="r" * 16)) as site:
        for path in paths:
            for sent in ("", "Bearer", f"Bearer {'r' * 15}", f"bearer {'r' * 17}", "Basic Og=="):
                answer = site.get(path, headers={"authorization": sent})
                assert answer.status_code == 401
                assert "FRA" not in answer.text.replace(path, "")
                assert "etag" not in answer.headers


def test_many_at_once_are_all_answered_and_alike(site: Served) -> None:
    answers: list[bytes] = []

    def ask() -> None:
        answers.extend(site.get(f"{API}/happenings?limit=3").content for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 60
    assert len(set(answers)) == 1


@pytest.mark.parametrize("text", [*INJECTIONS, *TRAVERSALS])
def test_feeds_are_asked_by_names_alone(site: Served, text: str) -> None:
    wanted = quote(text, safe="", errors="replace")
    for path in (f"/relations/{wanted}-RUS.atom", f"/relations/{wanted}-RUS/contacts.atom"):
        answer = site.get(path)
        assert answer.status_code in {404, 414}
        assert FOREIGN not in answer.text
    answer = site.get("/relations/FRA-RUS.atom", params={"limit": text})
    assert answer.status_code in {400, 414}
    assert "<script>alert" not in answer.text
