"""JSON lines: the native record, one event a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from detente.records import Article, Event


class JsonLinesWriter:
    """Writes one JSON object a line, with PLOVER's field names.

    Args:
        stream: where to write.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the events of one report; a reader on the other end sees them at once."""
        for event in events:
            self._stream.write(json.dumps(event.to_dict(), ensure_ascii=False) + "\n")
        self._stream.flush()

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - records stand for themselves
        """Nothing comes after the last event."""
        self._stream.flush()
