"""Adding to a ledger: what is new is coded, folded and kept; nothing else changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line_coder import FAULT, LineCoder, content, report, reports

from detente import Article, Event, Ledger
from detente.errors import CodingError, LedgerError
from detente.fold import Mention, claims, fold
from detente.records import Reject
from detente.store import claim_of, event_of, happening_of

REJECTS = [Reject("a.csv", 3, "no text", "add some"), Reject("b.txt", None, "empty", "look")]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def _mentions(ledger: Ledger) -> list[Mention]:
    rows = ledger.snapshot().rows("SELECT * FROM events")
    return [Mention(event_of(row), row["article"]) for row in rows]


def _assert_folded(ledger: Ledger) -> None:
    """The happenings and claims are those that folding all events at once gives."""
    snapshot = ledger.snapshot()
    whole = fold(_mentions(ledger))
    kept = [happening_of(row) for row in snapshot.rows("SELECT * FROM happenings")]
    assert sorted(kept, key=lambda item: item.id) == sorted(whole, key=lambda item: item.id)
    told = [claim_of(row) for row in snapshot.rows("SELECT * FROM claims")]
    expected = [claim for happening in whole for claim in claims(happening)]
    assert sorted(told, key=lambda item: item.id) == sorted(expected, key=lambda item: item.id)


def test_reports_are_coded_folded_and_kept(ledger: Ledger) -> None:
    seen: list[tuple[str, int]] = []

    def on_coded(article: Article, events: tuple[Event, ...]) -> None:
        seen.append((article.id, len(events)))

    added = ledger.add(reports(9), LineCoder(), on_coded=on_coded)
    assert (added.articles, added.known, added.events, added.version) == (9, 0, 27, 1)
    assert seen == [(f"report-{number}", 3) for number in range(9)]
    summary = ledger.summary()
    assert (summary.articles, summary.events) == (9, 27)
    assert 0 < summary.happenings < 27
    first = reports(9)[0]
    assert ledger.article(first.key) == first
    _assert_folded(ledger)


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    ledger.add(reports(5), LineCoder())
    before = content(ledger)
    again = ledger.add(reports(5), LineCoder())
    assert (again.articles, again.known, again.events, again.version) == (0, 5, 0, 1)
    assert content(ledger) == before
    assert len(ledger.history()) == 1


def test_a_known_report_needs_no_coder(ledger: Ledger) -> None:
    ledger.add(reports(1), LineCoder())

    class Never(LineCoder):
        def _event(self, *_: object) -> Event:
            raise AssertionError

    assert ledger.add(reports(1), Never()).known == 1


def test_a_report_given_twice_is_added_once(ledger: Ledger) -> None:
    added = ledger.add([report(1), report(2), report(1)], LineCoder(), batch=1)
    assert (added.articles, added.known) == (2, 1)


def test_nothing_to_add_makes_no_ledger(ledger: Ledger) -> None:
    assert ledger.add([], LineCoder()).version == 0
    assert ledger.record_rejects([]) == 0
    assert not ledger.path.exists()


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**6), st.lists(st.integers(1, 4), min_size=2, max_size=4))
def test_in_whatever_parts_reports_come_the_ledger_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, seed: int, parts: list[int]
) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("parts") / "ledger")
    waiting = reports(sum(parts), seed=seed)
    for size in parts:
        ledger.add([waiting.pop() for _ in range(size)], LineCoder())
    _assert_folded(ledger)


def test_recoding_replaces_each_reports_events_in_one_commit(ledger: Ledger) -> None:
    ledger.add(reports(6), LineCoder("1"))
    ledger.add(reports(9)[6:], LineCoder("2"))
    assert ledger.add(reports(9), LineCoder("2")).version == 2
    added = ledger.add(reports(9), LineCoder("2"), recode=True)
    assert (added.recoded, added.known, added.articles, added.version) == (6, 3, 0, 3)
    lexicons = ledger.snapshot().rows("SELECT DISTINCT lexicon FROM events")
    assert [row["lexicon"] for row in lexicons] == ["2"]
    assert ledger.summary().events == 27
    _assert_folded(ledger)
    other = Ledger(ledger.path.parent / "other")
    other.add(reports(9), LineCoder("2"))
    assert content(ledger) == content(other)
    assert ledger.at(version=2).summary().codings != ledger.summary().codings


def test_recoding_back_brings_back_what_was_there(ledger: Ledger) -> None:
    ledger.add(reports(4), LineCoder("1"))
    before = content(ledger)
    ledger.add(reports(4), LineCoder("2"), recode=True)
    assert content(ledger) != before
    ledger.add(reports(4), LineCoder("1"), recode=True)
    assert content(ledger) == before
    assert [run.command for run in ledger.history()] == ["add", "recode", "recode"]


def test_rejects_are_kept_once(ledger: Ledger) -> None:
    assert ledger.record_rejects(REJECTS) == 2
    assert ledger.record_rejects([*REJECTS, Reject("c.txt", None, "empty", "look")]) == 1
    assert ledger.rejects()[:2] == tuple(REJECTS)
    assert len(ledger.rejects()) == 3
    assert [run.rejects for run in ledger.history()] == [2, 1]


def test_every_version_stays_as_it_was(ledger: Ledger) -> None:
    seen = []
    for number in range(4):
        ledger.add(reports(8)[: 2 * number + 2], LineCoder())
        seen.append(content(ledger))
    ledger.add(reports(8), LineCoder("2"), recode=True)
    for version, expected in enumerate(seen, 1):
        assert content(ledger.at(version=version)) == expected
        assert len(ledger.at(version=version).history()) == version


def test_a_version_is_found_by_time(ledger: Ledger) -> None:
    ledger.add(reports(1), LineCoder())
    between = datetime.now(UTC)
    ledger.add(reports(2), LineCoder())
    assert ledger.at(time=between).summary().articles == 1
    assert ledger.at(time=between.replace(tzinfo=None)).summary().articles == 1
    assert ledger.at(time=between + timedelta(days=1)).summary().articles == 2
    with pytest.raises(LedgerError, match="has no version up to"):
        ledger.at(time=between - timedelta(days=1))
    with pytest.raises(LedgerError, match="has no version 3"):
        ledger.at(version=3)


def test_history_cannot_be_changed(ledger: Ledger) -> None:
    ledger.add(reports(1), LineCoder())
    with pytest.raises(LedgerError, match="version 1 is history"):
        ledger.at(version=1).add(reports(2), LineCoder())
    with pytest.raises(LedgerError, match="version 1 is history"):
        ledger.at(version=1).record_rejects(REJECTS)


def test_a_fault_while_coding_leaves_what_was_committed(ledger: Ledger) -> None:
    given = [*reports(5), Article("bad", FAULT), *reports(8)[5:]]
    with pytest.raises(CodingError):
        ledger.add(given, LineCoder(), batch=2)
    assert ledger.summary().articles == 4
    met: list[CodingError] = []
    assert ledger.add(given, LineCoder(), on_fault=met.append, batch=2).articles == 4
    assert [str(fault.place) for fault in met] == ["bad"]
    _assert_folded(ledger)
