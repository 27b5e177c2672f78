"""TAR archives: each file inside is read as it would be read in a folder."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import Self

from detente.read.fault import Fault, UnreadableError
from detente.read.members import Member, is_passed_over, nothing_inside, read_member
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle, binary

# Headers that hold a long name or other notes on the next file; they are read in one piece.
_NOTES = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_LONGEST_NOTE = 1_048_576
_REMEDY = "copy or download it again; what came before was read"


# Its classes name an argument like the module.
_EndMark: type[Exception] = tarfile.EOFHeaderError  # type: ignore[attr-defined]


class _Info(tarfile.TarInfo):
    """A header whose notes are not too long to be held in memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        found = super().frombuf(buf, encoding, errors)
        if found.type in _NOTES and found.size > _LONGEST_NOTE:
            raise UnreadableError("is no sound TAR archive (a header is too long)", _REMEDY)
        return found

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile)
        except _EndMark:
            if isinstance(tarfile, _Archive):
                tarfile.has_end = True
            raise


class _Archive(tarfile.TarFile):
    """An archive that tells one that ends from one that was cut between two files."""

    tarinfo = _Info
    has_end = False
    members: list[tarfile.TarInfo]


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of the files in an archive, in their order there."""
    empty = True
    with _opened(stream) as archive:
        while (item := _next(archive)) is not None:
            if item.isfile() and not is_passed_over(item.name):
                empty = False
                yield from read_member(_member(archive, item), options)
            archive.members = []  # it would keep them all
        if not archive.has_end:
            raise UnreadableError("is cut short: its end mark is missing", _REMEDY)
    if empty:
        raise nothing_inside()


def _opened(stream: io.BufferedReader) -> _Archive:
    try:
        return _Archive.open(fileobj=stream, mode="r|")
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as fault:
        raise UnreadableError("is no TAR archive", "copy or download it again") from fault


def _next(archive: _Archive) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as fault:
        raise UnreadableError("is no sound TAR archive, or is cut short", _REMEDY) from fault


def _member(archive: _Archive, item: tarfile.TarInfo) -> Member:
    content = archive.extractfile(item)

    def pull(size: int) -> bytes:
        try:
            return b"" if content is None else content.read(size)
        except (tarfile.TarError, EOFError) as fault:
            raise UnreadableError("is cut short", "copy or download the archive again") from fault

    return Member(item.name, item.size, pull)
