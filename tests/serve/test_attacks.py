"""What people who mean harm send, and reports that mean harm."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from urllib.parse import quote

import pytest
from served import Served, form_token, served

import detente
from detente import Article

pytestmark = pytest.mark.model

FOREIGN = "root:"
TRAVERSALS = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "....//....//etc/passwd",
    "/etc/passwd",
    "..\\..\\..\\etc\\passwd",
    "file:///etc/passwd",
    "page.css%00.svg",
    "%c0%ae%c0%ae/etc/passwd",
)
INJECTIONS = (
    "' OR '1'='1",
    "'; DROP TABLE events; --",
    '" OR ""="',
    "') UNION SELECT * FROM articles --",
    "x' AND 1=CAST((SELECT 1) AS INT) --",
    "$words",
    "read_csv('/etc/passwd')",
    "\\'; ATTACH '/tmp/x.db'; --",
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "${7*7}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "%0d%0aSet-Cookie: a=b",
    "\x00",
    "\u202egnp.exe",
    "a" * 3_000,
    "%s%s%n",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
)
FIELDS = ("category", "level", "source", "text", "person", "party", "since", "order", "identity")
MARKUP = (
    '<script>alert("x")</script> <img src=x onerror=alert(1)> </article> <!-- &lt; "quoted" '
    "'single' {{ 7*7 }} {% raw %} ${7*7}"
)
NASTY = f"""France attacked Iran on Monday. {MARKUP} said Russia.

