"""What operators make of acts."""

from __future__ import annotations

from typing import Any

import pytest
from coding_documents import act, party, told

from detente.coding.acts import Act
from detente.coding.operators import Operand, applied
from detente.lexicon import Lexicon
from detente.lexicon.entries import OperatorEntry
from detente.records import Party, Span, Status

_TURKEY = party("TUR")


def _made(
    lexicon: Lexicon, inner: Act, holder: str = "FRA", target: str = "", **entry: Any
) -> list[str]:
    targets: tuple[Party, ...] = (party(target),) if target else ()
    operand = Operand(
        OperatorEntry(id="x", **entry),
        (party(holder),) if holder else (),
        targets,
        Span(5, 9),
        "'x'",
        "x",
    )
    return [told(made) for made in applied(operand, inner, lexicon)]


def test_same_keeps_the_act_in_another_light(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {"gives": {"default": "same"}, "status": Status.NEGATED}
    assert _made(lexicon, act(), **entry) == ["FRA ASSAULT IRN negated"]


def test_same_over_a_negated_act_negates_it_back(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {"gives": {"default": "same"}, "status": Status.NEGATED}
    assert _made(lexicon, act(status=Status.NEGATED), **entry) == ["FRA ASSAULT IRN actual"]


def test_none_silences_the_act(lexicon: Lexicon) -> None:
    assert _made(lexicon, act(), gives={"ASSAULT": "none"}) == []


def test_an_outcome_is_another_act_by_the_holder(lexicon: Lexicon) -> None:
    made = _made(lexicon, act(), holder="TUR", gives={"ASSAULT": "THREATEN/violence"})
    assert made == ["TUR THREATEN/violence IRN actual"]


def test_an_outcome_for_a_mode_goes_before_one_for_its_category(lexicon: Lexicon) -> None:
    gives = {"RETREAT": "CONCEDE", "RETREAT/resign": "same"}
    assert _made(lexicon, act("RETREAT", mode="resign"), gives=gives) == [
        "FRA RETREAT/resign IRN actual"
    ]
    assert _made(lexicon, act("RETREAT", mode="withdraw"), gives=gives) == [
        "FRA CONCEDE IRN actual"
    ]


def test_a_negated_act_has_outcomes_of_its_own(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {
        "gives": {"default": "THREATEN"},
        "negated_gives": {"ASSAULT": "CONCEDE"},
    }
    assert _made(lexicon, act(status=Status.NEGATED), **entry) == ["FRA CONCEDE IRN actual"]
    assert _made(lexicon, act("COERCE", status=Status.NEGATED), **entry) == [
        "FRA THREATEN IRN actual"
    ]


def test_what_is_to_come_takes_the_name_that_the_ontology_has_for_it(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {
        "gives": {"default": "same"},
        "status": Status.FUTURE,
        "future": "ontology",
    }
    assert _made(lexicon, act("CONSULT"), **entry) == ["FRA AGREE IRN actual"]
    assert _made(lexicon, act("ACCUSE"), **entry) == ["FRA ACCUSE IRN future"]
    assert _made(lexicon, act("CONSULT", status=Status.NEGATED), **entry) == [
        "FRA CONSULT IRN negated"
    ]


def test_a_claim_is_kept_beside_the_accusation(lexicon: Lexicon) -> None:
    made = _made(
        lexicon,
        act(),
        holder="TUR",
        target="FRA",
        gives={"default": "ACCUSE/allege"},
        keeps="claim",
        actor="object",
        recipient="object",
    )
    assert made == ["TUR ACCUSE/allege FRA actual", "FRA ASSAULT IRN actual by TUR"]


def test_who_claims_asserts(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {"gives": {"default": "same"}, "status": Status.NEGATED, "claims": True}
    assert _made(lexicon, act(), **entry) == ["FRA ASSAULT IRN negated by FRA"]
    assert _made(lexicon, act(), holder="", **entry) == ["FRA ASSAULT IRN negated"]


@pytest.mark.parametrize(
    ("recipient", "target", "expected"),
    [
        ("object", "FRA", "TUR REQUEST FRA actual"),
        ("object", "", "TUR REQUEST FRA actual"),
        ("inner", "FRA", "TUR REQUEST IRN actual"),
    ],
)
def test_whom_an_outcome_is_directed_at(
    lexicon: Lexicon, recipient: str, target: str, expected: str
) -> None:
    made = _made(
        lexicon,
        act(),
        holder="TUR",
        target=target,
        gives={"default": "REQUEST"},
        recipient=recipient,
    )
    assert made == [expected]


def test_a_meeting_that_is_refused_is_refused_to_the_other_side(lexicon: Lexicon) -> None:
    meeting = act("CONSULT", actors=(party("FRA"), party("IRN")), recipients=(), reciprocal=True)
    assert _made(lexicon, meeting, gives={"default": "REJECT/meet"}) == [
        "FRA REJECT/meet IRN actual"
    ]


def test_what_others_do_is_told_of_them(lexicon: Lexicon) -> None:
    entry: dict[str, Any] = {"gives": {"default": "THREATEN"}, "others": Status.HYPOTHETICAL}
    assert _made(lexicon, act(phrase=3), holder="TUR", **entry) == [
        "FRA ASSAULT IRN hypothetical by TUR"
    ]
    assert _made(lexicon, act(phrase=3), holder="FRA", **entry) == ["FRA THREATEN IRN actual"]


def test_operators_stack_outermost_first(lexicon: Lexicon) -> None:
    inner = act(operators=("stop",))
    operand = Operand(
        OperatorEntry(id="agree", gives={"default": "AGREE"}),
        (_TURKEY,),
        (),
        Span(5, 9),
        "'x'",
        "x",
    )
    (made,) = applied(operand, inner, lexicon)
    assert made.operators == ("agree", "stop")
    assert made.words[0] == Span(5, 9)
