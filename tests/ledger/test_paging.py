"""Lists page by page, single records, and the words that events rest on."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from asked_ledger import CALL, CALLED, DENIED, SHELLED, made_ledger
from line_coder import LineCoder, reports

from detente.errors import LedgerError, QuestionError
from detente.ledger import Filter, Ledger
from detente.ledger.filters import moment_of
from detente.ledger.kept import KeptHappenings
from detente.ledger.paging import Bookmark
from detente.ledger.topics import TOPICS
from detente.records import Article

UNDATED = [Article(f"undated-{number}", "- AID FRA RUS grain", None) for number in range(5)]


@pytest.fixture(scope="module")
def lined(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A ledger of many acts on few days, some without a day, in several versions."""
    ledger = Ledger(tmp_path_factory.mktemp("lined") / "ledger")
    ledger.add([*reports(40), *UNDATED], LineCoder(), batch=15)
    event = next(iter(ledger.events(category="AID")))["id"]
    ledger.correct(event, "edit", {"category": "SUPPORT"}, author="Ann", why="words")
    event = next(iter(ledger.events(category="ASSAULT")))["id"]
    ledger.correct(event, "reject", author="Ann", why="a film")
    return ledger


def pages(ledger: Ledger, topic: str, wanted: Filter) -> list[list[dict[str, Any]]]:
    """All pages of a list."""
    found, after = [], None
    while True:
        page = ledger.page(topic, wanted, after)
        found.append(list(page.answer))
        after = page.last
        if after is None:
            return found


@pytest.mark.parametrize("is_kept", [False, True], ids=["files", "memory"])
@pytest.mark.parametrize("order", ["oldest", "newest"])
@pytest.mark.parametrize("size", [9, 1000])
@pytest.mark.parametrize("topic", TOPICS)
def test_all_pages_together_are_the_list(
    lined: Ledger, topic: str, size: int, order: str, *, is_kept: bool
) -> None:
    ledger = lined.pinned()
    if is_kept:
        KeptHappenings().bring_up(ledger.snapshot())
    whole = list(lined.ask(topic, Filter.of(order=order)))
    found = pages(ledger, topic, Filter.of(order=order, limit=size))
    assert [record for page in found for record in page] == whole
    assert all(len(page) == size for page in found[:-1])
    assert len(found[-1]) in range(1, size + 1)


@pytest.mark.parametrize(
    ("topic", "wanted"),
    [
        ("events", {"party": "FRA"}),
        ("events", {"dyad": "FRA-RUS", "text": "grain"}),
        ("events", {"since": "2023-01-05", "category": ["AID", "ACCUSE"]}),
        ("happenings", {"dyad": ["FRA-RUS", "CHN-USA"], "until": "2023-01-06"}),
        ("happenings", {"actor": "USA"}),
        ("contacts", {"party": "CHN"}),
        ("claims", {"recipient": "RUS"}),
        ("relations", {"dyad": "FRA-RUS"}),
        ("relations", {"dyad": ["FRA-RUS", "CHN-FRA"], "since": "2023-01-03"}),
        ("relations", {"party": ["FRA", "USA"]}),
        ("articles", {"text": "tanker"}),
        ("articles", {"known": "2023-01-04"}),
        ("events", {"category": "PROTEST"}),
        ("relations", {"since": "2033"}),
    ],
    ids=str,
)
@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_pages_are_filtered_as_lists_are(
    lined: Ledger, topic: str, wanted: dict[str, Any], order: str
) -> None:
    whole = list(lined.ask(topic, Filter.of(**wanted, order=order)))
    found = pages(lined, topic, Filter.of(**wanted, order=order, limit=6))
    assert [record for page in found for record in page] == whole


@pytest.mark.parametrize("topic", TOPICS)
def test_the_csv_of_a_page_has_its_rows(lined: Ledger, topic: str) -> None:
    page = lined.page(topic, Filter.of(limit=4, order="newest"))
    tie = page.answer.flat.names.index(TOPICS[topic].tie)
    names = [row[tie] for row in page.answer.flat.tuples()]
    assert names == [record[TOPICS[topic].tie] for record in page.answer]


