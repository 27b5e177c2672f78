"""Every case of tests/cases/dates.toml, on documents made by hand and on parsed ones."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from date_documents import document

from detente.link.dates import Dates, resolve_dates
from detente.parse import Parser
from detente.records import Article, DateBasis, DateSpan, Document
from detente.settings import Settings

_FILE = Path(__file__).parent.parent / "cases" / "dates.toml"
_TABLE = tomllib.loads(_FILE.read_text("utf-8"))
_CASES: list[dict[str, Any]] = _TABLE["case"]
_BY_HAND = [case for case in _CASES if "tense" in case]


def _name(case: dict[str, Any]) -> str:
    return f"{case.get('clause') or case['phrase']}: {case['text']}"


def _dates(found: Document, case: dict[str, Any]) -> Dates:
    published = case.get("published", _TABLE["published"])
    return resolve_dates(found, Article(id="case", text=case["text"], published=published))


def _read(found: DateSpan | None, text: str) -> tuple[list[str], str]:
    if found is None:
        return [], ""
    assert found.basis is DateBasis.TEXT
    assert found.reason
    assert found.words is not None
    return [found.first.isoformat(), found.last.isoformat()], found.words.of(text)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


@pytest.mark.parametrize("case", _BY_HAND, ids=_name)
def test_case_by_hand(case: dict[str, Any]) -> None:
    made = document(case["text"], case["tense"], case["clause"])
    found = _dates(made, case).days.get(len(made.clauses) - 1)
    assert _read(found, case["text"]) == (case["days"], case["words"]), case["reason"]


@pytest.mark.model
@pytest.mark.parametrize("case", _CASES, ids=_name)
def test_case_parsed(case: dict[str, Any], parser: Parser) -> None:
    parsed = parser.parse(case["text"])
    dates = _dates(parsed, case)
    found: DateSpan | None
    if "clause" in case:
        indices = [c.index for c in parsed.clauses if c.predicate == case["clause"]]
        assert indices, f"no clause {case['clause']!r}"
        found = dates.days.get(indices[-1])
    else:
        phrases = [p.index for p in parsed.phrases if p.text.startswith(case["phrase"])]
        assert phrases, f"no phrase {case['phrase']!r}"
        found = dates.phrase_days.get(phrases[0])
    assert _read(found, case["text"]) == (case["days"], case["words"]), case["reason"]


def test_published_day_is_needed_for_words_that_count_from_it() -> None:
    text = "Troops crossed the river on Wednesday."
    dates = resolve_dates(document(text), Article(id="none", text=text))
    assert dates == Dates()


def test_what_is_written_out_needs_no_published_day() -> None:
    text = "The leaders met on 3 May 2017. Two days later, they signed a deal."
    dates = resolve_dates(document(text), Article(id="none", text=text))
    assert [(d.first, d.last) for d in dates.days.values()] == [
        (date(2017, 5, 3), date(2017, 5, 3)),
        (date(2017, 5, 5), date(2017, 5, 5)),
    ]
    assert dates.story_day is None
