"""The calendar's own examples, its faults, and names that hold the name of a day."""

from __future__ import annotations

import copy
import tomllib
from importlib import resources
from typing import Any

import pytest

from detente.errors import LexiconError
from detente.link.date_resolve import RULES
from detente.link.date_scan import Mention, mentions
from detente.link.date_words import calendar, calendar_from
from detente.records import Span

_TABLE: dict[str, Any] = tomllib.loads(
    (resources.files("detente.data") / "calendar.toml").read_text("utf-8")
)
_EXAMPLES = [(row["rule"], example) for row in _TABLE["form"] for example in row["examples"]]


def _found(text: str) -> list[Mention]:
    return list(mentions(text, 0, Span(0, len(text)), calendar()))


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_example_is_found_by_its_rule(rule: str, example: str) -> None:
    assert [mention.rule for mention in _found(example)] == [rule]


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_example_is_found_in_a_sentence(rule: str, example: str) -> None:
    text = f"Envoys met {example}, it said."
    if example[0].isupper() and example.split(maxsplit=1)[0] in ("In", "Earlier"):
        text = f"{example} there."
    assert rule in [mention.rule for mention in _found(text)]


@pytest.mark.parametrize("row", _TABLE["form"], ids=lambda row: f"{row['rule']}: {row['words']}")
def test_form_has_a_rule_and_an_example(row: dict[str, Any]) -> None:
    assert row["rule"] in RULES
    assert row["examples"]


def test_every_rule_has_a_form() -> None:
    assert {row["rule"] for row in _TABLE["form"]} == set(RULES)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels may march on the capital.",
        "A second man came first.",
        "He read the Sunday Times on a Good Friday of Easter.",
        "The Marines sat in the sun.",
        "He was past caring, and spring water ran out.",
        "The 12-year-old had 2,015 marbles.",
        "They met at 10.30.",
        "The Fall of Mosul",
        "Mar-a-Lago is for Dec and Jan.",
    ],
)
def test_no_day_is_found(text: str) -> None:
    assert [mention.span.of(text) for mention in _found(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MONDAY WAS CALM", "MONDAY"),
        ("On the 23rd of May, 2017, it ended.", "the 23rd of May, 2017"),
        ("It ended on Sept. 3, officials said.", "Sept. 3"),
        ("It ended (2016-03-04).", "2016-03-04"),
        ("Today’s talks failed.", "Today"),
        ("It was over by the beginning of June.", "the beginning of June"),
        ("He left at the end of last year for Rome.", "the end of last year"),
        ("He left some time in mid-2015.", "mid-2015"),
        ("It grew during the ’90s.", "90s"),
    ],
)
def test_words_are_exact(text: str, words: str) -> None:
    assert [mention.span.of(text) for mention in _found(text)] == [words]


def test_word_of_two_classes_is_a_fault() -> None:
    table = copy.deepcopy(_TABLE)
    table["classes"]["last"] = ["week"]
    with pytest.raises(LexiconError, match=r"calendar\.toml: 'week' has two classes"):
        calendar_from(table)


def test_form_of_an_unknown_class_is_a_fault() -> None:
    table = copy.deepcopy(_TABLE)
    table["form"][0]["words"] = "isoo"
    with pytest.raises(LexiconError, match="form 'iso' names the unknown class 'isoo'"):
        calendar_from(table)


def test_unit_without_a_length_is_a_fault() -> None:
    table = copy.deepcopy(_TABLE)
    table["units"]["eon"] = "eon"
    with pytest.raises(LexiconError, match="unit 'eon' has no days"):
        calendar_from(table)
