"""Compressed content, given up once it is out of all proportion to what it was packed in."""

from __future__ import annotations

import bz2
import gzip
import io
import zlib
from collections.abc import Callable

from detente.read.fault import UnreadableError

# News packs to a tenth or so; only a file made to exhaust memory or patience passes these.
_MAX_RATIO = 200
_RATIO_FROM = 16 * 1024 * 1024
_OPENERS: dict[str, Callable[[io.BufferedReader], io.BufferedIOBase]] = {
    "gz": lambda packed: gzip.GzipFile(fileobj=packed, mode="rb"),
    "bz2": bz2.BZ2File,
}
_NAMES = {"gz": "gzip", "bz2": "bzip2"}


class Proportion:
    """Watches how much comes out of what was packed.

    Args:
        packed: tells the bytes that were taken in so far.
    """

    def __init__(self, packed: Callable[[], int]) -> None:
        self._packed = packed
        self._total = 0

    def add(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            UnreadableError: they are too many.
        """
        self._total += count
        if self._total > max(_RATIO_FROM, _MAX_RATIO * self._packed()):
            problem = f"unpacks to more than {_MAX_RATIO} times its size"
            raise UnreadableError(problem, "unpack it yourself if you trust it")


class Unpacked:
    """The content of a compressed stream.

    Args:
        packed: the stream.
        packing: how it is compressed: ``gz`` or ``bz2``.
        proportion: is told what comes out.
    """

    def __init__(self, packed: io.BufferedReader, packing: str, proportion: Proportion) -> None:
        self._file = _OPENERS[packing](packed)
        self._packing = packing
        self._proportion = proportion

    def pull(self, size: int) -> bytes:
        """The next bytes, none at the end.

        Raises:
            UnreadableError: they are badly packed, cut short or out of proportion.
        """
        try:
            data = self._file.read1(size)
        except EOFError as fault:
            problem = "the compressed file is cut short, its last part is missing"
            raise UnreadableError(problem, "copy or download it again") from fault
        except (OSError, zlib.error) as fault:
            if isinstance(fault, OSError) and fault.errno is not None:
                raise
            problem = f"is no sound {_NAMES[self._packing]} file"
            remedy = f"copy it again, or drop .{self._packing} from its name"
            raise UnreadableError(problem, remedy) from fault
        self._proportion.add(len(data))
        return data
