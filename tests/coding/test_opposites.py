"""The other side of an act that its own sentence leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from coding_documents import act, party

from detente.coding.acts import Act
from detente.coding.opposites import with_opposites
from detente.lexicon import Lexicon


def _whom(lexicon: Lexicon, *acts: Act) -> list[str]:
    """The codes and sectors of the last act's recipients."""
    return [f"{item.code}/{item.sector}" for item in with_opposites(acts, lexicon)[-1].recipients]


def _answer(category: str = "REJECT", actor: str = "IRN", **more: Any) -> Act:
    return act(category, actors=(party(actor),), recipients=(), sentence=1, **more)


def test_who_answers_speaks_to_whoever_acted(lexicon: Lexicon) -> None:
    assert _whom(lexicon, act("ACCUSE"), _answer()) == ["FRA/GOV"]


def test_who_acts_again_acts_on_the_same(lexicon: Lexicon) -> None:
    assert _whom(lexicon, act("ACCUSE"), _answer("SANCTION", "FRA")) == ["IRN/GOV"]


def test_those_who_met_are_two_sides(lexicon: Lexicon) -> None:
    met = act("CONSULT", actors=(party("FRA"), party("IRN")), recipients=(), reciprocal=True)
    assert _whom(lexicon, met, _answer("REQUEST")) == ["FRA/GOV"]


def test_inside_a_state_the_sector_tells_the_sides(lexicon: Lexicon) -> None:
    strike = act("PROTEST", actors=(party("FRA/LAB"),), recipients=(party("FRA/GOV"),))
    assert _whom(lexicon, strike, _answer("REJECT", "FRA/GOV")) == ["FRA/LAB"]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(act("ACCUSE", sentence=-1), id="told too long ago"),
        pytest.param(
            act("ACCUSE", actors=(party("TUR"),), recipients=(party("EGY"),)), id="others"
        ),
        pytest.param(
            act("ACCUSE", actors=(party("IRN"),), recipients=(party("IRN"),)), id="both its own"
        ),
        pytest.param(act("ACCUSE", recipients=()), id="one side alone"),
        pytest.param(
            act("ACCUSE", actors=(party("FRA"), party("TUR"))), id="two states on the other side"
        ),
    ],
)
def test_what_tells_no_other_side(before: Act, lexicon: Lexicon) -> None:
    assert _whom(lexicon, before, _answer()) == []


def test_what_falls_on_nobody_in_particular_looks_for_no_other_side(lexicon: Lexicon) -> None:
    assert _whom(lexicon, act("ACCUSE"), _answer("RETREAT")) == []


def test_who_is_named_stays(lexicon: Lexicon) -> None:
    named = act("REJECT", actors=(party("IRN"),), recipients=(party("EGY"),), sentence=1)
    assert _whom(lexicon, act("ACCUSE"), named) == ["EGY/GOV"]


def test_a_thing_gives_way_to_whoever_did_it_and_a_name_does_not(lexicon: Lexicon) -> None:
    for words, whom in (("cut", ["FRA/GOV"]), ("Vasco Leme", ["/GOV"])):
        absurd = act("ACCUSE", actors=(party("IRN"),), recipients=(party("", words),), sentence=1)
        assert _whom(lexicon, act("SANCTION"), absurd) == whom


def test_a_noun_may_lack_its_actor_rather_than_the_other_side(lexicon: Lexicon) -> None:
    assert _whom(lexicon, act("ACCUSE"), _answer("AGREE", phrase=3)) == []


def test_an_envoy_called_home_is_withdrawn_from_the_other_side(lexicon: Lexicon) -> None:
    called = act(
        "SANCTION", actors=(party("IRN"),), recipients=(party("IRN", "envoy"),), sentence=1
    )
    assert _whom(lexicon, act("SANCTION"), called) == ["FRA/GOV"]
    jailed = act("COERCE", actors=(party("IRN"),), recipients=(party("IRN", "envoy"),), sentence=1)
    assert _whom(lexicon, act("SANCTION"), jailed) == ["IRN/GOV"]
