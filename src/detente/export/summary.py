"""What a run came to: events by category and status, counted as they pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from detente.export.palette import CATEGORY_STYLE, STATUS_STYLE
from detente.export.wording import counted
from detente.records import Event, Status

_BAR = "━"
_LONGEST_BAR, _SHORTEST_BAR = 24, 8
_BESIDE_BAR = 70


class Tally:
    """Counts reports, events, and what could not be read."""

    def __init__(self) -> None:
        self.reports = self.skipped = 0
        self._statuses: Counter[tuple[str, Status]] = Counter()
        self._claims: Counter[str] = Counter()
        self._quads: dict[str, int] = {}

    def add(self, events: Sequence[Event]) -> None:
        """Count one report with its events."""
        self.reports += 1
        for event in events:
            self._statuses[event.category, event.status] += 1
            self._claims[event.category] += bool(event.attribution)
            self._quads[event.category] = event.quad_code

    @property
    def events(self) -> int:
        """All events."""
        return self._statuses.total()

    @property
    def headline(self) -> str:
        """The run in one line."""
        parts = [counted(self.reports, "report"), counted(self.events, "event")]
        if self.skipped:
            parts.append(f"{self.skipped:,} skipped")
        return ", ".join(parts)

    def by_category(self) -> list[tuple[str, int]]:
        """Events by category, the most frequent first."""
        counts: Counter[str] = Counter()
        for (category, _), number in self._statuses.items():
            counts[category] += number
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def table(self, width: int) -> RenderableType:
        """Events by category and status.

        Args:
            width: columns of the terminal; the bars take what is left of them.
        """
        rows = self.by_category()
        room = min(_LONGEST_BAR, width - _BESIDE_BAR)
        table = Table(*_columns(), box=None, padding=(0, 2, 0, 0), header_style="dim")
        largest = max((number for _, number in rows), default=1)
        for category, number in rows:
            style = CATEGORY_STYLE[self._quads[category]]
            cells = [self._cell(category, status) for status in Status]
            claims = self._claims[category]
            bar = _BAR * max(1, round(room * number / largest))
            table.add_row(
                Text(category, style),
                str(number),
                *cells,
                Text(str(claims) if claims else "·", "" if claims else "dim"),
                *([Text(bar, style)] if room >= _SHORTEST_BAR else []),
            )
        return table

    def _cell(self, category: str, status: Status) -> Text:
        number = self._statuses[category, status]
        return Text(str(number), STATUS_STYLE[status]) if number else Text("·", "dim")


def _columns() -> list[Column]:
    names = ["events", *(str(status) for status in Status), "claimed"]
    return [Column("category"), *(Column(name, justify="right") for name in names)]
