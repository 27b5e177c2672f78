import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.parse import Parser
from detente.parse.blocks import _LONGEST, blocks
from detente.settings import Settings

SENTENCE = "France condemned Iran on Monday. "


def parts(text: str) -> list[str]:
    return [span.of(text) for span in blocks(text)]


def test_a_long_paragraph_is_parted_at_the_ends_of_sentences() -> None:
    text = (SENTENCE * (3 * _LONGEST // len(SENTENCE))).strip()
    found = parts(text)
    assert len(found) == 3
    assert " ".join(found) == text
    assert all(part.endswith("Monday.") for part in found)


def test_without_sentences_it_is_parted_at_a_space_and_without_spaces_anywhere() -> None:
    words = ("word " * _LONGEST).strip()
    assert " ".join(parts(words)) == words
    letters = "x" * (2 * _LONGEST + 1)
    assert parts(letters) == ["x" * _LONGEST, "x" * _LONGEST, "x"]


@given(
    st.lists(st.sampled_from((SENTENCE, "x" * 9_000, " " * 11_000, "a. b ", "é\u2029")), max_size=9)
)
def test_no_block_is_too_long_and_no_word_is_lost(listed: list[str]) -> None:
    text = "".join(listed)
    spans = list(blocks(text))
    assert all(0 < span.end - span.start <= _LONGEST for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join(re.sub(r"\s", "", part) for part in parts(text)) == re.sub(r"\s", "", text)


@pytest.mark.model
def test_a_paragraph_longer_than_spacy_takes_is_parsed() -> None:
    text = SENTENCE + "x" * 1_000_001 + ". " + SENTENCE
    document = Parser(Settings().model).parse(text)
    assert [clause.predicate for clause in document.clauses if clause.predicate == "condemn"] == [
        "condemn",
        "condemn",
    ]
