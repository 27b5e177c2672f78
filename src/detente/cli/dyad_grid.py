"""The lines of an answer about a pair: a day or a name, what is told, and the reports it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from detente.export.palette import QUIET_STYLE

_INDENT = (0, 0, 0, 2)
_LABEL = 17


class Grid:
    """A section: a heading, and lines below it.

    Args:
        heading: its name.
        wide: whether the reports stand beside what they are for, or below it.
        note: what stands beside the heading.
    """

    def __init__(self, heading: str, note: str = "", *, wide: bool) -> None:
        self._wide = wide
        self._heading = Text(heading, "bold").append(f"  {note}" if note else "", "not bold dim")
        columns = [Column(width=_LABEL), Column(ratio=3, overflow="fold")]
        if wide:
            columns.append(Column(ratio=2, style=QUIET_STYLE, overflow="fold"))
        self._table = Table(
            *columns, box=None, expand=True, padding=(0, 2, 0, 0), show_header=False, pad_edge=False
        )

    def line(self, label: str | Text, told: Text, reports: str = "") -> None:
        """Add a line.

        Args:
            label: the day, or what it is about.
            told: what is told.
            reports: the reports it rests on, in brackets.
        """
        if self._wide:
            self._table.add_row(label, told, Text(reports))
            return
        if reports:
            told = told + Text(f"\n{reports}", QUIET_STYLE)
        self._table.add_row(label, told)

    def rest(self, shown: int, number: int) -> None:
        """Say how many lines there are that are not shown."""
        if number > shown:
            self.line("", Text(f"and {number - shown:,} earlier", QUIET_STYLE))

    def nothing(self, told: str) -> None:
        """Add a line that there is nothing."""
        self.line(Text("none", QUIET_STYLE), Text(told, QUIET_STYLE))

    def lines(self) -> Iterable[RenderableType]:
        """What to print, with a blank line after it."""
        return (self._heading, Padding(self._table, _INDENT), Text())
