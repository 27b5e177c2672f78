"""What one marked phrase does to another."""

from __future__ import annotations

from typing import Any

import pytest
from coding_documents import Draught

from detente.coding.relation import related
from detente.errors import ArticleError
from detente.lexicon import Lexicon
from detente.records import Role, Span, Status, Tense

_S, _O = Role.SUBJECT, Role.OBJECT


def _mark(draught: Draught, words: str) -> Span:
    start = draught.text.index(words)
    return Span(start, start + len(words))


def _attack(**more: Any) -> Draught:
    draught = Draught("Rebels attacked a village.")
    rebels, village = draught.phrase("Rebels"), draught.phrase("a village")
    draught.clause("attacked", "attack", [(_S, rebels), (_O, village)], **more)
    return draught


def test_the_marks_stand_for_parties_whoever_they_are(lexicon: Lexicon) -> None:
    draught = _attack()
    found = related(
        draught.linked(), lexicon, _mark(draught, "Rebels"), _mark(draught, "a village")
    )
    assert (found.event, found.status) == ("ASSAULT", Status.ACTUAL)
    assert found.confidence == 0.9


def test_the_other_way_round_is_told_of_another(lexicon: Lexicon) -> None:
    draught = _attack()
    forth = related(
        draught.linked(), lexicon, _mark(draught, "Rebels"), _mark(draught, "a village")
    )
    back = related(draught.linked(), lexicon, _mark(draught, "a village"), _mark(draught, "Rebels"))
    assert back.confidence < forth.confidence


def test_status_and_category_come_from_the_clause(lexicon: Lexicon) -> None:
    draught = _attack(tense=Tense.FUTURE)
    found = related(
        draught.linked(), lexicon, _mark(draught, "Rebels"), _mark(draught, "a village")
    )
    assert (found.event, found.mode) == ("THREATEN", "violence")


def test_a_mutual_act_links_the_two(lexicon: Lexicon) -> None:
    draught = Draught("Rebels met envoys.")
    rebels, envoys = draught.phrase("Rebels"), draught.phrase("envoys")
    draught.clause("met", "meet", [(_S, rebels), (_O, envoys)])
    found = related(draught.linked(), lexicon, _mark(draught, "Rebels"), _mark(draught, "envoys"))
    assert (found.event, found.confidence) == ("CONSULT", 0.85)


def test_a_mark_before_a_head_counts(lexicon: Lexicon) -> None:
    draught = Draught("the rebel attack on a village")
    draught.phrase("the rebel attack", complements=(("on", 1),))
    draught.phrase("a village")
    found = related(draught.linked(), lexicon, _mark(draught, "rebel"), _mark(draught, "a village"))
    assert found.event == "ASSAULT"


def test_where_nothing_is_told_there_is_none(lexicon: Lexicon) -> None:
    draught = Draught("Rebels saw a village.")
    rebels, village = draught.phrase("Rebels"), draught.phrase("a village")
    draught.clause("saw", "gaze", [(_S, rebels), (_O, village)])
    found = related(
        draught.linked(), lexicon, _mark(draught, "Rebels"), _mark(draught, "a village")
    )
    assert (found.event, found.status, found.reason) == (None, None, "no act links the two")


@pytest.mark.parametrize("mark", [Span(0, 500), Span(3, 3), Span(5, 2), Span(-1, 4)])
def test_marks_must_lie_in_the_text(mark: Span, lexicon: Lexicon) -> None:
    draught = _attack()
    with pytest.raises(ArticleError, match="outside the text"):
        related(draught.linked(), lexicon, mark, _mark(draught, "a village"))
