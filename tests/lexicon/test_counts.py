"""How much the registry knows: what the guide promises of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from detente.lexicon import default_registry
from detente.lexicon.lint.bodies import TABLES
from detente.lexicon.lint.tables import Tables

STATES = tomllib.loads((Path(__file__).parents[1] / "cases" / "states.toml").read_text("utf-8"))
HEADS = ("head-of-state", "head-of-government")
QUARTERS = [date(year, month, 15) for year in range(2000, 2026) for month in (1, 4, 7, 10)]


def _share(code: str, roles: Iterable[str]) -> float:
    """The share of quarters from 2000 to 2025 in which somebody holds an office of the roles."""
    registry = default_registry()
    known = [day for day in QUARTERS if any(registry.holders(code, role, day) for role in roles)]
    return len(known) / len(QUARTERS)


def test_every_member_of_the_united_nations_is_there() -> None:
    assert len(set(STATES["members"])) == 193
    missing = [code for code in STATES["members"] if default_registry().state(code) is None]
    assert missing == []


@pytest.mark.parametrize("code", STATES["others"])
def test_states_that_are_no_members(code: str) -> None:
    assert default_registry().state(code) is not None


@pytest.mark.parametrize("code", sorted({*STATES["members"]} - {*STATES["without_head"]}))
def test_every_member_has_a_head_today(code: str) -> None:
    assert any(default_registry().holders(code, role, date(2024, 6, 1)) for role in HEADS)


def test_there_are_enough_groups() -> None:
    rows = Tables(resources.files("detente.data")).rows("groups.csv", TABLES["groups"])
    assert len({row["id"] for row in rows}) >= 150
    assert sum(row["kind"] == "armed" for row in rows) >= 150


def test_there_are_enough_people() -> None:
    people = default_registry().people
    assert len(people) >= 1500
    assert all(office.start for person in people for office in person.offices)


def test_sixty_states_are_most_in_the_news() -> None:
    assert len(set(STATES["in_the_news"])) == 60


@pytest.mark.parametrize("code", STATES["in_the_news"])
def test_their_heads_and_ministers_are_known_for_most_of_the_time(code: str) -> None:
    assert _share(code, HEADS) >= 0.9
    assert _share(code, ("foreign-minister",)) > 0.75
    excused = code in STATES["without_defence_minister"]
    assert (_share(code, ("defence-minister",)) > 0.5) is not excused


@pytest.mark.parametrize("code", ["UNO", "EUR", "IGO"])
def test_heads_of_the_main_organisations(code: str) -> None:
    assert _share(code, ("organisation-head",)) == 1.0
