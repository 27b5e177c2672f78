"""The table for people: who did what to whom, when, whether it happened, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from detente.export.cells import (
    act_cell,
    days_cell,
    excerpt_cell,
    parties_cell,
    says_cell,
    status_cell,
    whether_cell,
)
from detente.export.palette import QUIET_STYLE
from detente.export.paper import Paper
from detente.export.summary import Tally
from detente.export.wording import one_line
from detente.records import Article, Event

_WIDE = 110
_LEGEND = "A date in brackets is the report's own: the text dates the act no further."


class TableWriter:
    """Writes a table a report as soon as it is coded, and a summary of the run at the end.

    Below 110 columns the words of the text are left out, and who asserts an event stands below
    its status.

    Args:
        stream: where to write.
        width: columns to fill; None takes those of the terminal, or 120 where there is none.
    """

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        self._stream = stream
        self._paper = Paper(stream, width)
        self._wide = self._paper.width >= _WIDE
        self._tally = Tally()

    def report(self, article: Article, events: Sequence[Event], /) -> None:
        """Write the table of one report."""
        self._tally.add(events)
        body = self._table(events) if events else Text(" no events", QUIET_STYLE)
        self._paper.print(_heading(article), body, Text())
        self._stream.flush()

    def finish(self, *, skipped: int = 0) -> None:
        """Write the summary."""
        self._tally.skipped = skipped
        self._paper.print(Rule(Text(self._tally.headline, "bold"), style=QUIET_STYLE))
        if self._tally.events:
            legend = Text(_LEGEND, QUIET_STYLE)
            self._paper.print(Text(), self._tally.table(self._paper.width), Text(), legend)
        self._stream.flush()

    def _table(self, events: Sequence[Event]) -> Table:
        columns = _wide_columns() if self._wide else _narrow_columns()
        table = Table(*columns, box=None, expand=True, padding=(0, 1, 0, 1), header_style="dim")
        for event in events:
            cells = [days_cell(event), parties_cell(event.actors), act_cell(event)]
            cells.append(parties_cell(event.recipients))
            if self._wide:
                cells += [
                    whether_cell(event),
                    says_cell(event),
                    excerpt_cell(event, self._paper.width * 2 // 5),
                ]
            else:
                cells.append(status_cell(event))
            table.add_row(*cells)
        return table


def _heading(article: Article) -> Text:
    """Headline, and below it the report's id, outlet and day."""
    published = article.published_on
    rest = [article.publication, published.isoformat() if published else "no date"]
    if article.title is None:
        heading = Text(one_line(article.id), "bold")
    else:
        heading = Text(one_line(article.title) + "\n", "bold")
        rest.insert(0, article.id)
    details = ", ".join(one_line(part) for part in rest if part)
    return heading.append(("" if article.title else "  ") + details, "not bold dim")


def _narrow_columns() -> list[Column]:
    return [
        Column("When", width=12, no_wrap=True),
        Column("Who", ratio=5),
        Column("What", ratio=3, min_width=9),
        Column("To whom", ratio=5),
        Column("Whether", ratio=4, min_width=12),
    ]


def _wide_columns() -> list[Column]:
    return [
        Column("When", width=12, no_wrap=True),
        Column("Who", ratio=5),
        Column("What", ratio=3, min_width=9),
        Column("To whom", ratio=5),
        Column("Whether", width=12),
        Column("Who says so", ratio=4),
        Column("In the text", ratio=7),
    ]
