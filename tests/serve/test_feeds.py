"""Atom feeds of pairs, read as a feed reader reads them."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from served import Served, served

import detente

pytestmark = pytest.mark.model


def _feed(site: Served, path: str) -> feedparser.FeedParserDict:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_a_feed_has_what_was_reported_last_with_its_words(site: Served) -> None:
    feed = _feed(site, "/relations/FRA-RUS.atom")
    assert feed.feed.title == "France and Russia: what happened"
    published = [entry.published for entry in feed.entries]
    assert published == sorted(published, reverse=True)
    number = detente.Ledger(site.ledger).happenings(dyad="FRA-RUS").count()
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == min(number, 50)
    call = next(entry for entry in feed.entries if "CONSULT/phone" in entry.title)
    assert "spoke by telephone" in call.summary
    assert "[2025-07-02-macron-putin-call]" in call.content[0].value
    assert site.get(call.link.removeprefix(site.address)).status_code == 200


def test_a_feed_of_contacts_has_nothing_else(site: Served) -> None:
    feed = _feed(site, "/relations/RUS-FRA/contacts.atom")
    number = detente.Ledger(site.ledger).contacts(dyad="FRA-RUS").count()
    assert len(feed.entries) == number
    assert all("CONSULT" in entry.title for entry in feed.entries)


def test_who_has_a_feed_is_not_sent_it_again(site: Served) -> None:
    tag = site.get("/relations/FRA-RUS.atom").headers["etag"]
    again = site.get("/relations/FRA-RUS.atom", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/relations/FRA-XXX.atom", "/relations/FRA-FRA.atom"])
def test_a_pair_that_is_none(site: Served, path: str) -> None:
    assert site.get(path).status_code == 404


def test_a_reader_without_a_token_is_asked_for_one(guarded: Served) -> None:
    answer = guarded.get("/relations/FRA-RUS.atom")
    assert answer.status_code == 401
    assert "Basic" in answer.headers["www-authenticate"]
    token = guarded.get("/relations/FRA-RUS.atom", auth=("reader", "r" * 16))
    assert token.status_code == 200


def test_hostile_words_of_a_report_stay_words(tmp_path: Path) -> None:
    text = 'France attacked Iran on Monday, said "]]><script>alert(1)</script>\x00\x1b\u202e&amp; <b>".'
    article = detente.Article(id="a]]>\x01", text=text, published="2024-05-01", publication="<i>")
    detente.Ledger(tmp_path / "ledger").add([article])
    with served(tmp_path / "ledger") as site:
        feed = _feed(site, "/relations/FRA-IRN.atom")
        raw = site.get("/relations/FRA-IRN.atom").text
    assert feed.entries
    assert "<script>" not in raw
    assert "\x00" not in raw
    assert "alert(1)" in feed.entries[0].summary