A \x00 null, \u202eevil\u202c turned round, \u2066isolated\u2069, \x1b[31mred, \x9b, \ud800 alone, \ufffe.

\u200f\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u200f Russia condemned France."""


@pytest.mark.parametrize("path", TRAVERSALS)
@pytest.mark.parametrize(
    "place", ["/static/0/", "/static/", "/reports/", "/happenings/", "/api/v1/"]
)
def test_no_path_of_a_request_is_opened(site: Served, place: str, path: str) -> None:
    answer = _raw(site, f"{place}{path}")
    assert answer.split(" ")[1] in {"400", "404", "303", "307", "405", "422"}
    assert FOREIGN not in answer


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_is_asked_is_only_looked_for(site: Served, text: str) -> None:
    for address in ("/search", "/happenings", "/relations/FRA-RUS", "/data", "/parties"):
        for field in ("q", *FIELDS) if address == "/happenings" else ("q", "text", "sort"):
            answer = site.get(address, params={field: text})
            assert answer.status_code in {200, 303, 400, 414}
            assert "<script>alert" not in answer.text
            assert "onerror=alert(1)>" not in answer.text.replace("&gt;", "")
            assert "49" not in answer.headers.get("location", "")
            assert FOREIGN not in answer.text
    detente.Ledger(site.ledger).summary()


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize(
    "place", ["/parties/{}", "/actors/{}", "/events/{}", "/relations/{}-RUS", "/happenings/{}"]
)
def test_names_in_addresses_are_only_names(site: Served, place: str, text: str) -> None:
    answer = site.get(place.format(quote(text, safe="", errors="replace")))
    assert answer.status_code in {400, 404, 414}
    assert "<script>alert" not in answer.text
    assert "set-cookie: a=b" not in str(answer.headers).lower()


def test_templates_are_not_written_by_visitors(site: Served) -> None:
    assert "{{ 7 * 7 }}" in site.get("/search", params={"q": "{{ 7 * 7 }}"}).text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil"])
def test_a_name_that_was_pinned_on_this_machine_is_refused(site: Served, host: str) -> None:
    for path in ("/", "/api/v1/version", "/try"):
        assert site.get(path, headers={"host": host}).status_code in {400, 421}


def test_requests_are_bounded(site: Served) -> None:
    assert site.get("/search", params={"q": "x" * 5_000}).status_code == 414
    with site.client() as client:
        token = form_token(client.get("/try").text)
        large = client.post("/try", data={"text": "x" * 2_100_000, "form_token": token})
        assert large.status_code == 413
        long = client.post("/try", data={"text": "x" * 50_000, "form_token": token})
        assert long.status_code == 400
        many = {f"field{number}": "x" for number in range(100)}
        assert client.post("/try", data={**many, "form_token": token}).status_code in {200, 400}
    unsaid = _raw(
        site, "/try", "POST", "transfer-encoding: chunked\r\n", "200000\r\n" + "x" * 0x200000
    )
    assert unsaid.split(" ")[1:2] in ([], ["400"], ["413"])


def test_methods_that_change_are_not_taken(site: Served) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert _raw(site, "/data", method).split(" ")[1] in {"400", "405"}


@pytest.mark.parametrize("name", TRAVERSALS)
def test_the_name_of_a_file_is_never_a_path(site: Served, name: str) -> None:
    with site.client() as client:
        token = form_token(client.get("/try").text)
        answer = client.post(
            "/try",
            data={"form_token": token, "published": "2024-01-05"},
            files={"file": (name, b"France attacked Iran on Monday.", "text/plain")},
        )
    assert answer.status_code == 200
    assert "ASSAULT" in answer.text
    assert FOREIGN not in answer.text


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a report that means harm, in every field of it."""
    folder = tmp_path_factory.mktemp("nasty") / "ledger"
    article = Article(
        id="<b>id</b>\u202e",
        text=NASTY.replace("\ud800", "\ufffd"),
        published="2024-01-05",
        title=f"Title {MARKUP}",
        url="javascript:alert(1)",
        publication=f"Outlet {MARKUP}\r\nSet-Cookie: a=b",
        source="../../<i>source</i>",
    )
    detente.Ledger(folder).add([article])
    return folder


def test_a_report_that_means_harm_is_shown_as_text(nasty: Path) -> None:
    ledger = detente.Ledger(nasty)
    event = next(iter(ledger.events()))["id"]
    key = ledger.report_key(event)
    happening = next(iter(ledger.happenings()))
    pages = [f"/reports/{key}?event={event}", "/", f"/happenings/{happening['id']}", "/data"]
    pages += ["/happenings", f"/relations/{happening['dyads'][0]}", "/search?q=attacked"]
    with served(nasty) as site:
        for path in pages:
            text = site.get(path).text
            body = text.split("<main", 1)[1]
            assert "<script" not in body
            assert "<img src=x" not in body
            assert "javascript:" not in body
            assert "49" not in body.split("Title ")[-1][:400] or "{{ 7*7 }}" in body
            assert not {"\x00", "\u202e", "\u2066", "\x1b", "\x9b"} & set(text)
        report = site.get(pages[0]).text
        assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in report
        assert "A ␀ null, \ufffdevil\ufffd turned round" in report
        assert "\u0627\u0644\u0639\u0631\u0628\u064a\u0629" in report


def test_marks_stay_on_their_words_whatever_stands_before_them(nasty: Path) -> None:
    ledger = detente.Ledger(nasty)
    for event in ledger.events():
        with served(nasty) as site:
            page = site.get(f"/events/{event['id']}", follow_redirects=True).text
        marked = page.split('aria-current="true">')[1].split("</a>")[0]
        assert marked == event["event_text"][0]


def test_a_chart_of_such_words_is_data_and_no_more(nasty: Path) -> None:
    with served(nasty) as site:
        for pair in {pair for item in detente.Ledger(nasty).happenings() for pair in item["dyads"]}:
            chart = site.get(f"/relations/{pair}/timeline.json")
            assert chart.headers["content-type"] == "application/json"
            marks = chart.json()["datasets"]["happenings"]
            assert all("\x00" not in json.dumps(mark) for mark in marks)


def test_text_that_no_encoding_has_is_tried_without_a_fault(site: Served) -> None:
    with site.client() as client:
        token = form_token(client.get("/try").text)
        text = f"{MARKUP} \x00\u202e France attacked Iran on Monday."
        answer = client.post("/try", data={"text": text, "form_token": token})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "\x00" not in answer.text


def _raw(site: Served, path: str, method: str = "GET", headers: str = "", body: str = "") -> str:
    """The beginning of an answer to a path as it is, which a client would tidy up."""
    host, _, port = site.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        request = f"{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}\r\n"
        try:
            connection.sendall((request + body).encode())
            answer = b""
            while block := connection.recv(65536):
                answer += block
        except ConnectionError:
            return ""
    return answer.decode("utf-8", "replace")


def test_no_socket_is_opened(guarded: Served) -> None:
    asked = "upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: eA==\r\n"
    answer = _raw(guarded, "/data", headers=asked)
    assert " 101 " not in answer.split("\r\n")[0]
