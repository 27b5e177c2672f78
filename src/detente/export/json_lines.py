"""JSON lines: the native record, one event a line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from detente.records import Article, Event, Telling


class JsonLinesWriter:
    """Writes one JSON object a line, with PLOVER's field names.

    Args:
        stream: where to write.

    Attributes:
        left_out: nothing; every event goes in.
        lost: nothing; every field is kept.
    """

    per_happening = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.left_out: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the events of one report; a reader on the other end sees them at once."""
        for event in events:
            self.write(event)
        self._stream.flush()

    def write(self, event: Event, _tellings: Sequence[Telling] = (), /) -> None:
        """Write the record of an event."""
        self._stream.write(json.dumps(event.to_dict(), ensure_ascii=False) + "\n")

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - records stand for themselves
        """Nothing comes after the last event."""
        self._stream.flush()
