"""Servers that lie, drip, swell and lead astray."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from conftest import Watching, texts
from news_server import TEXTS, Answer, News, ago, packed, page, rss, sitemap

from detente.records import Reject
from detente.watch import Outcome, Polled, Skipped, Source

GOOD = page(TEXTS["kenya"])


def feed_of(news: News, *paths: str) -> None:
    news.pages["/feed"] = rss(*((f"{news.address}{path}", ago(hours=1)) for path in paths))


def problem(found: list[Outcome]) -> str:
    (told,) = (item.problem for item in found if isinstance(item, Reject | Skipped))
    return told


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "0.0.0.0"]
)
def test_no_page_leads_into_the_own_network(
    host: str, news: News, other: News, watched: Watching
) -> None:
    other.pages["/secret"] = GOOD
    inside = f"http://{host}:{other.port}/secret"
    news.pages["/feed"] = rss((inside, None))
    news.pages["/robots.txt"] = Answer(b"", "text/plain")
    found = watched()
    assert not texts(found)
    assert "own network" in problem(found) or "cannot be reached" in problem(found)
    assert other.asked == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_leads_into_the_own_network(
    status: int, news: News, other: News, watched: Watching
) -> None:
    other.pages["/secret"] = GOOD
    news.pages["/a"] = Answer(status=status, headers={"Location": f"{other.address}/secret"})
    feed_of(news, "/a")
    found = watched()
    assert not texts(found)
    assert "own network" in problem(found)
    assert other.asked == []


def test_a_source_may_not_borrow_the_right_of_another(
    news: News, other: News, watched: Watching
) -> None:
    other.pages |= {"/secret": GOOD, "/feed": rss()}
    news.pages["/feed"] = rss((f"{other.address}/secret", None))
    found = watched(Source(f"{news.address}/feed"), Source(f"{other.address}/feed"))
    assert "own network" in problem(found)
    assert other.paths() == ["/feed"]


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://example.org/a", "//", "javascript:1", "http://a:b@c/"],
)
def test_redirects_to_what_is_no_web(target: str, news: News, watched: Watching) -> None:
    news.pages["/a"] = Answer(status=302, headers={"Location": target})
    feed_of(news, "/a")
    assert "no address" in problem(watched())
    assert news.paths() == ["/feed", "/a"]


def test_redirects_are_followed_and_end(news: News, watched: Watching) -> None:
    news.pages |= {
        "/a": Answer(status=301, headers={"Location": "/b"}),
        "/b": Answer(status=302, headers={"Location": "c"}),
        "/c": GOOD,
        "/round": Answer(status=302, headers={"Location": "/round"}),
    }
    feed_of(news, "/a", "/round")
    found = watched()
    assert texts(found) == [TEXTS["kenya"]]
    assert "leads on more than 5 times" in problem(found)
    assert news.paths().count("/round") == 6


@pytest.mark.parametrize(
    "answer",
    [replace(GOOD, drip=0.05), replace(GOOD, hang=3.0)],
    ids=["drips", "hangs"],
)
def test_a_slow_page_is_given_up(answer: Answer, news: News, watched: Watching) -> None:
    news.pages["/a"] = answer
    feed_of(news, "/a")
    began = time.monotonic()
    found = watched(timeout=1.0)
    assert time.monotonic() - began < 4
    assert isinstance(found[1], Skipped)
    assert found[1].problem == "took too long"


def test_a_page_that_is_too_long(news: News, watched: Watching) -> None:
    news.pages["/a"] = Answer(b"<p>" + b"a" * 300_000)
    feed_of(news, "/a")
    assert problem(watched(bytes=100_000)) == "is longer than 100,000 bytes"


@pytest.mark.parametrize("where", ["/a", "/feed", "/robots.txt"])
def test_a_bomb_does_not_unpack(where: str, news: News, watched: Watching) -> None:
    bomb = gzip.compress(b" " * 60_000_000)
    news.pages["/a"] = GOOD
    feed_of(news, "/a")
    news.pages[where] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    found = watched()
    told = [getattr(item, "problem", None) for item in found]
    if where == "/robots.txt":
        assert texts(found) == [TEXTS["kenya"]]
    else:
        assert "is longer than 10,000,000 bytes" in told


def test_a_bomb_in_a_packed_site_map(news: News, watched: Watching) -> None:
    news.pages["/feed"] = Answer(gzip.compress(b" " * 60_000_000), "application/gzip")
    assert watched() == [Polled(f"{news.address}/feed", problem="is longer than 10,000,000 bytes")]


def test_packed_pages_are_unpacked(news: News, watched: Watching) -> None:
    news.pages["/a"] = packed(GOOD)
    feed_of(news, "/a")
    assert texts(watched()) == [TEXTS["kenya"]]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(gzip.compress(GOOD.body)[:-20], headers={"Content-Encoding": "gzip"}), "cut short"),
        (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "badly packed"),
        (Answer(b"x", headers={"Content-Encoding": "br"}), "not asked for"),
        (replace(GOOD, cut=40), "cannot be reached"),
        (Answer(b""), "empty"),
        (Answer(status=204), "204"),
        (Answer(status=404), "404"),
        (Answer(status=451), "451"),
        (Answer(status=999), "999"),
    ],
)
def test_content_that_is_broken_is_told(
    answer: Answer, expected: str, news: News, watched: Watching
) -> None:
    news.pages["/a"] = answer
    feed_of(news, "/a")
    found = [item for item in watched() if isinstance(item, Reject | Skipped)]
    assert expected in found[0].problem


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "PNG"),
        (b"%PDF-1.7 " + b"x" * 99, "PDF"),
        (bytes(range(32)) * 99, "binary"),
        (b"<html><body></body></html>", "no article"),
    ],
)
def test_pages_that_are_none(body: bytes, expected: str, news: News, watched: Watching) -> None:
    news.pages["/a"] = Answer(body)
    feed_of(news, "/a")
    (reject,) = (item for item in watched() if isinstance(item, Reject))
    assert expected in reject.problem
    assert reject.source == f"{news.address}/a"


@pytest.mark.parametrize(
    "kind", ["image/png", "application/octet-stream", "", "x", "text/html; charset=no"]
)
def test_what_a_server_says_of_the_type_is_not_believed(
    kind: str, news: News, watched: Watching
) -> None:
    news.pages["/a"] = replace(GOOD, kind=kind)
    feed_of(news, "/a")
    news.pages["/feed"] = replace(news.pages["/feed"], kind=kind)  # type: ignore[type-var]
    assert texts(watched()) == [TEXTS["kenya"]]


@pytest.mark.parametrize("cut", [60, 130])
def test_broken_xml_is_read_as_far_as_it_goes(cut: int, news: News, watched: Watching) -> None:
    news.pages["/a"] = GOOD
    for form in (rss, sitemap):
        whole = form((f"{news.address}/a", ago(hours=1)), (f"{news.address}/b", ago(hours=2)))
        news.pages["/feed"] = replace(whole, body=whole.body[:-cut], headers={"ETag": '"a"'})
        found = watched()
        assert isinstance(found[0], Polled)
        assert "broken XML" in str(found[0].problem)
    assert texts(found) == [] or texts(found) == [TEXTS["kenya"]]
    # What broke may be whole the next time, so that the answer is not held against it.
    assert "if-none-match" not in news.asked[-1].headers


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><p>No feed</p></html>",
        b"{}",
        b"/etc/passwd",
        b"http://127.0.0.1/",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url></urlset>",
        b"\0" * 100,
        b"<rss" * 2_000,
        b"<urlset>" + b"<url>" * 2_000,
    ],
)
def test_what_is_no_feed_is_told(body: bytes, news: News, watched: Watching) -> None:
    news.pages["/feed"] = Answer(body, "application/rss+xml")
    found = watched()
    assert len(found) == 1
    assert isinstance(found[0], Polled)
    assert found[0].new == 0
    assert found[0].problem or b"urlset" in body


def test_entities_that_multiply_do_no_harm(news: News, watched: Watching) -> None:
    names = "abcdefgh"
    entities = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in pairwise(names)
    )
    for body in (
        f'<!DOCTYPE rss [<!ENTITY a "aaaa">{entities}]><rss><channel><title>&h;</title></channel></rss>',
        f'<!DOCTYPE a [<!ENTITY a "aaaa">{entities}]><urlset><url><loc>&h;</loc></url></urlset>',
    ):
        news.pages["/feed"] = Answer(body.encode(), "application/xml")
        began = time.monotonic()
        watched()
        assert time.monotonic() - began < 5


def test_a_host_that_asks_to_wait_is_left_alone(news: News, watched: Watching) -> None:
    news.pages |= {"/a": Answer(status=429, headers={"Retry-After": "3600"}), "/b": GOOD}
    feed_of(news, "/a", "/b")
    found = watched()
    assert [type(item) for item in found] == [Polled, Skipped, Skipped, Skipped]
    assert news.paths() == ["/feed", "/a"]
    watched()
    assert news.paths() == ["/feed", "/a"]


def test_a_short_wait_is_waited_for(news: News, watched: Watching) -> None:
    answers = iter([Answer(status=429, headers={"Retry-After": "1"}), GOOD])
    news.pages["/a"] = lambda _: next(answers)
    feed_of(news, "/a")
    found = watched()
    assert texts(found) == [TEXTS["kenya"]]
    first, second = (asked.at for asked in news.asked if asked.path == "/a")
    assert second - first >= 0.95


def test_a_feed_that_fails_is_asked_less_and_less(news: News, watched: Watching) -> None:
    news.pages["/feed"] = Answer(status=500)
    assert watched() == [
        Polled(f"{news.address}/feed", problem="answers 500 Internal Server Error")
    ]
    assert watched() == []
    assert news.paths() == ["/feed"]
