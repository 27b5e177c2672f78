"""The parser with its real model."""

from __future__ import annotations

import pytest

from detente.errors import ModelError
from detente.parse import Parser
from detente.records import Role, Tense
from detente.settings import Settings

pytestmark = pytest.mark.model
_REPORT = """France recalls its envoy

PARIS — The French government said on Sunday that it had recalled its ambassador from Niamey.
Talks there had failed.

“We will not meet the junta,” a minister said."""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Settings().model)


def test_spans_are_characters_of_the_text_as_it_was_read(parser: Parser) -> None:
    found = parser.parse(_REPORT)
    assert found.text == _REPORT
    for phrase in found.phrases:
        assert phrase.span.of(_REPORT) == phrase.text
    for clause in found.clauses:
        assert clause.extent.holds(clause.span)
        assert found.sentences[clause.sentence].span.holds(clause.span)


def test_sentences_are_numbered_through_the_blocks(parser: Parser) -> None:
    found = parser.parse(_REPORT)
    assert [sentence.index for sentence in found.sentences] == list(range(len(found.sentences)))
    starts = [sentence.span.start for sentence in found.sentences]
    assert starts == sorted(starts)
    assert found.sentences[0].span.of(_REPORT) == "France recalls its envoy"


def test_clauses_and_phrases_refer_to_each_other_inside_the_document(parser: Parser) -> None:
    found = parser.parse(_REPORT)
    said = next(clause for clause in found.clauses if clause.predicate == "say")
    recalled = next(
        clause
        for clause in found.clauses
        if clause.predicate == "recall" and clause.parent == said.index
    )
    assert recalled.perfect
    assert recalled.tense is Tense.PAST
    subject = next(item for item in said.arguments if item.role is Role.SUBJECT)
    assert found.phrases[subject.phrase].text == "The French government"


def test_many_texts_come_back_in_order_whatever_is_empty(parser: Parser) -> None:
    texts = ["", "France left.", "   \n", "Iran left. Iran came back.", ""]
    found = list(parser.parse_many(texts))
    assert [document.text for document in found] == texts
    assert [len(document.sentences) for document in found] == [0, 1, 0, 2, 0]
    assert found[3] == parser.parse(texts[3])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Israel broke the cease-fire with Hamas.", "ceasefire"),
        ("A Russian counter-attack failed.", "counterattack"),
    ],
)
def test_a_hyphenated_noun_is_one_head(parser: Parser, text: str, head: str) -> None:
    assert head in {phrase.head for phrase in parser.parse(text).phrases}


def test_a_hyphenated_verb_is_one_predicate(parser: Parser) -> None:
    assert [clause.predicate for clause in parser.parse("Iran re-opened its embassy.").clauses] == [
        "reopen"
    ]


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        Parser("no_such_model")
