"""Happenings by day, each a mark in a lane of its quad code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt

from detente.ledger.listing import Mark
from detente.records import Status
from detente.serve.charts.colours import Colours
from detente.serve.wording import QUADS

HEIGHT = 190
_ROWS = 5
# A label says its year, however many there are.
_FORMATS: Any = {"year": "%Y", "quarter": "%b %Y", "month": "%b %Y", "date": "%d %b %Y"}
_SHAPES = {
    Status.ACTUAL: "circle",
    Status.FUTURE: "triangle-up",
    Status.HYPOTHETICAL: "diamond",
    Status.NEGATED: "cross",
}
_LANES = list(QUADS.values())


def timeline_chart(marks: Iterable[Mark], colours: Colours, width: int | str) -> dict[str, Any]:
    """The timeline as Vega-Lite.

    Args:
        marks: the happenings.
        colours: what to draw with.
        width: in pixels, or ``container``.
    """
    picked = alt.param("picked", value="")
    chart = (
        alt.Chart(alt.NamedData("happenings"), datasets={"happenings": list(_values(marks))})
        .mark_point(filled=True, opacity=0.72, cursor="pointer")
        .encode(
            x=alt.X(
                "day:T",
                title=None,
                scale=alt.Scale(type="utc", padding=12),
                axis=alt.Axis(format=_FORMATS, labelOverlap=True),
            ),
            y=alt.Y("lane:N", title=None, sort=_LANES, scale=alt.Scale(domain=_LANES)),
            yOffset=alt.YOffset("row:O", scale=alt.Scale(domain=list(range(_ROWS)))),
            color=alt.Color(
                "lane:N",
                legend=None,
                scale=alt.Scale(domain=_LANES, range=list(colours.quads.values())),
            ),
            shape=alt.Shape(
                "status:N",
                scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())),
                legend=alt.Legend(symbolFillColor=colours.quiet),
            ),
            size=alt.condition("datum.id === picked", alt.value(190), alt.value(58)),
            stroke=alt.condition("datum.id === picked", alt.value(colours.ink), alt.value(None)),
        )
        .add_params(picked)
        .properties(width=width, height=HEIGHT)
        .configure(**colours.config())
    )
    made: dict[str, Any] = chart.to_dict(validate=False)
    return made


def _values(marks: Iterable[Mark]) -> Iterator[dict[str, Any]]:
    taken: Counter[tuple[Any, int]] = Counter()
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.happening)):
        row = taken[mark.day, mark.quad_code]
        taken[mark.day, mark.quad_code] += 1
        yield {
            "id": mark.happening,
            "day": mark.day.isoformat(),
            "lane": QUADS[mark.quad_code],
            "status": str(mark.status),
            "row": (row + _ROWS // 2) % _ROWS,
            "act": f"{mark.category} {mark.mode}" if mark.mode else mark.category,
        }
