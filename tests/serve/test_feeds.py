"""Atom feeds of pairs, read by a feed reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from asked_ledger import AGAIN, AID, CALL, CALLED, REFUSED, SPOKE, VISAS, made_ledger
from line_coder import LineCoder
from served import Served, served
from test_access import basic

import detente
from detente import Article
from detente.serve import Access

NAMESPACE = "{http://www.w3.org/2005/Atom}"
MARKUP = "<script>alert('x')</script> ]]> <!-- & &amp; \"q\" \x00\x1b[31m \u202evil \ufffe"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_ledger(tmp_path_factory.mktemp("feeds") / "ledger").path


@pytest.fixture(scope="module")
def site(kept: Path) -> Iterator[Served]:
    with served(kept) as found:
        yield found


def read(site: Served, path: str) -> Any:
    """A feed as a reader understands it."""
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    check(ET.fromstring(answer.content))  # noqa: S314 - our own
    return feed


def check(root: ET.Element) -> None:
    """What RFC 4287 asks of every feed and entry."""
    assert root.tag == f"{NAMESPACE}feed"
    entries = root.findall(f"{NAMESPACE}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{NAMESPACE}{name}")
            assert only.text
        assert datetime.fromisoformat(str(element.findtext(f"{NAMESPACE}updated"))).tzinfo
        for link in element.findall(f"{NAMESPACE}link"):
            assert link.attrib["href"].startswith("http://127.0.0.1:")
    ids = [entry.findtext(f"{NAMESPACE}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert root.find(f"{NAMESPACE}author/{NAMESPACE}name") is not None
    (own,) = [link for link in root.findall(f"{NAMESPACE}link") if link.attrib["rel"] == "self"]
    assert own.attrib["type"] == "application/atom+xml"


def test_a_feed_has_what_was_reported_last(site: Served) -> None:
    feed = read(site, "/relations/FRA-RUS.atom")
    assert (feed.feed.id, feed.feed.title) == ("urn:detente:relation:FRA-RUS", "France and Russia")
    refused, called = feed.entries
    assert refused.id == f"urn:detente:happening:{REFUSED.id}"
    assert refused.title == "2023-11-07: France → delegates; of Russia, REJECT meet"
    assert refused.published == refused.updated == "2023-11-08T00:00:00+00:00"
    assert called.title == "2022-10-23: Sébastien Lecornu and Sergei Shoigu, CONSULT phone"
    assert called.summary.splitlines() == [
        f"“{SPOKE.sentence_text}”",
        "Le Courrier 2022-10-24",
        "The Gazette 2022-10-25",
    ]
    assert (called.published, called.updated) == (
        "2022-10-24T00:00:00+00:00",
        "2022-10-25T00:00:00+00:00",
    )
    assert {tag.term for tag in called.tags} == {"CONSULT", "phone", "contact", "defence ministers"}


def test_a_feed_of_contacts_has_nothing_else(site: Served) -> None:
    feed = read(site, "/relations/FRA-RUS/contacts.atom")
    assert feed.feed.id == "urn:detente:relation:FRA-RUS:contacts"
    (called,) = feed.entries
    assert "CONSULT phone" in called.title


def test_every_link_leads_somewhere(site: Served) -> None:
    feed = read(site, "/relations/FRA-RUS.atom")
    links = [*feed.feed.links, *(link for entry in feed.entries for link in entry.links)]
    for link in links:
        path = link.href.removeprefix(site.address)
        assert site.get(path, follow_redirects=True).status_code == 200


def test_a_pair_goes_by_any_name_in_any_order(site: Served) -> None:
    wanted = site.get("/relations/FRA-RUS.atom").content
    for pair in ("RUS-FRA", "france-russia"):
        assert site.get(f"/relations/{pair}.atom").content == wanted
    assert read(site, "/relations/CHN-USA.atom").entries == []
    assert len(read(site, "/relations/FRA-RUS.atom?limit=1").entries) == 1


def test_what_is_no_feed(site: Served) -> None:
    assert site.get("/relations/FRA-Nowhere.atom").status_code == 404
    for limit in ("0", "x", "201", "9" * 40, "-1", "", "٣"):
        assert site.get("/relations/FRA-RUS.atom", params={"limit": limit}).status_code == 400


def test_a_reader_that_has_it_gets_nothing(site: Served) -> None:
    first = site.get("/relations/FRA-RUS.atom")
    again = site.get("/relations/FRA-RUS.atom", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = site.get("/relations/DEU-UKR.atom", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_an_entry_keeps_its_id_when_others_tell_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    made_ledger(folder, [AGAIN])
    with served(folder) as site:
        (before,) = read(site, "/relations/FRA-RUS/contacts.atom").entries
        made_ledger(folder, [CALL, VISAS])
        (after,) = read(site, "/relations/FRA-RUS/contacts.atom").entries
    assert before.id == after.id
    assert (before.published, after.published) == (
        "2022-10-25T00:00:00+00:00",
        "2022-10-24T00:00:00+00:00",
    )
    assert "Le Courrier" not in before.summary
    assert "Le Courrier" in after.summary


def test_what_is_corrected_is_corrected_in_the_feed(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    ledger = made_ledger(folder, [CALL, VISAS, AID])
    with served(folder) as site:
        tag = site.get("/relations/FRA-RUS.atom").headers["etag"]
        ledger.correct(REFUSED.id, "reject", author="Ann", why="a film")
        assert site.get("/relations/FRA-RUS.atom").headers["etag"] != tag
        (called,) = read(site, "/relations/FRA-RUS.atom").entries
        assert called.id == f"urn:detente:happening:{CALLED.id}"


def test_text_that_means_harm_stays_text(tmp_path: Path) -> None:
    article = Article(
        f"id {MARKUP}", f"2023-01-02 AID FRA RUS {MARKUP}", "2023-01-03", publication=MARKUP
    )
    ledger = detente.Ledger(tmp_path / "ledger")
    ledger.add([article], LineCoder())
    with served(ledger.path) as site:
        raw = site.get("/relations/FRA-RUS.atom").text
        (entry,) = read(site, "/relations/FRA-RUS.atom").entries
    assert "<script" not in raw
    assert not {"\x00", "\x1b", "\u202e", "\ufffe"} & set(raw)
    assert entry.summary_detail.type == "text/plain"
    assert "<script>alert('x')</script> ]]> <!-- & &amp; \"q\"" in entry.summary


def test_undated_reports_have_an_entry_that_stays_the_same(tmp_path: Path) -> None:
    ledger = detente.Ledger(tmp_path / "ledger")
    ledger.add([Article("a", "- AID FRA RUS grain", None)], LineCoder())
    with served(ledger.path) as site:
        (entry,) = read(site, "/relations/FRA-RUS.atom").entries
    assert entry.updated == "1970-01-01T00:00:00+00:00"
    assert "published" not in entry


def test_a_feed_reader_signs_in_with_a_token(kept: Path) -> None:
    with served(kept, Access(read_token="r" * 16)) as site:
        refused = site.get("/relations/FRA-RUS.atom")
        assert refused.status_code == 401
        assert "Basic" in refused.headers["www-authenticate"]
        let_in = site.get("/relations/FRA-RUS.atom", headers={"authorization": basic("r" * 16)})
        assert let_in.status_code == 200


def test_behind_a_proxy_links_have_its_scheme(kept: Path) -> None:
    headers = {"x-user": "ann", "x-forwarded-proto": "https"}
    with served(kept, Access(user_header="X-User")) as site:
        feed = feedparser.parse(site.get("/relations/FRA-RUS.atom", headers=headers).content)
        assert all(link.href.startswith("https://127.0.0.1:") for link in feed.feed.links)
        other = {**headers, "x-forwarded-proto": "javascript"}
        feed = feedparser.parse(site.get("/relations/FRA-RUS.atom", headers=other).content)
        assert all(link.href.startswith("http://127.0.0.1:") for link in feed.feed.links)
    with served(kept, Access(read_token="r" * 16)) as site:
        shown = {"authorization": basic("r" * 16), "x-forwarded-proto": "https"}
        feed = feedparser.parse(site.get("/relations/FRA-RUS.atom", headers=shown).content)
        assert all(link.href.startswith("https://127.0.0.1:") for link in feed.feed.links)
    with served(kept) as site:
        feed = feedparser.parse(site.get("/relations/FRA-RUS.atom", headers=headers).content)
        assert all(link.href.startswith("http://127.0.0.1:") for link in feed.feed.links)
