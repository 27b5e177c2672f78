"""Quoted words, over sentences and paragraphs."""

from __future__ import annotations

import pytest

from detente.parse.quotations import quotations


def _quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize("marks", ['""', "“”", "„”", "«»"])
def test_pairs_of_marks(marks: str) -> None:
    text = f"He said: {marks[0]}We left. We will return.{marks[1]} Then he went."
    assert _quoted(text) == ["We left. We will return."]


def test_two_quotations_of_one_sentence() -> None:
    assert _quoted('"Turkey," he said, "has left."') == ["Turkey,", "has left."]


def test_a_quotation_open_at_the_end_of_a_paragraph_goes_on_in_the_next() -> None:
    text = "“We left.\n\n“We will return,” he said."
    assert _quoted(text) == ["We left.", "We will return,"]


def test_a_paragraph_ends_a_quotation_that_nobody_closed() -> None:
    assert _quoted('He said: "We left.\n\nThen it rained.') == ["We left."]


def test_a_straight_mark_before_a_space_opens_nothing() -> None:
    assert _quoted('a pipe of 12 " and no more') == []


def test_a_mark_left_open_over_pages_is_none() -> None:
    assert _quoted("“" + "word " * 1000 + "”") == []


def test_nothing_between_the_marks_is_nothing() -> None:
    assert _quoted('He said "" and left.') == []
