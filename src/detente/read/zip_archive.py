"""ZIP archives: each file inside is read as it would be read in a folder."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from detente.read.fault import Fault, UnreadableError
from detente.read.members import Member, is_passed_over, nothing_inside, printable, read_member
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle, binary
from detente.read.stream import sought

_ENCRYPTED = 1


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of the files in an archive, in the order of their names."""
    with sought(stream) as file, opened_zip(file) as archive:
        items = sorted(archive.infolist(), key=lambda item: item.filename)
        wanted = [item for item in items if not _is_left_out(item.filename)]
        if not wanted:
            raise nothing_inside()
        for item in wanted:
            yield from _member(archive, item, options)


def _is_left_out(name: str) -> bool:
    return name.endswith("/") or is_passed_over(name)


def opened_zip(file: IO[bytes]) -> ZipFile:
    """The archive in a file.

    Raises:
        UnreadableError: it is none, or a damaged one.
    """
    try:
        return ZipFile(file)
    except (BadZipFile, LargeZipFile, ValueError, EOFError, NotImplementedError) as fault:
        problem = f"is no sound ZIP archive ({_reason(fault)})"
        raise UnreadableError(problem, "copy or download it again") from fault


def opened_member(archive: ZipFile, item: ZipInfo) -> Member:
    """One file of an archive.

    Raises:
        UnreadableError: it is encrypted, damaged, or packed in a way that is not known.
    """
    if item.flag_bits & _ENCRYPTED:
        raise UnreadableError("is encrypted", "unpack it with its password and read the folder")
    try:
        content = archive.open(item)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as fault:
        raise _damaged(fault) from fault

    def pull(size: int) -> bytes:
        try:
            return content.read(size)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError) as fault:
            if isinstance(fault, OSError) and fault.errno is not None:
                raise
            raise _damaged(fault) from fault

    return Member(item.filename, item.compress_size, pull)


def _member(archive: ZipFile, item: ZipInfo, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    try:
        member = opened_member(archive, item)
    except UnreadableError as fault:
        yield Fault(None, fault.problem, fault.remedy, printable(item.filename))
        return
    yield from read_member(member, options)


def _damaged(fault: Exception) -> UnreadableError:
    problem = f"is damaged inside the archive ({_reason(fault)})"
    return UnreadableError(problem, "copy or download the archive again")


def _reason(fault: Exception) -> str:
    return printable(str(fault))[:_SHOWN] or type(fault).__name__


_SHOWN = 100