def test_a_page_goes_on_in_its_version_whatever_is_added(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.add(reports(12), LineCoder())
    whole = list(ledger.events(order="newest"))
    wanted = Filter.of(order="newest", limit=10)
    first = ledger.page("events", wanted)
    head = list(first.answer)
    ledger.add(reports(12, seed=1), LineCoder())
    earlier = ledger.pinned(version=1)
    rest = []
    after = first.last
    while after is not None:
        page = earlier.page("events", wanted, after)
        rest += list(page.answer)
        after = page.last
    assert head + rest == whole


def test_any_bookmark_is_only_a_place_to_go_on_from(lined: Ledger) -> None:
    for mark in (Bookmark(date.min, ""), Bookmark(date.max, "x"), Bookmark(None, "'; --")):
        for topic in TOPICS:
            list(lined.page(topic, Filter.of(limit=5), mark).answer)


def test_a_page_refuses_what_a_list_refuses(lined: Ledger) -> None:
    with pytest.raises(QuestionError, match="events cannot be filtered by stance"):
        lined.page("events", Filter.of(stance="denies"))
    assert list(lined.page("events", Filter.of(limit=0)).answer) == []


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return made_ledger(tmp_path_factory.mktemp("asked") / "ledger")


def test_a_record_is_that_of_the_list(asked: Ledger) -> None:
    for topic in ("events", "happenings", "contacts", "claims", "articles"):
        for record in asked.ask(topic, Filter()):
            assert asked.record(topic, record[TOPICS[topic].tie]) == record
        assert asked.record(topic, "' OR true --") is None


def test_a_list_of_reports_leaves_their_text_out(asked: Ledger) -> None:
    (found,) = asked.articles(source="courrier")
    assert (found["key"], found["id"], found["events"]) == (CALL.key, "call", 2)
    assert "text" not in found


def test_evidence_is_the_words_of_the_report(asked: Ledger) -> None:
    found = asked.evidence([CALLED.id, DENIED.id, "none"])
    assert found.keys() == {CALLED.id, DENIED.id}
    told = found[CALLED.id]
    article = asked.article(told.article)
    assert article is not None
    assert [words.span.of(article.text) for words in told.words] == ["phoned"]
    assert told.sentence.span.of(article.text) == told.sentence.text
    assert told.to_dict()["report"] == "call"
    assert asked.evidence([]) == {}


def test_what_was_rejected_is_no_evidence(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    ledger.correct(SHELLED.id, "reject", author="Ann", why="a film")
    assert ledger.evidence([SHELLED.id]) == {}
    assert ledger.record("events", SHELLED.id) is None


def test_a_pinned_version_is_that_of_then(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    ledger.add(reports(2), LineCoder())
    before = ledger.history()[-1].time
    ledger.add(reports(2, seed=1), LineCoder())
    assert ledger.pinned().version == 2
    assert ledger.pinned(version=1).version == 1
    assert ledger.pinned(time=before).version == 1
    for wanted in ({"version": 3}, {"time": datetime(2001, 1, 1)}):  # noqa: DTZ001 - UTC is meant
        with pytest.raises(LedgerError, match="has no version"):
            ledger.pinned(**wanted)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-11-12", "2023-11-12T23:59:59.999999+00:00"),
        ("2023-11-12T08:00", "2023-11-12T08:00:00+00:00"),
        ("2023-11-12T08:00+02:00", "2023-11-12T06:00:00+00:00"),
    ],
)
def test_a_moment_is_told_in_utc(text: str, moment: str) -> None:
    assert moment_of(text).isoformat() == moment


@pytest.mark.parametrize("text", ["", "soon", "2023-13-01", "0001-01-01T00:00+14:00"])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(QuestionError, match="is no time"):
        moment_of(text)


def test_a_code_that_is_none_is_told_with_those_near_it() -> None:
    with pytest.raises(QuestionError, match=r"did you mean .*France \(FRA\)") as fault:
        Filter.of(party="Frnace")
    assert "France (FRA)" in fault.value.near
