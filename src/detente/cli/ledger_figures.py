"""A ledger's figures as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from detente.export.palette import QUIET_STYLE
from detente.export.wording import NOTHING, counted, one_line

if TYPE_CHECKING:
    from detente.ledger import Run, Summary

_SOURCES_SHOWN = 10
_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_THOUSAND = 1000


def summary_lines(summary: Summary) -> Iterator[RenderableType]:
    """A ledger in some figures, then its sources."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style=QUIET_STYLE)
    table.add_column()
    for name, value in _figures(summary):
        table.add_row(name, Text(value))
    yield table
    if summary.sources:
        yield Text()
        yield _sources(summary)


def _figures(summary: Summary) -> Iterator[tuple[str, str]]:
    yield "ledger", one_line(summary.path)
    made = f", {summary.time:%Y-%m-%d %H:%M} UTC" if summary.time else ""
    yield "version", f"{summary.version or NOTHING}{made}"
    yield "reports", f"{summary.articles:,}{_span(summary)}"
    yield "events", f"{summary.events:,}"
    yield "happenings", f"{summary.happenings:,}"
    yield "contacts", f"{summary.contacts:,}"
    yield "claims", f"{summary.claims:,}"
    if summary.corrections:
        yield "corrections", f"{summary.corrections:,}"
    yield "rejects", f"{summary.rejects:,}"
    for coder, lexicon in summary.codings:
        yield "coded by", f"{coder}, lexicon {lexicon}"
    yield "size", _size(summary.bytes)


def _span(summary: Summary) -> str:
    if summary.first_published is None:
        return ""
    return f", published {summary.first_published} to {summary.last_published}"


def _sources(summary: Summary) -> Table:
    columns = (Column("source"), Column("reports", justify="right"))
    table = Table(*columns, box=None, padding=(0, 2, 0, 0), header_style=QUIET_STYLE)
    for name, number in summary.sources[:_SOURCES_SHOWN]:
        table.add_row(Text(one_line(name) or "(none named)"), f"{number:,}")
    rest = summary.sources[_SOURCES_SHOWN:]
    if rest:
        more = sum(number for _, number in rest)
        table.add_row(Text(f"{counted(len(rest), 'more source')}", QUIET_STYLE), f"{more:,}")
    return table


def _size(count: int) -> str:
    size, unit = float(count), 0
    while size >= _THOUSAND and unit < len(_UNITS) - 1:
        size, unit = size / _THOUSAND, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit else f"{count} {_UNITS[0]}"


def history_table(runs: Iterable[Run]) -> Table:
    """Versions, one a row."""
    numbers = (Column(name, justify="right") for name in ("reports", "events", "rejects"))
    columns = (
        *(Column("version", justify="right"), Column("time (UTC)"), Column("command")),
        *(*numbers, Column("coder"), Column("remark")),
    )
    table = Table(*columns, box=None, padding=(0, 2, 0, 0), header_style=QUIET_STYLE)
    for run in runs:
        counts = (run.articles, run.events, run.rejects)
        remark = one_line(", ".join(part for part in (run.author, run.note) if part))
        table.add_row(
            str(run.version),
            f"{run.time:%Y-%m-%d %H:%M:%S}",
            run.command,
            *(f"{count:,}" if count else NOTHING for count in counts),
            Text(run.coder or NOTHING),
            Text(remark),
        )
    return table
