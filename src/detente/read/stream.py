"""From a source to a stream of unpacked bytes, with a count of what was consumed."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

from detente.read.decode import refuse_binary, refuse_other
from detente.read.fault import UnreadableError
from detente.read.options import ReadOptions
from detente.read.packing import Proportion, Unpacked
from detente.read.reader import Reader, is_binary
from detente.read.registry import packing_of
from detente.read.sources import SourceFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LONGEST_MARK = 4
_KEPT_IN_MEMORY = 16 * 1024 * 1024


class Meter:
    """Counts the bytes taken from a source, as they are on disk.

    Args:
        on_bytes: called with the number of bytes of each read, or None.
        size: bytes that there are, 0 if unknown; what is read twice counts once.
    """

    def __init__(self, on_bytes: Callable[[int], None] | None, size: int = 0) -> None:
        self.total = 0
        self._on_bytes = on_bytes
        self._size = size

    def add(self, count: int) -> None:
        """Count more bytes."""
        if self._size:
            count = min(count, self._size - self.total)
        self.total += count
        if count > 0 and self._on_bytes is not None:
            self._on_bytes(count)

    def finish(self, size: int) -> None:
        """Count what a source was left with, so that a progress bar ends at its total."""
        self.add(max(0, size - self.total))


class Pulled(io.RawIOBase):
    """Bytes pulled through a function, as the io module wants them.

    Args:
        pull: gives at most so many bytes, none at the end.
        base: the file they come from if places in it can be sought, or None.
    """

    def __init__(self, pull: Callable[[int], bytes], base: io.BufferedIOBase | None = None) -> None:
        self._pull = pull
        self._base = base
        self._begun = False

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Whether places in it can be sought."""
        return self._base is not None

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place."""
        if self._base is None:
            raise io.UnsupportedOperation
        return self._base.seek(offset, whence)

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer as far as one pull goes."""
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


@contextmanager
def opened(file: SourceFile, options: ReadOptions, meter: Meter) -> Iterator[io.BufferedReader]:
    """The unpacked bytes of a source.

    Args:
        file: the source.
        options: what the user said about the input.
        meter: counts the bytes consumed, before unpacking.

    Raises:
        OSError: it cannot be opened.
    """
    with _base(file, options) as base:

        def pull(size: int) -> bytes:
            data = base.read1(size)
            meter.add(len(data))
            return data

        packing = None if file.path is None else packing_of(file.path)
        if packing is None:
            yield io.BufferedReader(Pulled(pull, base if file.path else None))
        else:
            yield unpacked(io.BufferedReader(Pulled(pull)), packing, lambda: meter.total)


def unpacked(
    packed: io.BufferedReader, packing: str, count: Callable[[], int]
) -> io.BufferedReader:
    """The content of a compressed stream.

    Args:
        packed: the stream.
        packing: as ``packing_of`` gives it.
        count: tells how many bytes of the source were taken so far.
    """
    content = Unpacked(packed, packing, Proportion(count))
    return io.BufferedReader(Pulled(content.pull))


def check(stream: io.BufferedReader, name: str, read: Reader, options: ReadOptions) -> None:
    """Make sure that a stream can be what its name says.

    Args:
        stream: the bytes; none is taken.
        name: the format: a suffix, or ``-``.
        read: the reader of that format.
        options: what the user said about the input.

    Raises:
        UnreadableError: it is empty, another format, or binary where text is expected.
    """
    head = stream.peek()
    if not head:
        raise UnreadableError("is empty", "leave it out, or see why nothing was written to it")
    if is_binary(read):
        refuse_other(head, name)
    else:
        refuse_binary(head, options.encoding)


@contextmanager
def sought(stream: io.BufferedReader) -> Iterator[IO[bytes]]:
    """The bytes of a stream as a file in which places can be sought.

    Args:
        stream: copied to disk if it is a pipe or was packed.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("IO[bytes]", copy)


@contextmanager
def _base(file: SourceFile, options: ReadOptions) -> Iterator[io.BufferedIOBase]:
    if file.path is None:
        yield options.stdin or cast("io.BufferedIOBase", sys.stdin.buffer)
        return
    with file.path.open("rb") as base:
        yield base
