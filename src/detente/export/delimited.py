"""CSV: one row an event, with a header, for spreadsheets and statistics packages."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from detente.export.columns import COLUMNS
from detente.records import Article, Event


class CsvWriter:
    """Writes the columns of ``COLUMNS``; the header comes at once, so that no output lacks it.

    Args:
        stream: where to write; a file must be opened with ``newline=""``.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._rows = csv.writer(stream, lineterminator="\n")
        self._rows.writerow([column.name for column in COLUMNS])

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the rows of one report."""
        self._rows.writerows([column.value(event) for column in COLUMNS] for event in events)
        self._stream.flush()

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - rows stand for themselves
        """Nothing comes after the last row."""
        self._stream.flush()
