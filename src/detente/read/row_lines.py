"""The lines of a delimited text, which can be taken again where a row turns out broken."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator

_QUOTE = '"'
_LINE_ENDS = ("\n", "\r")


class RowTooLongError(Exception):
    """The row at hand is longer than may be held in memory."""


class RowLines:
    """Lines of a text, of which those of the row at hand are kept.

    Args:
        text: opened so that it ends lines without translating them.
        limit: characters of the longest row.

    Raises:
        RowTooLongError: by ``next``, at a line with which the row passes the limit.
    """

    def __init__(self, text: io.TextIOBase, limit: int) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self._size = 0
        self.limit = limit
        self.row: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._pull()
        if not line:
            raise StopIteration
        self.row.append(line)
        self.number += 1
        self._size += len(line)
        if self._size > self.limit:
            raise RowTooLongError
        return line

    @property
    def is_first_whole(self) -> bool:
        """Whether the first line of the row is there to its end."""
        return len(self.row[0]) <= self.limit or self.row[0].endswith(_LINE_ENDS)

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.row = []
        self._size = 0

    def end_row(self) -> bool:
        """Take the lines of a broken row up to where its quotation marks pair.

        Returns:
            False if the row grows too long before that.
        """
        odd = self._quotes() % 2
        try:
            while odd and (line := next(self, None)) is not None:
                odd ^= line.count(_QUOTE) % 2
        except RowTooLongError:
            return False
        return True

    def skip_row(self) -> None:
        """Pass over the rest of a row that is too long to keep."""
        odd, line = self._quotes() % 2, self.row[-1]
        while line and (odd or not line.endswith(_LINE_ENDS)):
            line = self._pull()
            self.number += line.endswith(_LINE_ENDS)
            odd ^= line.count(_QUOTE) % 2

    def keep_first(self) -> None:
        """Put back all lines of the row but its first."""
        self._again.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row) - 1
        del self.row[1:]

    def _quotes(self) -> int:
        return sum(line.count(_QUOTE) for line in self.row)

    def _pull(self) -> str:
        return self._again.popleft() if self._again else self._text.readline(self.limit + 1)
