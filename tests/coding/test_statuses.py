"""Whether an act took place, by the form of its clause and its place under others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from coding_documents import party, plain
from hypothesis import given
from hypothesis import strategies as st

from detente.coding.acts import Context, Saying
from detente.coding.statuses import as_said, combined, is_untold, own_status, surroundings, turned
from detente.lexicon import Lexicon
from detente.records import Clause, ClauseForm, ClauseLink, Span, Status, Tense

_CLAUSE = Clause(0, 0, "attack", Span(0, 6), Span(0, 6), tense=Tense.PAST)
_STATUSES = st.sampled_from(list(Status))
_SAID = Context((Saying((party("TUR"),), "said", Span(0, 4)),))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, Status.ACTUAL),
        ({"tense": Tense.PRESENT}, Status.ACTUAL),
        ({"tense": Tense.FUTURE}, Status.FUTURE),
        ({"modal": "may"}, Status.HYPOTHETICAL),
        ({"modal": "would"}, Status.HYPOTHETICAL),
        ({"modal": "can"}, Status.HYPOTHETICAL),
        ({"modal": "can", "negated": True}, Status.ACTUAL),
        ({"question": True}, Status.HYPOTHETICAL),
        ({"tense": Tense.FUTURE, "question": True}, Status.HYPOTHETICAL),
        ({"form": ClauseForm.INFINITIVE, "link": ClauseLink.ADVERBIAL}, Status.HYPOTHETICAL),
    ],
)
def test_the_form_of_a_clause(fields: dict[str, Any], status: Status) -> None:
    assert own_status(replace(_CLAUSE, **fields), plain())[0] is status


def test_would_in_reported_speech_is_a_future() -> None:
    assert own_status(replace(_CLAUSE, modal="would"), _SAID)[0] is Status.FUTURE


@pytest.mark.parametrize(
    ("fields", "untold"),
    [
        ({}, False),
        ({"form": ClauseForm.INFINITIVE, "link": ClauseLink.CONTROL}, True),
        ({"form": ClauseForm.INFINITIVE, "link": ClauseLink.CONTROL, "modal": "ought"}, False),
        ({"form": ClauseForm.INFINITIVE, "link": ClauseLink.ROOT}, False),
        ({"form": ClauseForm.GERUND, "link": ClauseLink.COMPLEMENT, "marker": "about"}, True),
        ({"form": ClauseForm.GERUND, "link": ClauseLink.COMPLEMENT, "marker": "by"}, False),
        ({"form": ClauseForm.GERUND, "link": ClauseLink.COMPLEMENT, "marker": "of"}, False),
        (
            {
                "form": ClauseForm.GERUND,
                "link": ClauseLink.COMPLEMENT,
                "marker": "of",
                "parent_phrase": 0,
            },
            True,
        ),
    ],
)
def test_forms_that_do_not_say_whether_it_was_done(fields: dict[str, Any], untold: bool) -> None:
    assert is_untold(replace(_CLAUSE, **fields)) is untold


@pytest.mark.parametrize(
    ("link", "marker", "status"),
    [
        (ClauseLink.ADVERBIAL, "if", Status.HYPOTHETICAL),
        (ClauseLink.ADVERBIAL, "unless", Status.HYPOTHETICAL),
        (ClauseLink.ADVERBIAL, "after", Status.ACTUAL),
        (ClauseLink.ROOT, "if", Status.HYPOTHETICAL),
        (ClauseLink.COMPLEMENT, "if", Status.HYPOTHETICAL),
        (ClauseLink.COMPLEMENT, "whether", Status.HYPOTHETICAL),
        (ClauseLink.COMPLEMENT, "that", Status.ACTUAL),
        (ClauseLink.ADVERBIAL, "without", Status.NEGATED),
        (ClauseLink.ADVERBIAL, "instead of", Status.NEGATED),
        (ClauseLink.ADVERBIAL, "rather than", Status.NEGATED),
    ],
)
def test_what_a_joining_word_makes_of_a_clause(
    lexicon: Lexicon, link: ClauseLink, marker: str, status: Status
) -> None:
    clause = replace(_CLAUSE, link=link, marker=marker)
    assert surroundings(clause, plain(), lexicon.speech).status is status


def test_the_saying_of_something_is_of_now_whatever_it_tells() -> None:
    assert as_said(replace(_CLAUSE, tense=Tense.FUTURE)).tense is Tense.PRESENT
    assert as_said(replace(_CLAUSE, modal="would")).modal == ""
    assert as_said(replace(_CLAUSE, modal="may")).modal == "may"


@given(status=_STATUSES)
def test_what_surrounds_a_fact_decides_and_a_fact_around_changes_nothing(status: Status) -> None:
    assert combined(status, Status.ACTUAL) is status
    assert combined(Status.ACTUAL, status) is status


@given(own=_STATUSES, outer=_STATUSES)
def test_nothing_doubtful_becomes_a_fact_but_by_two_negations(own: Status, outer: Status) -> None:
    if combined(own, outer) is Status.ACTUAL:
        assert (own, outer) in {(Status.ACTUAL, Status.ACTUAL), (Status.NEGATED, Status.NEGATED)}


@given(status=_STATUSES)
def test_a_negation_leaves_no_status_as_it_was(status: Status) -> None:
    assert turned(status) is not status
    assert turned(turned(Status.ACTUAL)) is Status.ACTUAL
