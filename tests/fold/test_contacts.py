"""Contacts: who spoke to whom, at which level, by which channel."""

from __future__ import annotations

import pytest
from fold_cases import told

from detente.fold import contact, fold
from detente.records import Contact, Level, Status


def _contact(who: str, mode: str | None = None, status: Status = Status.ACTUAL) -> Contact | None:
    mention = told(
        "They talked.", who, category="CONSULT", act="talked", mode=mode, status=status,
        contexts=("military",), place="Paris",
    )  # fmt: skip
    (happening,) = fold([mention])
    return contact(happening)


@pytest.mark.parametrize(
    ("who", "level"),
    [
        ("FRA:Macron+RUS:Putin", Level.HEADS),
        ("FRA:Barrot+RUS:Lavrov", Level.FOREIGN_MINISTERS),
        ("FRA:Lecornu+RUS:Shoigu", Level.DEFENCE_MINISTERS),
        ("FRA:Levy+RUS:Lavrov", Level.ENVOYS),
        ("FRA:Barrot+RUS:Putin", Level.FOREIGN_MINISTERS),
        ("FRA:Barrot+FRA:Macron+RUS:Putin", Level.HEADS),
        ("FRA:Macron>RUS", Level.OTHERS),
        ("FRA+RUS", Level.OTHERS),
    ],
)
def test_the_level_is_that_of_the_lower_side(who: str, level: Level) -> None:
    found = _contact(who)
    assert found is not None
    assert found.level is level


def test_channel_topics_and_place() -> None:
    found = _contact("FRA:Macron+RUS:Putin", "phone")
    assert found is not None
    assert (found.channel, found.topics) == ("phone", ("military",))
    assert found.location is not None
    talks = _contact("FRA+RUS")
    assert talks is not None
    assert talks.channel == "talks"


def test_a_contact_that_was_not_is_kept_as_such() -> None:
    found = _contact("FRA+RUS", status=Status.NEGATED)
    assert found is not None
    assert found.status is Status.NEGATED


def test_one_party_alone_is_no_contact() -> None:
    assert _contact("FRA") is None
    assert _contact("FRA:Macron+FRA:Barrot") is None


def test_a_government_and_rebels_of_its_state_are_two() -> None:
    assert _contact("COL+COL/REB") is not None


def test_an_attack_is_no_contact() -> None:
    (happening,) = fold([told("They fought.", "FRA+RUS")])
    assert contact(happening) is None
