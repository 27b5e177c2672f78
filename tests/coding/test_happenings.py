"""Mentions of one happening become one record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from coding_documents import party

from detente.coding.happenings import before_silence, happenings
from detente.records import (
    Attribution,
    Citation,
    DateBasis,
    DateSpan,
    Event,
    Size,
    Span,
    Status,
    TextSpan,
)

_DAY = DateSpan(date(2023, 11, 7), date(2023, 11, 7), DateBasis.TEXT, Span(0, 3))
_UNDATED = DateSpan(date(2023, 11, 12), date(2023, 11, 12), DateBasis.PUBLISHED)
_EVENT = Event(
    id="x",
    category="ASSAULT",
    mode=None,
    contexts=(),
    quad_code=4,
    event_scale=-9.0,
    cameo="190",
    goldstein=-10.0,
    actors=(party("FRA"),),
    recipients=(party("IRN"),),
    status=Status.ACTUAL,
    when=_DAY,
    historical=False,
    attribution=(),
    location=None,
    words=(TextSpan("attacked", Span(7, 15)),),
    size=Size(),
    condition=None,
    sentence=0,
    sentence_span=Span(0, 20),
    sentence_text="",
    citation=Citation("x", "x", None, None, date(2023, 11, 12), "en"),
    confidence=0.9,
    coder="",
    lexicon="",
    coded_on=date(2024, 1, 1),
)


def _again(**more: Any) -> Event:
    return replace(_EVENT, **{"sentence": 1, "words": (TextSpan("attack", Span(30, 36)),), **more})


def test_the_same_told_again_is_one_record_that_lists_its_mentions() -> None:
    (only,) = happenings([_EVENT, _again(), _again(sentence=2)])
    assert (only.sentence, only.mentions) == (0, (1, 2))


@pytest.mark.parametrize(
    "more",
    [
        {"category": "COERCE"},
        {"status": Status.NEGATED},
        {"recipients": (party("TUR"),)},
        {"actors": (party("TUR"),)},
        {"when": DateSpan(date(2023, 1, 1), date(2023, 1, 1), DateBasis.TEXT)},
        {"sentence": 20, "words": (TextSpan("struck", Span(300, 306)),)},
    ],
)
def test_what_differs_stays_apart(more: dict[str, Any]) -> None:
    assert len(happenings([_EVENT, _again(**more)])) == 2


def test_two_modes_that_are_told_stay_apart() -> None:
    drone, aerial = replace(_EVENT, mode="drone"), _again(mode="aerial")
    assert len(happenings([drone, aerial])) == 2
    (only,) = happenings([drone, _again()])
    assert only.mode == "drone"


def test_what_the_report_itself_tells_goes_before_a_claim() -> None:
    claim = replace(_EVENT, attribution=(Attribution(party("TUR"), "said", Span(0, 4)),))
    (only,) = happenings([claim, _again()])
    assert only.attribution == ()
    assert only.mentions == (0,)


def test_a_day_that_words_name_is_kept() -> None:
    (only,) = happenings(
        [
            replace(_EVENT, when=_UNDATED),
            _again(attribution=(Attribution(None, "said", Span(0, 1)),)),
        ]
    )
    assert only.when == _DAY


def test_two_promises_of_a_report_stay_apart_unless_their_words_agree() -> None:
    promise = replace(_EVENT, category="AGREE", words=(TextSpan("agreed", Span(7, 13)),))
    other = replace(promise, sentence=1, words=(TextSpan("pledged", Span(30, 37)),))
    assert len(happenings([promise, other])) == 2
    assert (
        len(happenings([promise, replace(other, words=(TextSpan("agreement", Span(30, 39)),))]))
        == 1
    )


def test_a_silence_since_then_puts_undated_contacts_behind_it() -> None:
    talk = replace(_EVENT, category="CONSULT", when=replace(_DAY, words=None))
    silence = _again(category="CONSULT", status=Status.NEGATED)
    before, after = before_silence([talk, silence])
    assert before.historical
    assert before.when is not None
    assert before.when.basis is DateBasis.PUBLISHED
    assert after == silence


def test_a_contact_with_a_day_of_its_own_or_of_others_is_left_alone() -> None:
    dated = replace(_EVENT, category="CONSULT")
    others = replace(dated, when=replace(_DAY, words=None), recipients=(party("TUR"),))
    silence = _again(category="CONSULT", status=Status.NEGATED)
    assert before_silence([dated, others, silence]) == [dated, others, silence]
