"""Cooperation and conflict by month, and the difference against its own two-year band."""

from __future__ import annotations

from typing import Any

import altair as alt

from detente.ledger.dyad import Balance
from detente.serve.charts.colours import Colours

HEIGHT = 180
_KINDS = ("cooperation", "conflict")


def balance_chart(balance: Balance, colours: Colours, width: int | str) -> dict[str, Any]:
    """The balance as Vega-Lite.

    Args:
        balance: the balance of a pair.
        colours: what to draw with.
        width: in pixels, or ``container``.
    """
    months = [*balance.months, *([balance.running] if balance.running else [])]
    counts = [
        {"month": month.first.isoformat(), "kind": kind, "acts": sign * getattr(month, kind)}
        for month in months
        for kind, sign in zip(_KINDS, (1, -1), strict=True)
    ]
    nets = [{"month": month.first.isoformat(), "net": month.net} for month in balance.months]
    band = [{"low": balance.net.low, "high": balance.net.high}]
    x = alt.X("month:T", title=None, timeUnit="utcyearmonth", axis=alt.Axis(format="%b %Y"))
    layers = alt.layer(
        alt.Chart(alt.InlineData(values=band))
        .mark_rect(color=colours.quiet, opacity=0.16)
        .encode(y=alt.Y("low:Q", title="acts", axis=alt.Axis(tickMinStep=1)), y2="high:Q"),
        alt.Chart(alt.InlineData(values=counts))
        .mark_bar(opacity=0.8)
        .encode(
            x=x,
            y="acts:Q",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=_KINDS, range=[colours.quads[2], colours.quads[4]]),
            ),
        ),
        alt.Chart(alt.InlineData(values=nets))
        .mark_line(color=colours.ink, strokeWidth=1.5, point={"color": colours.ink, "size": 14})
        .encode(x=x, y="net:Q"),
        alt.Chart(alt.InlineData(values=[{}]))
        .mark_rule(color=colours.quiet)
        .encode(y=alt.datum(0)),
    )
    chart = layers.properties(width=width, height=HEIGHT).configure(**colours.config())
    made: dict[str, Any] = chart.to_dict(validate=False)
    return made
