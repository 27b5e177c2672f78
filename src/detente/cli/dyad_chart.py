"""Cooperation and conflict of a pair by month, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from detente.cli.dyad_signs import Signs
from detente.export.palette import QUIET_STYLE
from detente.ledger.dyad import MONTHS, Balance, Band, Month, Trend

_COOPERATION, _CONFLICT = "green", "red"
_TREND_STYLE = {Trend.BETTER: "bold green", Trend.WORSE: "bold red", Trend.USUAL: ""}
_INDENT = (0, 0, 0, 2)
_LABEL = 17
_YEAR = 4


def chart_lines(
    balance: Balance, signs: Signs, last_report: date | None
) -> Iterator[RenderableType]:
    """The chart, with what is usual beside it and how the last months stand to it below.

    Args:
        balance: the months.
        signs: signs to draw with.
        last_report: day of the last report on the pair, or None.
    """
    first, last = balance.months[0].first, balance.months[-1].first
    heading = Text("Balance", "bold")
    span = f"  acts by month, {first:%Y-%m} to {last:%Y-%m}, each happening once"
    yield heading.append(span, "not bold dim")
    running = [balance.running] if balance.running else []
    if any(month.cooperation or month.conflict for month in (*balance.months, *running)):
        yield Padding(_chart(balance, signs), _INDENT)
        yield Padding(_verdict(balance), _INDENT)
    else:
        earlier = last_report and last_report < first
        hint = f"; --as-of {last_report} shows those before the last report" if earlier else ""
        yield Padding(Text(f"nothing in these months{hint}", QUIET_STYLE), _INDENT)
    for month in running:
        yield Padding(_running(month), _INDENT)
    yield Text()


def _chart(balance: Balance, signs: Signs) -> Table:
    columns = (Column(width=_LABEL), Column(no_wrap=True), Column(style=QUIET_STYLE))
    table = Table(*columns, box=None, padding=(0, 2, 0, 0), show_header=False, pad_edge=False)
    shown = [*balance.months, *([balance.running] if balance.running else [])]
    cooperation = [month.cooperation for month in shown]
    conflict = [month.conflict for month in shown]
    most = max(*cooperation, *conflict)
    for name, numbers, style, band in (
        ("cooperation", cooperation, _COOPERATION, balance.cooperation),
        ("conflict", conflict, _CONFLICT, balance.conflict),
    ):
        row = Text(_row(numbers, most, signs), style)
        table.add_row(name, row, f"mean {band.mean:.1f}, usually {_range(band, signs)}")
    table.add_row("", Text(_years(balance.months), QUIET_STYLE), f"highest {most:,}")
    return table


def _row(numbers: Sequence[int], most: int, signs: Signs) -> str:
    """The months that are over, and apart from them the one that is not."""
    over, running = numbers[:MONTHS], numbers[MONTHS:]
    return " ".join(signs.chart(part, most) for part in (over, running) if part)


def _years(months: Sequence[Month]) -> str:
    """Each year below its January."""
    line = " " * len(months)
    for place, month in enumerate(months):
        if month.first.month == 1 and place + _YEAR <= len(months):
            line = f"{line[:place]}{month.first.year}{line[place + _YEAR :]}"
    return line


def _range(band: Band, signs: Signs) -> str:
    return f"{band.low:.1f}{signs.dash}{band.high:.1f}"


def _verdict(balance: Balance) -> Text:
    usual = f"usually {balance.net.low:+.1f} to {balance.net.high:+.1f}"
    told = f"cooperation less conflict {balance.recent:+.1f} a month over the last three, {usual}"
    if balance.trend is None:
        return Text(f"too few months to compare with; {told}", QUIET_STYLE)
    return Text.assemble((str(balance.trend), _TREND_STYLE[balance.trend]), f": {told}")


def _running(month: Month) -> Text:
    told = f"{month.first:%Y-%m} so far: {month.cooperation:,} of cooperation, {month.conflict:,} of conflict"
    return Text(told, QUIET_STYLE)
