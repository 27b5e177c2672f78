"""The map of a party among those it has to do with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from served import Served

from detente.ledger.profile import Dealing
from detente.lexicon.closed_lists import closed_lists
from detente.serve.charts import colours, map_chart
from detente.serve.charts.map import capitals, land

_DAY = date(2024, 5, 1)


def _dealing(code: str, happenings: int, conflict: int) -> Dealing:
    return Dealing(code, happenings, happenings - conflict, conflict, _DAY, _DAY)


def _layer(chart: dict[str, Any], number: int) -> list[dict[str, Any]]:
    data = chart["layer"][number]["data"]
    found: list[dict[str, Any]] = data.get("values") or chart["datasets"][data["name"]]
    return found


def test_every_state_has_a_capital_on_the_map() -> None:
    without = set(closed_lists().states) - set(capitals())
    assert without == {"ATA"}


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("FRA", 48.9, 2.3), ("AUS", -35.3, 149.1), ("BRA", -15.8, -47.9), ("JPN", 35.7, 139.7)],
)
def test_capitals_lie_where_they_do(code: str, latitude: float, longitude: float) -> None:
    place = capitals()[code]
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.2)


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [(23.75, 10, True), (-26.25, 135, True), (1.25, -30, False), (-1.25, 24, True)],
)
def test_land_is_where_it_is(latitude: float, longitude: float, is_land: bool) -> None:
    found = any(item.latitude == latitude and item.west < longitude < item.east for item in land())
    assert found is is_land


def test_states_stand_at_their_capitals_and_bodies_nowhere() -> None:
    dealings = [_dealing("RUS", 8, 6), _dealing("UNO", 9, 0), _dealing("FRA", 3, 3)]
    chart = map_chart("FRA", dealings, colours("light"), 800)
    (shown,) = _layer(chart, 1)
    assert (shown["name"], shown["happenings"], shown["conflict"]) == ("Russia", 8, 0.75)
    assert shown["y"] == pytest.approx(55.75, abs=0.1)


def test_names_that_would_run_together_are_left_out() -> None:
    dealings = [_dealing(code, 5, 0) for code in ("DEU", "POL", "USA")]
    chart = map_chart("FRA", dealings, colours("light"), 800)
    assert [item["name"] for item in _layer(chart, 2)] == ["Germany", "United States"]


@pytest.mark.model
def test_the_page_of_a_party_has_it_as_data_and_as_a_picture(site: Served) -> None:
    assert 'data-chart="/parties/FRA/map.json' in site.get("/parties/FRA").text
    chart = site.get("/parties/FRA/map.json").json()
    assert "Russia" in {item["name"] for item in _layer(chart, 1)}
    picture = site.get("/parties/FRA/map.svg?theme=dark")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert len(picture.content) < 200_000
    assert site.get("/parties/FRA/map.png").status_code == 404
    assert site.get("/parties/XXX/map.svg").status_code == 404
