"""Reports by month, those of the largest outlets apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt

from detente.serve.charts.colours import Colours

HEIGHT = 200


def coverage_chart(
    rows: Sequence[tuple[date, str, int]], colours: Colours, width: int | str
) -> dict[str, Any]:
    """The coverage as Vega-Lite.

    Args:
        rows: first day of a month, outlet, number of reports.
        colours: what to draw with.
        width: in pixels, or ``container``.
    """
    values = [
        {"month": month.isoformat(), "outlet": outlet, "reports": number}
        for month, outlet, number in rows
    ]
    outlets = list(dict.fromkeys(outlet for _, outlet, _ in rows))
    shades = [*colours.quads.values(), colours.link, colours.quiet]
    chart = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(opacity=0.85)
        .encode(
            x=alt.X("month:T", title=None, timeUnit="utcyearmonth"),
            y=alt.Y("sum(reports):Q", title="reports", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "outlet:N", scale=alt.Scale(domain=outlets, range=shades[: len(outlets)])
            ),
        )
        .properties(width=width, height=HEIGHT)
        .configure(**colours.config())
    )
    made: dict[str, Any] = chart.to_dict(validate=False)
    return made
