"""Records come back from the tables as they were put in."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from row_strategies import articles, claims, events, happenings

from detente.records import Article, Claim, Contact, Event, Happening, Level, Reject, Size, Status
from detente.store import (
    TABLES,
    Reach,
    Row,
    Run,
    Store,
    article_of,
    article_row,
    claim_of,
    claim_row,
    event_of,
    event_row,
    happening_of,
    happening_row,
    reject_of,
    reject_row,
)

_THROUGH_DISK = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
_REACH = Reach(date(2023, 1, 1), date(2023, 1, 3), frozenset(("RUS", "FRA")))
_CODING: Row = {"coding": "c", "coder": "d", "lexicon": "l", "events": 3}


def _through(table: str, rows: Sequence[Row]) -> list[Row]:
    """Rows as they come back from a table on disk, in the order they were put in."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        with store.transaction() as transaction:
            transaction.add(table, rows)
            transaction.commit(Run(0, datetime.now(UTC), "add"))
        return Store(folder).snapshot().rows(f"SELECT * FROM {table}")


def test_every_column_of_a_table_has_a_name_a_type_and_a_meaning() -> None:
    for table in TABLES:
        assert len(set(table.names)) == len(table.columns)
        assert table.part is None or table.part in table.names
        assert set(table.order) <= set(table.names)
        assert all(column.type and column.meaning for column in table.columns)


@_THROUGH_DISK
@given(st.lists(events, min_size=1, max_size=4))
def test_events(found: list[Event]) -> None:
    rows = _through("events", [event_row(event, "key", 1) for event in found])
    back = [event_of(row) for row in rows]
    assert [event.to_dict() for event in back] == [event.to_dict() for event in found]
    assert back == found


@_THROUGH_DISK
@given(st.lists(happenings, min_size=1, max_size=4))
def test_happenings(found: list[Happening]) -> None:
    rows = _through("happenings", [happening_row(item, None, _REACH, 1) for item in found])
    assert [happening_of(row) for row in rows] == found


@_THROUGH_DISK
@given(st.lists(claims, min_size=1, max_size=4))
def test_claims(found: list[Claim]) -> None:
    rows = _through("claims", [claim_row(claim, "component", 1, ()) for claim in found])
    assert [claim_of(row) for row in rows] == found


@_THROUGH_DISK
@given(st.lists(articles, min_size=1, max_size=4))
def test_articles(found: list[Article]) -> None:
    rows = _through("articles", [article_row(article, _CODING, 1) for article in found])
    back = [article_of(row) for row in rows]
    assert [article.key for article in back] == [article.key for article in found]
    assert [article.text for article in back] == [article.text for article in found]


def test_rejects() -> None:
    found = [Reject("a.csv", 3, "no text", "add some"), Reject("b.txt", None, "empty", "look")]
    assert (
        list(map(reject_of, _through("rejects", [reject_row(item, 1) for item in found]))) == found
    )


def test_half_a_character_is_replaced_and_offsets_stay() -> None:
    article = Article("a", "one \ud83d two")
    (row,) = _through("articles", [article_row(article, _CODING, 1)])
    assert row["text"] == "one \N{REPLACEMENT CHARACTER} two"
    assert row["key"] == article.key


@given(happenings, st.sampled_from(Level))
def test_the_columns_beside_a_happening_say_what_it_says(found: Happening, level: Level) -> None:
    contact = Contact(found.id, level, "phone", (), Status.ACTUAL, None, None, (), "")
    row = happening_row(found, contact, _REACH, 7)
    assert row["dyads"] == list(found.dyads)
    assert row["events"] == [telling.event for telling in found.tellings]
    assert row["articles"] == sorted({telling.article for telling in found.tellings})
    assert row["sources"] == found.sources
    assert (row["level"], row["channel"], row["version"]) == (str(level), "phone", 7)
    assert row["all_codes"] == ["FRA", "RUS"]


@given(events, st.integers(2**63, 10**30))
def test_an_absurd_count_is_held_to_what_a_column_takes(event: Event, number: int) -> None:
    row = event_row(replace(event, size=Size(dead=number)), "key", 1)
    assert row["dead"] == 2**63 - 1
