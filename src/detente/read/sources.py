"""From what the user names to the files there are."""

from __future__ import annotations

import glob
import os
import stat
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path, PurePath

from detente.read.fault import UnreadableError
from detente.read.registry import STANDARD_INPUT, format_of
from detente.records import Reject


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read, or standard input.

    Args:
        path: where it is; None for standard input.
        name: path as given, for messages and citations; ``<stdin>`` for standard input.
        size: bytes on disk, 0 for standard input.
    """

    path: Path | None
    name: str
    size: int


STDIN = SourceFile(None, "<stdin>", 0)
# A folder with these holds tables, not reports.
_LEDGER = frozenset(("ledger.json", "lock", "tables"))


def expand(source: str | Path) -> Iterator[SourceFile | Reject]:
    """The files that a source stands for, in order of their names.

    Args:
        source: a file, a folder (with all below it, hidden ones and ledgers left out), a glob, or
            ``-``.

    Yields:
        The files, and a reject for each place that cannot be looked into.
    """
    if str(source) == STANDARD_INPUT:
        yield STDIN
        return
    seen: set[tuple[int, int]] = set()
    empty = True
    for path, name in _matches(source):
        for found in _visit(path, name, seen, named=name == printable(source)):
            empty = False
            yield found
    if empty:
        problem = "holds or matches no file that can be read"
        yield Reject(printable(source), None, problem, "check the path and the files there")


def count_estimate(sources: Iterable[str | Path]) -> int | None:
    """Bytes that reading these sources will consume, as a total for a progress bar.

    Args:
        sources: as for ``articles``.

    Returns:
        The bytes on disk, or None if standard input is among them.
    """
    total = 0
    for source in sources:
        for found in expand(source):
            if found is STDIN:
                return None
            total += found.size if isinstance(found, SourceFile) else 0
    return total


def is_furniture(path: PurePath) -> bool:
    """Whether a file, by its suffix, is one that lies beside articles and is none."""
    return format_of(path) in _furniture()


def os_fault(fault: OSError) -> UnreadableError:
    """An error of the operating system, in the user's words."""
    if isinstance(fault, PermissionError):
        return UnreadableError("may not be read: permission denied", "ask for the right to read it")
    if isinstance(fault, FileNotFoundError):
        return UnreadableError("does not exist", "check the path")
    return UnreadableError(
        f"cannot be read: {fault.strerror or fault}", "check the file and its disk"
    )


def printable(path: str | Path) -> str:
    """A path as text that any output can hold, even where its name is no valid text."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _matches(source: str | Path) -> list[tuple[Path, str]]:
    pattern = str(source)
    # A file whose real name holds a "[" is meant as it is written.
    if "\0" in pattern or os.path.lexists(pattern) or not glob.has_magic(pattern):
        return [(Path(pattern), printable(pattern))]
    found = sorted(map(Path, glob.iglob(pattern, recursive=True)))  # noqa: PTH207  may be absolute
    folders = {path for path in found if os.path.isdir(path)}  # noqa: PTH112  never raises
    # "**" gives a folder and what is in it; the folder brings that already.
    return [(path, printable(path)) for path in found if folders.isdisjoint(path.parents)]


def _visit(
    path: Path, name: str, seen: set[tuple[int, int]], *, named: bool = False
) -> Iterator[SourceFile | Reject]:
    try:
        yield from _look(path, name, seen, named=named)
    except OSError as fault:
        yield _reject(name, os_fault(fault))
    except ValueError:
        yield _reject(name, UnreadableError("is no path that a file can have", "check the path"))


def _look(
    path: Path, name: str, seen: set[tuple[int, int]], *, named: bool
) -> Iterator[SourceFile | Reject]:
    status = path.stat()
    if stat.S_ISREG(status.st_mode):
        if named or not is_furniture(path):
            yield SourceFile(path, name, status.st_size)
    elif stat.S_ISDIR(status.st_mode):
        place = (status.st_dev, status.st_ino)
        if place not in seen:  # a link back to a folder above would never end
            seen.add(place)
            yield from _visit_folder(path, seen)
    else:
        fault = UnreadableError("is no file or folder", "pipe it into standard input and give '-'")
        yield _reject(name, fault)


def _visit_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[SourceFile | Reject]:
    paths = sorted(folder.iterdir())
    if _LEDGER.issubset(path.name for path in paths):
        return
    for path in paths:
        if not path.name.startswith("."):
            yield from _visit(path, printable(path), seen)


def _reject(name: str, fault: UnreadableError) -> Reject:
    return Reject(name, None, fault.problem, fault.remedy)


@cache
def _furniture() -> frozenset[str]:
    table = tomllib.loads((resources.files("detente.data") / "formats.toml").read_text("utf-8"))
    return frozenset(table["furniture"]["suffixes"])
