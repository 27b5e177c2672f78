import tomllib
from pathlib import Path

import pytest
from bounds import FILE, Bounds, raised
from figures import FIGURES
from hypothesis import given
from hypothesis import strategies as st

FLOORS = """\
# why there are floors

[ceilings]
time = 1.6

[floors]
f1 = 0.4  # agreed
date = 0.6
"""

shares = st.floats(0, 1, allow_nan=False)
names = st.sampled_from(("f1", "date", "time", "status"))


def floors(text: str) -> dict[str, float]:
    return dict(tomllib.loads(text)["floors"])


def test_a_floor_is_raised_to_its_figure_rounded_down_and_the_rest_stays() -> None:
    assert raised(FLOORS, {"f1": 0.45678, "date": 0.2, "time": 9.0, "status": 1.0}) == (
        FLOORS.replace("f1 = 0.4 ", "f1 = 0.456 ")
    )


def test_a_ceiling_of_the_same_name_as_a_floor_stays() -> None:
    text = FLOORS.replace("time = 1.6", "f1 = 1.6")
    assert tomllib.loads(raised(text, {"f1": 0.9})) == {
        "ceilings": {"f1": 1.6},
        "floors": {"f1": 0.9, "date": 0.6},
    }


def test_a_name_that_ends_like_another_is_not_taken_for_it() -> None:
    text = FLOORS.replace("date = 0.6", "actor_f1 = 0.6").replace("f1 = 0.4  # agreed\n", "")
    text += "f1 = 0.4\n"
    assert floors(raised(text, {"f1": 0.5})) == {"actor_f1": 0.6, "f1": 0.5}


@given(st.dictionaries(names, shares))
def test_no_floor_is_ever_lowered_nor_raised_above_its_figure(figures: dict[str, float]) -> None:
    old, new = floors(FLOORS), floors(raised(FLOORS, figures))
    assert new.keys() == old.keys()
    for name, floor in new.items():
        assert old[name] <= floor <= max(old[name], figures.get(name, 0.0))
        assert floor > max(old[name], figures.get(name, 0.0)) - 0.0011


@given(st.dictionaries(names, shares))
def test_raising_twice_is_raising_once_and_what_was_measured_then_passes(
    figures: dict[str, float],
) -> None:
    once = raised(FLOORS, figures)
    assert raised(once, figures) == once
    passing = {name: max(figures.get(name, 0.0), floor) for name, floor in floors(FLOORS).items()}
    assert Bounds(floors(once), {}).too_low(passing) == []


@pytest.mark.parametrize(
    ("figures", "lines"),
    [
        ({"f1": 0.4, "date": 0.6}, 0),
        ({"f1": 0.3999, "date": 0.6}, 1),
        ({"f1": 0.3, "date": 0.5}, 2),
        ({"f1": float("nan"), "date": 1.0}, 1),
        ({"f1": 1.0}, 1),
    ],
)
def test_what_is_below_its_floor_or_was_not_measured_is_named(
    figures: dict[str, float], lines: int
) -> None:
    faults = Bounds(floors(FLOORS), {}).too_low(figures)
    assert len(faults) == lines
    assert all(fault.startswith(("f1", "date")) for fault in faults)


def test_what_is_above_its_ceiling_is_named() -> None:
    bounds = Bounds({}, {"time": 1.6, "memory": 700})
    assert bounds.too_high({"time": 1.6, "memory": 699}) == []
    assert bounds.too_high({"time": 1.61, "memory": 1}) == ["time is 1.6100, above its ceiling 1.6"]
    assert len(bounds.too_high({"time": 2.0})) == 2


def test_every_bound_that_ships_is_on_a_known_figure() -> None:
    bounds = Bounds.read(FILE)
    assert FILE.parent == Path(__file__).parents[2] / "benchmarks"
    assert bounds.floors
    assert bounds.ceilings
    assert {*bounds.floors, *bounds.ceilings} <= FIGURES.keys()
    assert all(0 < floor <= 1 for floor in bounds.floors.values())


def test_bounds_of_some_figures_alone() -> None:
    bounds = Bounds({"fold_recall": 0.8, "f1": 0.4}, {"fold_busy": 4, "memory": 700})
    part = bounds.of("fold")
    assert part == Bounds({"fold_recall": 0.8}, {"fold_busy": 4})
    assert bounds.without("fold") == Bounds({"f1": 0.4}, {"memory": 700})
    assert bounds.of("f1", "mem") == bounds.without("fold")
    assert bounds.without("f1", "mem") == part
    assert part.too_low({"fold_recall": 0.7}) == ["fold_recall is 0.7000, below its floor 0.8"]
