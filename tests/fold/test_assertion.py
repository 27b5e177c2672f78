"""On whose word a happening rests, and what is denied."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fold_cases import DAY, NOWHERE, party, sizes, told

from detente.fold import Mention, fold
from detente.records import Assertion, Attribution, Stance, Status

TEXT = "Iranian boats attacked a tanker in the Gulf of Oman."


def _said(by: str, **more: object) -> Mention:
    return told(TEXT, "IRN>USA", act="attacked", by=by, **more)  # type: ignore[arg-type]


def _assertion(*mentions: Mention) -> Assertion:
    (happening,) = fold(mentions)
    return happening.assertion


def test_the_press_itself() -> None:
    assert _assertion(_said("")) is Assertion.PRESS
    assert _assertion(_said("USA"), _said("")) is Assertion.PRESS


def test_one_side_whoever_repeats_it() -> None:
    assert _assertion(_said("USA")) is Assertion.ONE_SIDE
    assert _assertion(_said("USA"), _said("USA", publication="Other")) is Assertion.ONE_SIDE
    assert _assertion(_said("USA"), _said("GBR")) is Assertion.ONE_SIDE


def test_both_sides() -> None:
    assert _assertion(_said("USA"), _said("IRN")) is Assertion.BOTH_SIDES


def test_what_media_say_is_said_by_the_press() -> None:
    assert _assertion(_said("USA/JRN")) is Assertion.PRESS


def test_who_spoke_first_counts_not_who_passed_it_on() -> None:
    mention = _said("USA")
    chain = (Attribution(party("QAT"), "according to", NOWHERE), *mention.event.attribution)
    (happening,) = fold([Mention(replace(mention.event, attribution=chain), mention.article)])
    assert [speaker.code for speaker in happening.tellings[0].speakers] == ["USA"]


def test_a_denial_joins_what_it_denies() -> None:
    denial = told(
        "Iran denied attacking a tanker in the Gulf of Oman.", "IRN", act="attacking", by="IRN",
        relation="denied", status=Status.NEGATED,
    )  # fmt: skip
    (happening,) = fold([_said("USA"), denial])
    assert happening.assertion is Assertion.DENIED
    assert happening.status is Status.ACTUAL
    assert {item.stance: item.speakers[0].code for item in happening.tellings} == {
        Stance.ASSERTS: "USA",
        Stance.DENIES: "IRN",
    }


def test_a_denial_alone_is_a_happening_that_is_denied() -> None:
    assert _assertion(_said("IRN", status=Status.NEGATED)) is Assertion.DENIED


def test_what_the_report_says_did_not_happen_denies_nothing() -> None:
    quiet = told("Iran did not attack a tanker.", "IRN>USA", act="attack", status=Status.NEGATED)
    assert sizes(fold([_said("USA"), quiet])) == [1, 1]
    assert fold([quiet])[0].assertion is Assertion.PRESS


def test_the_best_report_gives_the_fields() -> None:
    vague = told("An attack on a tanker.", ">USA", act="attack", by="USA", confidence=0.95)
    clear = _said("")
    (happening,) = fold([vague, clear])
    assert happening.best == clear.event.id
    assert happening.dyads == ("IRN-USA",)
    assert happening.first_seen == DAY + timedelta(days=1)
