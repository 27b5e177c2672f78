"""Every example of a base act or operator is coded as it says."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import detente
from detente.lexicon import Outcome
from detente.lexicon.lint.act_examples import Example
from detente.lexicon.lint.acts import act_entries
from detente.lexicon.lint.operators import operator_entries
from detente.lexicon.lint.tables import Tables
from detente.settings import CoderKind

pytestmark = pytest.mark.model

PUBLISHED = "2023-11-12"
_TABLES = Tables(resources.files("detente.data"))
ENTRIES = [*act_entries(_TABLES), *operator_entries(_TABLES)]
EXAMPLES = [(entry.name, text) for entry in ENTRIES for text in entry.words("examples")]
GAPS: dict[str, str] = {
    gap["example"]: gap["reason"]
    for gap in tomllib.loads(
        (Path(__file__).parents[1] / "cases" / "known_gaps.toml").read_text("utf-8")
    )["gap"]
}


@pytest.fixture(scope="module")
def coded() -> dict[str, list[dict[str, Any]]]:
    """The records of every example's sentence."""
    sentences = dict.fromkeys(text.partition(" => ")[0] for _, text in EXAMPLES)
    articles = [
        detente.Article(id=str(number), text=sentence, published=PUBLISHED)
        for number, sentence in enumerate(sentences)
    ]
    found = detente.Coder(detente.Settings(coder=CoderKind.GRAMMAR)).codings(articles)
    return {
        sentence: [event.to_dict() for event in coding.events]
        for sentence, coding in zip(sentences, found, strict=True)
    }


def _codes(parties: list[dict[str, Any]]) -> set[str]:
    return {party["code"] for party in parties}


def _is_told(events: list[dict[str, Any]], example: Example) -> bool:
    if example.outcome is None:
        return not events
    return any(_tells(event, example, example.outcome) for event in events)


def _tells(event: dict[str, Any], example: Example, outcome: Outcome) -> bool:
    return (
        event["event"] == [outcome.category]
        and outcome.mode in (None, *event["mode"])
        and event["status"] == (example.status or "actual")
        and _codes(event["actor"]) == set(example.actors)
        and _codes(event["recipient"]) == set(example.recipients)
    )


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_an_example_is_coded_as_it_says(
    entry: str, text: str, coded: dict[str, list[dict[str, Any]]]
) -> None:
    example = Example.of(text)
    told = _is_told(coded[example.sentence], example)
    if text in GAPS:
        assert not told, f"{entry}: no gap any more; take it out of known_gaps.toml"
        pytest.xfail(GAPS[text])
    assert told, f"{entry}: {text}"


def test_every_known_gap_is_an_example() -> None:
    texts = {text for _, text in EXAMPLES}
    assert [text for text in GAPS if text not in texts] == []


def test_gaps_are_few() -> None:
    assert len(GAPS) <= len(EXAMPLES) / 50
