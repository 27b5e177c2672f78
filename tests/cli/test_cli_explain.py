"""``detente explain``: everything an event rests on, and why other clauses gave none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_cases import DAY, GOOD, invoke, jsonl, run

pytestmark = pytest.mark.model

TEXT = (
    "Russia may attack Ukraine in March, Emmanuel Macron said on Friday. "
    "France and Germany have not met since 7 November."
)


def _explained(*arguments: str, text: str = TEXT) -> str:
    found = invoke("explain", "-", "--published", DAY, *arguments, stdin=text)
    assert found.exit_code == 0
    return found.stdout


def test_every_event_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text(TEXT)
    coded = invoke("code", path, "--published", DAY).stdout
    records = [json.loads(line) for line in coded.splitlines()]
    text = invoke("explain", path, "--published", DAY).stdout
    assert len(records) >= 2
    for record in records:
        assert record["id"] in text
    labels = ("sentence 0", "act", "actor", "date", "status", "attribution", "confidence")
    for label in labels:
        assert f"\n  {label}" in text, label


def test_words_positions_and_reasons_are_shown() -> None:
    text = _explained()
    assert "«attack»" in text
    assert "0-67" in text
    assert "“Russia” 0-6" in text
    assert ".toml)" in text
    assert "Emmanuel Macron" in text
    assert "hypothetical" in text
    assert "negated" in text


def test_one_event_alone() -> None:
    ids = [line.split()[-1] for line in _explained().splitlines() if line[:1].isupper()]
    wanted = next(name for name in ids if len(name) == 16)
    text = _explained("--event", wanted[:9])
    assert wanted in text
    assert text.count("\n  confidence") == 1
    assert "gave no event" not in text


def test_an_event_that_is_not_there_shows_nothing() -> None:
    assert _explained("--event", "zzz") == ""


def test_a_report_without_events_says_so() -> None:
    text = _explained(text="It rained all day.")
    assert "0 events" in text


def test_silent_clauses_are_told_with_their_reason() -> None:
    text = _explained(text="Those who are responsible for the attack are unknown.")
    heading, _, rest = text.partition("Looked like an act, gave no event")
    assert heading
    assert "sentence 0" in rest


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    found = run("explain", jsonl(tmp_path / "in.jsonl", None, GOOD))
    assert found.returncode == 1
    assert found.stderr.startswith(f"{tmp_path / 'in.jsonl'}:1: ")
    assert len(found.stderr.splitlines()) == 1
    assert "ASSAULT" in found.stdout


def test_no_line_is_wider_than_a_page_or_ends_in_blanks() -> None:
    lines = run("explain", "-", stdin=TEXT * 3).stdout.splitlines()
    assert not any(line.endswith(" ") for line in lines)
    assert max(map(len, lines)) <= 400
