"""Parties that a text leaves unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from coding_documents import Draught, act, party

from detente.coding.acts import Act
from detente.coding.completion import completed
from detente.lexicon import ActEntry, Lexicon
from detente.records import Role, Status

_ARREST = ActEntry(id="coerce.arrest", category="COERCE", default_actor="COP")


def _arrest(**more: Any) -> Act:
    return act("COERCE", entry=_ARREST, actors=(), **more)


def _arrested(place: str = "") -> Draught:
    draught = Draught("He was arrested in Kenya.")
    he = draught.phrase("He", "USA/CVL")
    kenya = draught.phrase("Kenya", place=place)
    draught.clause(
        "arrested", "arrest", [(Role.SUBJECT, he), (Role.OBLIQUE, kenya, "in")], passive=True
    )
    return draught


@pytest.mark.parametrize(
    ("place", "story", "code"),
    [("KEN", ("TUR",), "KEN"), ("", ("TUR",), "TUR"), ("", (), "IRN")],
)
def test_the_default_acts_for_the_place_else_the_story_else_the_other_side(
    place: str, story: tuple[str, ...], code: str, lexicon: Lexicon
) -> None:
    made = completed(_arrest(clause=0), _arrested(place).reading(lexicon, story_codes=story))
    assert [(p.code, p.sector, p.entity_text) for p in made.actors] == [(code, "COP", "")]


def test_somebody_named_acts_even_if_nobody_knows_them(lexicon: Lexicon) -> None:
    draught = Draught("Gunmen arrested him.")
    draught.clause("arrested", "arrest", [(Role.SUBJECT, draught.phrase("Gunmen"))])
    assert completed(_arrest(clause=0), draught.reading(lexicon)).actors == ()


@pytest.mark.parametrize(
    "more", [{"status": Status.HYPOTHETICAL}, {"operators": ("refuse",)}, {"entry": None}]
)
def test_nothing_is_filled_in_where_it_did_not_happen_or_no_entry_says_who(
    more: dict[str, Any], lexicon: Lexicon
) -> None:
    made = act("COERCE", **{"entry": _ARREST, "actors": (), "clause": 0, **more})
    assert completed(made, _arrested("KEN").reading(lexicon)).actors == ()


def test_a_default_recipient_is_of_the_actors_state(lexicon: Lexicon) -> None:
    entry = ActEntry(id="protest.rally", category="PROTEST", default_recipient="GOV")
    made = act("PROTEST", entry=entry, actors=(party("KEN/CVL"),), recipients=())
    completed_ = completed(made, Draught("They rallied.").reading(lexicon))
    assert [(p.code, p.sector) for p in completed_.recipients] == [("KEN", "GOV")]
