"""How syntax ties a party to the word that tells an act."""

from __future__ import annotations

import pytest
from coding_documents import Draught

from detente.learned.mentions import mentions
from detente.learned.ties import TIES, Syntax
from detente.records import Role, Span


def _ties(draught: Draught, word: str) -> dict[str, str]:
    linked = draught.linked()
    start = draught.text.index(word)
    found = mentions(linked)
    numbers = Syntax(linked.document).numbers(Span(start, start + len(word)), found)
    return {item.party.code: TIES[number] for item, number in zip(found, numbers, strict=True)}


@pytest.mark.parametrize(
    ("passive", "tie"), [(False, "subject"), (True, "passive subject")], ids=["active", "passive"]
)
def test_a_subject_that_undergoes_is_told_from_one_that_acts(passive: bool, tie: str) -> None:
    draught = Draught("France struck Mali.")
    france, mali = draught.phrase("France", "FRA"), draught.phrase("Mali", "MLI")
    draught.clause(
        "struck", "strike", [(Role.SUBJECT, france), (Role.OBJECT, mali)], passive=passive
    )
    assert _ties(draught, "struck") == {"FRA": tie, "MLI": "object"}


def test_a_preposition_is_part_of_the_tie() -> None:
    draught = Draught("France talked with Mali over Chad.")
    france, mali = draught.phrase("France", "FRA"), draught.phrase("Mali", "MLI")
    chad = draught.phrase("Chad", "TCD")
    draught.clause(
        "talked",
        "talk",
        [(Role.SUBJECT, france), (Role.OBLIQUE, mali, "with"), (Role.OBLIQUE, chad, "over")],
    )
    assert _ties(draught, "talked") == {
        "FRA": "subject",
        "MLI": "oblique with",
        "TCD": "oblique other",
    }


def test_a_word_before_the_head_is_within_its_role() -> None:
    draught = Draught("France sank Russian ships.")
    france, ships = draught.phrase("France", "FRA"), draught.phrase("Russian ships", before="RUS")
    draught.clause("sank", "sink", [(Role.SUBJECT, france), (Role.OBJECT, ships)])
    assert _ties(draught, "sank")["RUS"] == "in object"


def test_a_noun_ties_its_modifier_and_the_clause_above_it() -> None:
    draught = Draught("France condemned a Russian strike.")
    france = draught.phrase("France", "FRA")
    strike = draught.phrase("a Russian strike", before="RUS")
    draught.clause("condemned", "condemn", [(Role.SUBJECT, france), (Role.OBJECT, strike)])
    assert _ties(draught, "strike") == {"FRA": "over subject", "RUS": "noun modifier"}


def test_a_word_of_neither_clause_nor_phrase_has_no_ties() -> None:
    draught = Draught("France left quietly.")
    france = draught.phrase("France", "FRA")
    draught.clause("left", "leave", [(Role.SUBJECT, france)])
    assert _ties(draught, "quietly") == {"FRA": "none"}
