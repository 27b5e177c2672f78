"""Writers of the layouts of others: one row for each pair of parties of an event."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, TextIO

from detente.export.keeping import left_out_for, lost
from detente.export.layouts import layouts
from detente.export.pairs import Pair, pairs
from detente.records import Article, Event, Telling

Cells = Mapping[str, object]
# None of these formats knows quotation marks: whatever would end a cell or a row is a space.
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029\0]+")


class RowWriter(ABC):
    """Writes the rows of a layout; the header, if it has one, comes at once.

    Args:
        stream: where to write; a file must be opened with ``newline=""``.

    Attributes:
        left_out: events that the format cannot hold, counted by reason.
        lost: events of which it cannot hold something, counted by what that is.
    """

    name: ClassVar[str]
    per_happening: ClassVar[bool] = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._layout = layouts()[self.name]
        self.left_out: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        if self._layout.header:
            self._write(self._layout.names)

    @abstractmethod
    def cells(self, pair: Pair) -> Cells:
        """The cells of the row of a pair, by name of column; what is not among them is empty."""

    def rows(self, pair: Pair) -> Iterator[Cells]:
        """The rows of a pair; one, unless the format has it otherwise."""
        yield self.cells(pair)

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the rows of one report."""
        for event in events:
            self.write(event)
        self._stream.flush()

    def write(self, event: Event, tellings: Sequence[Telling] = ()) -> None:
        """Write the rows of an event, or count it where the format cannot hold it."""
        reason = left_out_for(event)
        if reason is not None:
            self.left_out[reason] += 1
            return
        self.lost.update(lost(event, self._layout.keeps))
        for pair in pairs(event, tellings):
            for cells in self.rows(pair):
                self._write([cells.get(name) for name in self._layout.names])

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - rows stand for themselves
        """Nothing comes after the last row."""
        self._stream.flush()

    def _write(self, cells: Sequence[object]) -> None:
        self._stream.write(self._layout.delimiter.join(map(_cell, cells)) + "\n")


def _cell(value: object) -> str:
    return "" if value is None else _BREAKS.sub(" ", str(value))
