"""From a source to a stream of unpacked bytes, with a count of what was consumed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from detente.read.decode import refuse_binary
from detente.read.fault import UnreadableError
from detente.read.options import ReadOptions
from detente.read.registry import is_packed
from detente.read.sources import SourceFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# News packs to a tenth or so; only a file made to exhaust memory or patience passes these.
_MAX_RATIO = 200
_RATIO_FROM = 16 * 1024 * 1024
_LONGEST_MARK = 4


class Meter:
    """Counts the bytes taken from a source, as they are on disk.

    Args:
        on_bytes: called with the number of bytes of each read, or None.
    """

    def __init__(self, on_bytes: Callable[[int], None] | None) -> None:
        self.total = 0
        self._on_bytes = on_bytes

    def add(self, count: int) -> None:
        """Count more bytes."""
        self.total += count
        if count and self._on_bytes is not None:
            self._on_bytes(count)

    def finish(self, size: int) -> None:
        """Count what a source was left with, so that a progress bar ends at its total."""
        self.add(max(0, size - self.total))


class _Raw(io.RawIOBase):
    """Bytes pulled through a function, as the io module wants them."""

    def __init__(self, pull: Callable[[int], bytes]) -> None:
        self._pull = pull
        self._begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)
        data = self._pull(len(room))
        while not self._begun and 0 < len(data) < _LONGEST_MARK:
            # A slow pipe may give its first bytes singly; the encoding needs them together.
            more = self._pull(len(room) - len(data))
            if not more:
                break
            data += more
        self._begun = True
        room[: len(data)] = data
        return len(data)


class _Unpacked:
    """The content of a gzip stream, given up once it is out of all proportion."""

    def __init__(self, packed: io.BufferedReader, meter: Meter) -> None:
        self._file = gzip.GzipFile(fileobj=packed, mode="rb")
        self._meter = meter
        self._total = 0

    def pull(self, size: int) -> bytes:
        try:
            data = self._file.read1(size)
        except EOFError as fault:
            problem = "the compressed file is cut short, its last part is missing"
            raise UnreadableError(problem, "copy or download it again") from fault
        except (gzip.BadGzipFile, zlib.error) as fault:
            problem = "is no sound gzip file"
            raise UnreadableError(problem, "copy it again, or drop .gz from its name") from fault
        self._total += len(data)
        if self._total > max(_RATIO_FROM, _MAX_RATIO * self._meter.total):
            problem = f"unpacks to more than {_MAX_RATIO} times its size"
            raise UnreadableError(problem, "unpack it yourself if you trust it")
        return data


@contextmanager
def opened(file: SourceFile, options: ReadOptions, meter: Meter) -> Iterator[io.BufferedReader]:
    """The unpacked bytes of a source.

    Args:
        file: the source.
        options: what the user said about the input.
        meter: counts the bytes consumed, before unpacking.

    Raises:
        UnreadableError: it is empty, binary or badly packed.
        OSError: it cannot be opened.
    """
    with _base(file, options) as base:

        def pull(size: int) -> bytes:
            data = base.read1(size)
            meter.add(len(data))
            return data

        stream: io.BufferedReader = io.BufferedReader(_Raw(pull))
        if file.path is not None and is_packed(file.path):
            stream = io.BufferedReader(_Raw(_Unpacked(stream, meter).pull))
        head = stream.peek()
        if not head:
            raise UnreadableError("is empty", "leave it out, or see why nothing was written to it")
        refuse_binary(head, options.encoding)
        yield stream


@contextmanager
def _base(file: SourceFile, options: ReadOptions) -> Iterator[io.BufferedIOBase]:
    if file.path is None:
        yield options.stdin or cast("io.BufferedIOBase", sys.stdin.buffer)
        return
    with file.path.open("rb") as base:
        yield base
