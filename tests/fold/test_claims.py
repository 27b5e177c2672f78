"""Claims, and denials set against them."""

from __future__ import annotations

from datetime import timedelta

from fold_cases import DAY, told

from detente.fold import claims, fold
from detente.records import Claim, Stance, Status

TEXT = "Iranian boats attacked a tanker in the Gulf of Oman."


def _by_claimant(*reports: Claim) -> dict[str, Claim]:
    return {item.claimant.code: item for item in reports}


def test_claim_and_denial_answer_each_other() -> None:
    reports = [
        told(TEXT, "IRN>USA", act="attacked", by="USA"),
        told(TEXT, "IRN>USA", act="attacked", by="USA:Trump", published=DAY + timedelta(days=2)),
        told(
            "Iran denied attacking a tanker in the Gulf of Oman.", "IRN", act="attacking", by="IRN",
            relation="denied", status=Status.NEGATED,
        ),
    ]  # fmt: skip
    (happening,) = fold(reports)
    found = _by_claimant(*claims(happening))
    assert set(found) == {"USA", "IRN"}
    assert found["USA"].stance is Stance.ASSERTS
    assert found["USA"].events == (reports[0].event.id, reports[1].event.id)
    assert found["USA"].said_on == DAY + timedelta(days=1)
    assert found["USA"].answers == (found["IRN"].id,)
    assert found["IRN"].answers == (found["USA"].id,)
    assert {item.about for item in found.values()} == {("IRN",)}
    assert {item.happening for item in found.values()} == {happening.id}


def test_who_says_both_answers_nobody() -> None:
    reports = [
        told(TEXT, "IRN>USA", act="attacked", by="IRN"),
        told(TEXT, "IRN>USA", act="attacked", by="IRN", status=Status.NEGATED),
    ]
    (happening,) = fold(reports)
    assert [(item.stance, item.answers) for item in claims(happening)] != []
    assert all(not item.answers for item in claims(happening))


def test_an_accusation_is_its_actors_claim() -> None:
    mention = told("Paris accused Moscow of spying.", "FRA>RUS", category="ACCUSE", act="accused")
    (happening,) = fold([mention])
    (claim,) = claims(happening)
    assert claim.claimant.code == "FRA"
    assert claim.about == ("RUS",)
    assert claim.category == "ACCUSE"


def test_what_the_press_tells_is_no_claim() -> None:
    (happening,) = fold([told(TEXT, "IRN>USA", act="attacked")])
    assert claims(happening) == ()
