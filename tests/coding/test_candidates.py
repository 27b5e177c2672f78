"""Acts of the grammar and of the network side by side, on hand-built parses without a network."""

from __future__ import annotations

from typing import Any

import pytest
from coding_documents import Draught, party

from detente.coding.candidates import Candidate, Candidates
from detente.coding.composition import Composer
from detente.coding.verdicts import chosen, verdicts
from detente.lexicon import Joining, Lexicon, Weights
from detente.records import ClauseForm, ClauseLink, Opinion, PartyOpinion, Role, Span, Status

_AGREES = Joining(
    grammar=Weights({"told here": 1.0}, {"one": 9.0}),
    network=Weights({"told": 1.0}, {"one": 9.0}),
    least_grammar=0.5,
    least_network=0.5,
    rarer=0.0,
)


def _attack() -> Draught:
    draught = Draught("France struck Mali. It left Chad.")
    france, mali = draught.phrase("France", "FRA"), draught.phrase("Mali", "MLI")
    draught.clause("struck", "attack", [(Role.SUBJECT, france), (Role.OBJECT, mali)])
    return draught


def _opinion(draught: Draught, word: str, category: str, **more: Any) -> Opinion:
    start = draught.text.index(word)
    fields: dict[str, Any] = {
        "word": Span(start, start + len(word)),
        "sentence": 0,
        "category": category,
        "probability": 0.9,
        "mode": None,
        "status": Status.ACTUAL,
        "actors": (PartyOpinion(party("FRA", "France"), 0, 0.9),),
        "recipients": (PartyOpinion(party("MLI", "Mali"), 0, 0.8),),
    }
    return Opinion(**(fields | more))


def _candidates(draught: Draught, lexicon: Lexicon, *opinions: Opinion) -> list[Candidate]:
    reading = draught.reading(lexicon)
    composer = Composer(reading, lexicon)
    return list(Candidates(reading, opinions, composer).all(composer.acts()))


def test_an_act_that_both_see_is_kept_once(lexicon: Lexicon) -> None:
    draught = _attack()
    found = _candidates(draught, lexicon, _opinion(draught, "struck", "ASSAULT"))
    assert [candidate.grammar for candidate in found] == [True, False]
    (act,) = chosen(found, _AGREES)
    assert act.entry is not None
    assert act.likelihood == pytest.approx(0.9, abs=0.001)
    assert "the network agrees, 0.90" in act.trace


def test_an_act_that_the_network_does_not_see_is_doubted(lexicon: Lexicon) -> None:
    (candidate,) = _candidates(_attack(), lexicon)
    assert candidate.opinion is None
    assert next(iter(verdicts([candidate], _AGREES))).probability < 0.05
    assert chosen([candidate], _AGREES) == []


def test_an_act_of_the_network_alone_has_its_parties(lexicon: Lexicon) -> None:
    draught = _attack()
    found = _candidates(draught, lexicon, _opinion(draught, "left", "RETREAT", sentence=1))
    act = next(item.act for item in found if not item.grammar)
    assert (act.category, act.entry, act.sentence) == ("RETREAT", None, 1)
    assert [item.code for item in act.actors] == ["FRA"]
    assert act.actors[0].entity_text == ""
    kept = [item.category for item in chosen(found, _AGREES)]
    assert kept == ["RETREAT"]


def test_only_those_who_likely_take_part_do(lexicon: Lexicon) -> None:
    draught = _attack()
    both = (
        PartyOpinion(party("FRA", "France"), 0, 0.7),
        PartyOpinion(party("MLI", "Mali"), 0, 0.6),
        PartyOpinion(party("TCD", "Chad"), 1, 0.3),
    )
    faint = (PartyOpinion(party("TCD", "Chad"), 1, 0.1),)
    opinion = _opinion(draught, "struck", "CONSULT", actors=both, recipients=faint)
    act = next(item.act for item in _candidates(draught, lexicon, opinion) if not item.grammar)
    assert [item.code for item in act.actors] == ["FRA", "MLI"]
    assert act.recipients == ()


def test_who_speaks_is_taken_from_around_the_word(lexicon: Lexicon) -> None:
    draught = Draught("Russia said France struck Mali.")
    russia, france = draught.phrase("Russia", "RUS"), draught.phrase("France", "FRA")
    mali = draught.phrase("Mali", "MLI")
    draught.clause("said", "say", [(Role.SUBJECT, russia)], extent=Span(0, len(draught.text)))
    draught.below(
        "struck",
        "unknown",
        [(Role.SUBJECT, france), (Role.OBJECT, mali)],
        link=ClauseLink.COMPLEMENT,
        form=ClauseForm.FINITE,
        marker="",
    )
    found = _candidates(draught, lexicon, _opinion(draught, "struck", "ASSAULT"))
    (act,) = [item.act for item in found if not item.grammar]
    assert [[item.code for item in saying.parties] for saying in act.sayings] == [["RUS"]]


def test_a_second_act_of_the_same_words_is_not_told_twice(lexicon: Lexicon) -> None:
    draught = _attack()
    one = _opinion(draught, "struck", "COERCE")
    other = _opinion(draught, "struck", "COERCE", probability=0.6)
    acts = chosen(_candidates(draught, lexicon, one, other), _AGREES)
    assert [act.category for act in acts] == ["COERCE"]
