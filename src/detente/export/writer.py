"""The interface that every format of output implements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TextIO

from detente.records import Article, Event, Telling


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


class RecordWriter(EventWriter, Protocol):
    """Writes events for programs: also those of a ledger, which come one by one."""

    @property
    def per_happening(self) -> bool:
        """Whether a ledger gives it one event for each happening, or each event of each report."""
        ...

    @property
    def left_out(self) -> Mapping[str, int]:
        """Events that the format cannot hold, counted by reason."""
        ...

    @property
    def lost(self) -> Mapping[str, int]:
        """Events of which it cannot hold something, counted by what that is."""
        ...

    def write(self, event: Event, tellings: Sequence[Telling] = (), /) -> None:
        """Write an event.

        Args:
            event: the event; of a happening, that of its best report.
            tellings: every report of the happening; empty where only the event is known.
        """
        ...


class WriterFactory(Protocol):
    """Makes the writer of a format; a class or any callable of this form."""

    def __call__(self, stream: TextIO, /) -> EventWriter:
        """The writer to a stream.

        Args:
            stream: where to write; formats that are no text write to its ``buffer``.
        """
        ...
