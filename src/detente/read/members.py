"""Files inside an archive: each is read as it would be read in a folder."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.packing import Proportion
from detente.read.reader import RawArticle
from detente.read.registry import format_of, packing_of, reader_for
from detente.read.sources import is_furniture
from detente.read.stream import Pulled, check, unpacked

_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside an archive.

    Args:
        name: its name there, which is never opened as a path.
        packed: the bytes that it takes up in the archive.
        pull: gives at most so many of its bytes, none at the end.
    """

    name: str
    packed: int
    pull: Callable[[int], bytes]


def is_passed_over(name: str) -> bool:
    """Whether a file is one that is passed over in a folder too: hidden, or no report."""
    path = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in path.parts)
    return hidden or is_furniture(path) or bool(_ignored().intersection(path.parts))


def nothing_inside() -> UnreadableError:
    """What is wrong with an archive in which all files are passed over."""
    problem = "is an archive without a file that can be read"
    return UnreadableError(problem, "leave it out, or see why it holds no article")


def read_member(member: Member, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of one file inside an archive; what is wrong with it costs only itself.

    Args:
        member: the file.
        options: what the user said about the input.
    """
    name = printable(member.name)
    try:
        for raw in _records(PurePosixPath(name), member, options):
            yield replace(raw, member=f"{name}/{raw.member}" if raw.member else name)
    except UnreadableError as fault:
        yield replace(fault.at(None), member=name)
    except UnicodeError as fault:
        remedy = "save it as UTF-8, or name its encoding"
        yield Fault(None, f"cannot be decoded ({fault})", remedy, name)


def printable(name: str) -> str:
    """The name of a member as messages and citations can hold it."""
    plain = "".join(
        letter
        if letter.isprintable()
        else letter.encode("unicode_escape", "surrogatepass").decode("ascii")
        for letter in name.replace("\\", "/")
    )
    return plain[-_LONGEST_NAME:] or "(no name)"


def _records(
    path: PurePosixPath, member: Member, options: ReadOptions
) -> Iterator[RawArticle | Fault]:
    name = format_of(path)
    if name in _archives():
        problem = "is an archive inside an archive"
        raise UnreadableError(problem, "unpack the outer one and read its folder")
    read = reader_for(name)
    proportion = Proportion(lambda: member.packed)

    def pull(size: int) -> bytes:
        data = member.pull(size)
        proportion.add(len(data))
        return data

    stream: io.BufferedReader = io.BufferedReader(Pulled(pull))
    if packing := packing_of(path):
        stream = unpacked(stream, packing, lambda: member.packed)
    check(stream, name, read, options)
    yield from read(stream, options)


def _archives() -> frozenset[str]:
    return frozenset(_table()["archives"]["suffixes"])


def _ignored() -> frozenset[str]:
    return frozenset(_table()["archives"]["ignored"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files("detente.data") / "formats.toml").read_text("utf-8"))
