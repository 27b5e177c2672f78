"""Feeds and site maps of a real server: what is new comes once, whatever happens meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Watching, remembered, texts
from news_server import TEXTS, Answer, News, ago, atom, packed, page, rss, sitemap

from detente.errors import WatchError
from detente.records import Article, Reject
from detente.watch import Copy, Manner, Polled, Skipped, Source, Sources, Watch


def two_pages(news: News) -> None:
    news.pages |= {"/a": page(TEXTS["kenya"]), "/b": page(TEXTS["norway"])}


def only_article(found: Sequence[object]) -> Article:
    (article,) = (item for item in found if isinstance(item, Article))
    return article


@pytest.mark.parametrize("form", [rss, atom, sitemap])
def test_what_is_new_comes_once(form: object, news: News, watched: Watching) -> None:
    two_pages(news)
    items = [(f"{news.address}/a", ago(hours=2)), (f"{news.address}/b", ago(hours=1))]
    news.pages["/feed"] = form(*items)  # type: ignore[operator]
    found = watched()
    assert found[0] == Polled(f"{news.address}/feed", 2, 2)
    assert texts(found) == [f"{TEXTS['norway']}", f"{TEXTS['kenya']}"]
    assert watched() == [Polled(f"{news.address}/feed", 2, 0)]
    news.pages |= {"/c": page(TEXTS["ghana"])}
    news.pages["/feed"] = form(*items, (f"{news.address}/c", ago(minutes=1)))  # type: ignore[operator]
    assert texts(watched()) == [TEXTS["ghana"]]
    assert [news.paths().count(path) for path in ("/a", "/b", "/c")] == [1, 1, 1]


def test_who_asks_is_said(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages["/feed"] = rss((f"{news.address}/a", None))
    watched()
    for asked in news.asked:
        assert asked.headers["user-agent"].startswith("detente/")
        assert "https://example.org/us" in asked.headers["user-agent"]


def test_the_parts_of_a_report(news: News, watched: Watching) -> None:
    moment = ago(hours=3)
    day = moment.date().isoformat()
    news.pages["/a?id=7&utm_source=rss"] = page(TEXTS["kenya"], title="They met", published=day)
    news.pages["/feed"] = rss((f"{news.address}/a?id=7&utm_source=rss#top", moment))
    source = Source(f"{news.address}/feed", outlet="The Courier", language="fr")
    article = only_article(watched(source))
    assert (article.title, article.publication, article.language) == (
        "They met",
        "The Courier",
        "fr",
    )
    assert article.url == f"{news.address}/a?id=7"
    assert article.id == article.url.removeprefix("http://")
    assert article.published == moment


@pytest.mark.parametrize(
    ("page_says", "feed_says", "expected"),
    [
        ("2023-11-12", None, date(2023, 11, 12)),
        ("2023-11-12", ago(hours=1), date(2023, 11, 12)),
        (None, ago(hours=1), ago(hours=1).date()),
        ("2199-01-01", ago(hours=1), ago(hours=1).date()),
        ("2199-01-01", None, None),
        (None, None, None),
    ],
)
def test_the_real_day_of_publication(
    page_says: str | None,
    feed_says: datetime | None,
    expected: date | None,
    news: News,
    watched: Watching,
) -> None:
    news.pages["/a"] = page(TEXTS["kenya"], published=page_says)
    news.pages["/feed"] = rss((f"{news.address}/a", feed_says))
    assert only_article(watched()).published_on == expected


def test_nothing_is_sent_again_where_nothing_changed(news: News, watched: Watching) -> None:
    two_pages(news)
    feed = rss((f"{news.address}/a", None))
    feed.headers |= {"ETag": '"one"', "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}

    def answer(asked: object) -> Answer:
        same = getattr(asked, "headers", {}).get("if-none-match") == '"one"'
        return Answer(status=304) if same else feed

    news.pages["/feed"] = answer
    assert len(texts(watched())) == 1
    assert watched() == [Polled(f"{news.address}/feed", 0, 0)]
    assert news.asked[-1].headers["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_what_robots_txt_forbids_is_not_asked_for(news: News, watched: Watching) -> None:
    two_pages(news)
    rules = b"User-agent: *\nDisallow: /b\nDisallow: /*?print=\nUser-agent: other\nDisallow: /"
    news.pages["/robots.txt"] = Answer(rules, "text/plain")
    addresses = ("/a", "/b", "/a?print=1")
    news.pages["/feed"] = rss(*((f"{news.address}{path}", None) for path in addresses))
    found = watched()
    assert texts(found) == [TEXTS["kenya"]]
    assert news.paths() == ["/feed", "/a"]
    rejects = [item for item in found if isinstance(item, Reject)]
    assert {item.problem for item in rejects} == {"its robots.txt does not allow it"}
    assert len(rejects) == 2


def test_a_feed_that_robots_txt_forbids(news: News, watched: Watching) -> None:
    news.pages["/robots.txt"] = Answer(b"User-agent: detente\nDisallow: /", "text/plain")
    assert watched() == [Polled(f"{news.address}/feed", problem="its robots.txt does not allow it")]
    assert news.paths() == []


def test_rules_that_cannot_be_had_forbid_for_now(news: News, watched: Watching) -> None:
    news.pages["/robots.txt"] = Answer(status=500)
    (polled,) = watched()
    assert isinstance(polled, Polled)
    assert "robots.txt answers 500" in str(polled.problem)
    assert news.paths() == []


def test_a_host_is_asked_at_its_pace(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages["/feed"] = rss((f"{news.address}/a", None), (f"{news.address}/b", None))
    watched(pace=0.5)
    times = [asked.at for asked in news.asked]
    assert len(times) == 4
    # A busy machine may notice a request late, and the next one in time.
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.2
    assert times[-1] - times[0] > 1.2


def test_syndicated_copies_are_recognised(news: News, other: News, watched: Watching) -> None:
    news.pages["/a"] = page(TEXTS["kenya"])
    other.pages["/x"] = page(f"{TEXTS['kenya']} (Wire)", title="Another headline")
    other.pages["/y"] = page(TEXTS["norway"])
    news.pages["/feed"] = rss((f"{news.address}/a", None))
    other.pages["/feed"] = rss((f"{other.address}/x", None), (f"{other.address}/y", None))
    found = watched(Source(f"{news.address}/feed"), Source(f"{other.address}/feed"))
    assert texts(found) == [TEXTS["kenya"], TEXTS["norway"]]
    assert [item for item in found if isinstance(item, Copy)] == [
        Copy(f"{other.address}/x", f"{news.address}/a")
    ]


def test_the_address_that_a_page_names_counts(news: News, watched: Watching) -> None:
    named = f"{news.address}/real"
    news.pages |= {
        "/a": page(TEXTS["kenya"], canonical=named),
        "/amp/a": page(f"{TEXTS['kenya']} More of it follows here.", canonical=named),
        "/b": page(TEXTS["norway"], canonical=named),  # a site that names one address for all
        "/c": page(TEXTS["ghana"], canonical="/"),
    }
    paths = ("/c", "/b", "/amp/a", "/a")
    moments = [ago(minutes=50 - 10 * n) for n in range(4)]
    news.pages["/feed"] = rss(
        *((f"{news.address}{path}", moment) for path, moment in zip(paths, moments, strict=True))
    )
    found = watched()
    urls = [item.url for item in found if isinstance(item, Article)]
    assert urls == [named, f"{news.address}/b", f"{news.address}/c"]
    assert [item for item in found if isinstance(item, Copy)] == [
        Copy(f"{news.address}/amp/a", named)
    ]


def test_the_text_of_a_feed_alone(news: News, watched: Watching) -> None:
    moment = ago(hours=1)
    news.pages["/feed"] = rss((f"{news.address}/a", moment), summary=f"<p>{TEXTS['kenya']}</p>")
    article = only_article(watched(Source(f"{news.address}/feed", pages=False)))
    assert (article.text, article.published) == (TEXTS["kenya"], moment)
    assert (article.publication, article.title) == ("Wire", f"Told at {news.address}/a")
    assert news.paths() == ["/feed"]


def test_only_what_is_wanted(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages |= {"/world/c": page(TEXTS["ghana"])}
    news.pages["/feed"] = rss(
        (f"{news.address}/a", ago(hours=1)),
        (f"{news.address}/world/c", ago(hours=2)),
        (f"{news.address}/world/old", ago(days=30)),
    )
    found = watched(Source(f"{news.address}/feed", only="/world/", days=3))
    assert texts(found) == [TEXTS["ghana"]]
    assert news.paths() == ["/feed", "/world/c"]


def test_the_newest_go_first_where_there_are_many(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages["/feed"] = rss(
        (f"{news.address}/a", ago(hours=9)), (f"{news.address}/b", ago(hours=1))
    )
    assert texts(watched(reports=1)) == [TEXTS["norway"]]
    assert texts(watched(reports=1)) == [TEXTS["kenya"]]


def test_an_index_of_packed_site_maps(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages["/one.xml.gz"] = replace(
        packed(sitemap((f"{news.address}/a", ago(hours=1)))), headers={}
    )
    parts = "".join(
        f"<sitemap><loc>{news.address}/{name}</loc></sitemap>"
        for name in ("one.xml.gz", "gone.xml")
    )
    news.pages["/feed"] = Answer(f"<sitemapindex>{parts}</sitemapindex>".encode(), "text/plain")
    found = watched()
    assert texts(found) == [TEXTS["kenya"]]
    assert isinstance(found[0], Polled)
    assert "gone.xml answers 404" in str(found[0].problem)


def test_what_was_not_kept_is_read_again(news: News, watched: Watching) -> None:
    two_pages(news)
    news.pages["/feed"] = rss(
        (f"{news.address}/a", ago(hours=1)), (f"{news.address}/b", ago(hours=2))
    )
    assert texts(watched(limit=2)) == [TEXTS["kenya"]]  # broken off before it was kept
    news.pages["/feed"] = Answer(status=304)
    assert texts(watched()) == [TEXTS["kenya"], TEXTS["norway"]]
    assert texts(watched()) == []


def test_it_stops_after_what_is_at_hand(news: News, watched: Watching, memory: Path) -> None:
    stop = threading.Event()

    def answer(_: object) -> Answer:
        stop.set()
        return page(TEXTS["kenya"])

    news.pages |= {"/a": answer, "/b": page(TEXTS["norway"])}
    news.pages["/feed"] = rss(
        (f"{news.address}/a", ago(hours=1)), (f"{news.address}/b", ago(hours=2))
    )
    assert texts(watched(stop=stop)) == [TEXTS["kenya"]]
    assert list(remembered(memory)["pending"]) == [f"{news.address}/b"]  # type: ignore[call-overload]
    assert texts(watched()) == [TEXTS["norway"]]


def test_one_memory_is_for_one_watch(news: News, watched: Watching, memory: Path) -> None:
    news.pages["/feed"] = rss((f"{news.address}/a", None))
    source = Source(f"{news.address}/feed")
    running = Watch(Sources((source,), Manner(contact="a", pace=0)), memory).run(once=True)
    next(running)
    with pytest.raises(WatchError, match="in use by another"):
        watched()
    running.close()  # type: ignore[attr-defined]
    assert watched()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}', '{"format": 99}', "\0"])
def test_a_damaged_memory_is_told(content: str, watched: Watching, memory: Path) -> None:
    memory.write_text(content)
    with pytest.raises(WatchError, match=r"ledger\.watch\.json: is "):
        watched()
    assert memory.read_text() == content


def test_a_page_that_fails_is_tried_again_and_given_up_in_the_end(
    news: News, watched: Watching, memory: Path
) -> None:
    news.pages |= {"/a": Answer(status=503, headers={"Retry-After": "0"}), "/b": Answer(status=500)}
    news.pages["/feed"] = rss((f"{news.address}/a", None), (f"{news.address}/b", None))
    found = watched(attempts=2)
    assert [item.problem for item in found if isinstance(item, Skipped)] == [
        "answers 503 Service Unavailable",
        "answers 500 Internal Server Error",
        "is left for the next run",
    ]
    (reject,) = (item for item in found if isinstance(item, Reject))
    assert reject.source == f"{news.address}/a"
    assert news.paths().count("/a") == 2
    assert list(remembered(memory)["pending"]) == [f"{news.address}/b"]  # type: ignore[call-overload]
