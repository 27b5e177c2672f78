"""Which reader serves which suffix; other packages add theirs as entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import cast

from detente.read.fault import UnreadableError
from detente.read.reader import Reader

GROUP = "detente.readers"
STANDARD_INPUT = "-"

# Loaded when first used, since the reader of web pages takes a while to import.
_BUILT_IN = {
    name: EntryPoint(name, f"detente.read.{place}", GROUP)
    for name, place in (
        ("txt", "plain_text:read"),
        ("md", "plain_text:read"),
        ("html", "web_page:read"),
        ("htm", "web_page:read"),
        ("json", "json_document:read"),
        ("jsonl", "json_lines:read"),
        ("ndjson", "json_lines:read"),
        ("csv", "delimited:read_csv"),
        ("tsv", "delimited:read_tsv"),
        (STANDARD_INPUT, "standard_input:read"),
    )
}


def format_of(path: PurePath) -> str:
    """Suffix of a path in lower case, without the dot and without ``.gz``; empty if none."""
    return PurePath(_unpacked_name(path)).suffix[1:].lower()


def stem_of(path: PurePath) -> str:
    """Name of a file without suffix and ``.gz``."""
    return PurePath(_unpacked_name(path)).stem


def is_packed(path: PurePath) -> bool:
    """Whether a file is compressed with gzip, going by its name."""
    return path.suffix.lower() == ".gz"


def formats() -> tuple[str, ...]:
    """The suffixes that can be read, without dots, in alphabetical order."""
    return tuple(sorted({*_BUILT_IN, *added()} - {STANDARD_INPUT}))


def reader_for(name: str) -> Reader:
    """The reader of a format.

    Args:
        name: suffix in lower case without the dot, or ``-`` for standard input.

    Raises:
        UnreadableError: no reader serves it, or an added one does not load.
    """
    point = _BUILT_IN.get(name) or added().get(name)
    if point is None:
        raise _unknown(name)
    try:
        return cast("Reader", point.load())
    except (ImportError, AttributeError) as fault:
        problem = f"the reader of .{name} does not load ({' '.join(str(fault).split())})"
        raise UnreadableError(problem, "install the package that it needs") from fault


def _unpacked_name(path: PurePath) -> str:
    return path.stem if is_packed(path) else path.name


def _unknown(name: str) -> UnreadableError:
    problem = (
        f"files of format .{name} are not read" if name else "has no suffix to tell its format"
    )
    known = ", ".join(f".{suffix}" for suffix in formats())
    return UnreadableError(problem, f"convert or rename it to one of {known}")


@cache
def added() -> dict[str, EntryPoint]:
    """The readers that installed packages add, by suffix in lower case."""
    return {point.name.lower(): point for point in entry_points(group=GROUP)}
