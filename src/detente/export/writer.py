"""The interface that every format of output implements, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, TextIO

from detente.export.delimited import CsvWriter
from detente.export.json_lines import JsonLinesWriter
from detente.export.table import TableWriter
from detente.records import Article, Event


class OutputFormat(StrEnum):
    """How events are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class EventWriter(Protocol):
    """Writes the events of a run, report by report, as they are coded."""

    def report(self, article: Article, events: Sequence[Event], /) -> None:
        """Write what one report gave.

        Args:
            article: the report.
            events: its events; there may be none.
        """
        ...

    def finish(self, *, skipped: int = 0) -> None:
        """Write what comes after the last report; the stream stays open.

        Args:
            skipped: files and records that could not be read.
        """
        ...


def writer_for(form: OutputFormat, stream: TextIO) -> EventWriter:
    """The writer of a format.

    Args:
        form: the format.
        stream: where to write; the table takes its width and colours from it where it is a
            terminal.
    """
    if form is OutputFormat.JSONL:
        return JsonLinesWriter(stream)
    if form is OutputFormat.CSV:
        return CsvWriter(stream)
    return TableWriter(stream)
