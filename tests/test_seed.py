"""The report that the project started from gives its records, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente import Article, Coder
from detente.records import Event

SHARED = Path(os.environ.get("DETENTE_SHARED", Path(__file__).parents[2] / "shared"))
SEED = SHARED / "data" / "seed.txt"

pytestmark = [
    pytest.mark.model,
    pytest.mark.shared,
    pytest.mark.skipif(not SEED.exists(), reason=f"no development data at {SEED}"),
]


@pytest.fixture(scope="module")
def events() -> list[Event]:
    text = SEED.read_text("utf-8")
    return Coder().code(Article(id="seed", text=text, published="2023-11-12"))


def _line(event: Event) -> str:
    sides = [
        "+".join(party.code for party in side) or "-" for side in (event.actors, event.recipients)
    ]
    mode = f"/{event.mode}" if event.mode else ""
    return f"{sides[0]} {event.category}{mode} {sides[1]} {event.status}"


def _one(events: list[Event], line: str) -> Event:
    found = [event for event in events if _line(event) == line]
    assert len(found) == 1, [_line(event) for event in events]
    return found[0]


def _names(event: Event) -> set[str]:
    return {party.identifier_text for party in (*event.actors, *event.recipients)}


def test_there_are_seven_records(events: list[Event]) -> None:
    assert len(events) == 7, [_line(event) for event in events]


def test_france_is_ready_on_a_condition(events: list[Event]) -> None:
    event = _one(events, "FRA AGREE RUS actual")
    assert "Sébastien Lecornu" in _names(event)
    assert event.condition is not None
    assert "useful and effective" in event.condition.text
    assert event.when is not None
    assert event.when.first.isoformat() == event.when.last.isoformat() == "2023-11-12"


def test_the_last_call_is_dated(events: list[Event]) -> None:
    event = _one(events, "FRA+RUS CONSULT/phone - actual")
    assert event.when is not None
    assert event.when.first.isoformat() == event.when.last.isoformat() == "2022-10-23"
    assert event.historical
    assert _names(event) == {"Sébastien Lecornu", "Sergei Shoigu"}


def test_the_earlier_talks_are_background_asserted_by_france(events: list[Event]) -> None:
    event = _one(events, "FRA+RUS CONSULT - actual")
    assert event.historical
    assert _names(event) == {"Sébastien Lecornu", "Sergei Shoigu"}
    assert [link.party.code for link in event.attribution if link.party] == ["FRA"]


def test_there_was_no_contact_since(events: list[Event]) -> None:
    event = _one(events, "FRA+RUS CONSULT - negated")
    assert _names(event) == {"Sébastien Lecornu", "Sergei Shoigu"}


def test_the_refused_entry_is_told_once_with_the_barred_persons(events: list[Event]) -> None:
    (event,) = [event for event in events if event.category == "REJECT"]
    assert {party.code for party in event.actors} == {"FRA"}
    assert {"Alexander Alimov", "Tatyana Dovgalenko"} <= _names(event)
    assert event.when is not None
    assert event.when.first.isoformat() == "2023-11-07"
    assert event.mentions


def test_the_spokeswoman_accuses(events: list[Event]) -> None:
    (event,) = [event for event in events if event.category == "ACCUSE"]
    assert [party.identifier_text for party in event.actors] == ["Maria Zakharova"]
    assert {party.code for party in event.recipients} == {"FRA"}


def test_the_dirty_bomb_is_no_fact(events: list[Event]) -> None:
    event = _one(events, "UKR ASSAULT/unconventional RUS hypothetical")
    assert {link.party.code for link in event.attribution if link.party} == {"FRA", "RUS"}


def test_offsets_point_at_the_words(events: list[Event]) -> None:
    text = SEED.read_text("utf-8")
    for event in events:
        for party in (*event.actors, *event.recipients):
            assert text[party.start : party.end] == party.entity_text
        for words in event.words:
            assert words.span.of(text) == words.text
        assert event.sentence_span.of(text) == event.sentence_text
