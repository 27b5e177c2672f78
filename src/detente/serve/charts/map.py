"""A party among those it has to do with, on a map of the world."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import altair as alt

from detente.ledger.profile import Dealing
from detente.lexicon.closed_lists import closed_lists
from detente.serve.charts.colours import Colours

HEIGHT = 380
_FOLDER = resources.files("detente.data") / "map"
_WEST, _STEP = -180.0, 2.5
_LAND = re.compile("#+")
_SOUTH, _NORTH = -57, 84
_LARGEST, _NAMED = 900, 8
_COOPERATION, _CONFLICT = 2, 4
# names nearer to each other than this, in degrees, would run together
_ABREAST, _BELOW = 30, 7


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the map.

    Args:
        latitude: in degrees, north positive.
        longitude: in degrees, east positive.
    """

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Land along a circle of latitude.

    Args:
        latitude: in degrees, north positive.
        west: longitude of its beginning in degrees, east positive.
        east: that of its end.
    """

    latitude: float
    west: float
    east: float


@cache
def capitals() -> dict[str, Place]:
    """Where the capital of each state lies, by its code."""
    rows = csv.DictReader((_FOLDER / "capitals.csv").read_text("utf-8").splitlines())
    return {row["code"]: Place(float(row["latitude"]), float(row["longitude"])) for row in rows}


@cache
def land() -> tuple[Stretch, ...]:
    """The stretches of land, from north to south."""
    rows = csv.DictReader((_FOLDER / "land.csv").read_text("utf-8").splitlines())
    return tuple(
        Stretch(float(row["latitude"]), _WEST + _STEP * found.start(), _WEST + _STEP * found.end())
        for row in rows
        for found in _LAND.finditer(row["cells"])
    )


def map_chart(
    code: str, dealings: Iterable[Dealing], colours: Colours, width: int | str
) -> dict[str, Any]:
    """The map as Vega-Lite: states by how much a party has to do with them, and how.

    Args:
        code: the party.
        dealings: with whom it deals, most first; bodies of states have no place on it.
        colours: what to draw with.
        width: in pixels, or ``container``.
    """
    ground = [{"x": item.west, "x2": item.east, "y": item.latitude} for item in land()]
    shown = list(_values(code, dealings))
    chart = (
        alt.layer(
            alt.Chart(alt.InlineData(values=ground))
            .mark_rule(color=colours.rule, strokeWidth=3.5, strokeDash=[3.5, 4])
            .encode(x=_longitude(), x2="x2:Q", y=_latitude()),
            _others(shown, colours),
            _names(_apart(shown)[:_NAMED], colours),
        )
        .properties(width=width, height=HEIGHT)
        .configure(**colours.config())
    )
    made: dict[str, Any] = chart.to_dict(validate=False)
    return made


def _longitude() -> alt.X:
    return alt.X("x:Q", axis=None, scale=alt.Scale(domain=[_WEST, -_WEST], nice=False))


def _latitude() -> alt.Y:
    return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[_SOUTH, _NORTH], nice=False))


def _others(shown: list[dict[str, Any]], colours: Colours) -> alt.Chart:
    shades = [colours.quads[_COOPERATION], colours.quiet, colours.quads[_CONFLICT]]
    made: alt.Chart = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_circle(opacity=0.75, stroke=colours.paper, strokeWidth=1)
        .encode(
            x=_longitude(),
            y=_latitude(),
            size=alt.Size(
                "happenings:Q", legend=None, scale=alt.Scale(type="sqrt", range=[25, _LARGEST])
            ),
            color=alt.Color(
                "conflict:Q",
                scale=alt.Scale(domain=[0, 0.5, 1], range=shades),
                legend=alt.Legend(
                    values=[0, 0.5, 1],
                    labelExpr="datum.value == 0 ? 'cooperation' : datum.value == 1 ? 'conflict' : 'both'",
                    type="symbol",
                    symbolType="circle",
                ),
            ),
        )
    )
    return made


def _names(shown: list[dict[str, Any]], colours: Colours) -> alt.Chart:
    made: alt.Chart = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_text(align="left", dx=9, fontSize=11, color=colours.ink)
        .encode(x=_longitude(), y=_latitude(), text="name:N")
    )
    return made


def _apart(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those whose names have room beside the names of those before them."""
    kept: list[dict[str, Any]] = []
    for item in shown:
        if all(
            abs(item["x"] - other["x"]) > _ABREAST or abs(item["y"] - other["y"]) > _BELOW
            for other in kept
        ):
            kept.append(item)
    return kept


def _values(code: str, dealings: Iterable[Dealing]) -> Iterator[dict[str, Any]]:
    places, names = capitals(), closed_lists().states
    for item in dealings:
        place = places.get(item.code)
        if place is not None and item.code != code and item.happenings:
            yield {
                "x": place.longitude,
                "y": place.latitude,
                "name": names.get(item.code, item.code),
                "happenings": item.happenings,
                "conflict": item.conflict / item.happenings,
            }
