"""CSV: one row an event, with a header, for spreadsheets and statistics packages."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from detente.export.columns import COLUMNS
from detente.records import Article, Event, Telling

_CELLS_WITH_THESE_ARE_QUOTED = "\r\n"


class _Lines:
    """Ends rows with a line feed, while a cell that holds any part of a line end is quoted.

    Args:
        stream: where to write.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, row: str) -> int:
        """Write a row."""
        return self._stream.write(row.removesuffix(_CELLS_WITH_THESE_ARE_QUOTED) + "\n")


class CsvWriter:
    """Writes the columns of ``COLUMNS``; the header comes at once, so that no output lacks it.

    Args:
        stream: where to write; a file must be opened with ``newline=""``.

    Attributes:
        left_out: nothing; every event goes in.
        lost: nothing that a flat row could hold.
    """

    per_happening = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._rows = csv.writer(_Lines(stream), lineterminator=_CELLS_WITH_THESE_ARE_QUOTED)
        self.left_out: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self._rows.writerow([column.name for column in COLUMNS])

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the rows of one report."""
        for event in events:
            self.write(event)
        self._stream.flush()

    def write(self, event: Event, _tellings: Sequence[Telling] = (), /) -> None:
        """Write the row of an event."""
        self._rows.writerow([column.value(event) for column in COLUMNS])

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - rows stand for themselves
        """Nothing comes after the last row."""
        self._stream.flush()
