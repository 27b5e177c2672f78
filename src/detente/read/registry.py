"""Which reader serves which suffix; other packages add theirs as entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import cast

from detente.errors import MissingExtraError
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
        ("xml", "petrarch_xml:read"),
        ("rtf", "rich_text:read"),
        ("docx", "word_document:read"),
        ("pdf", "pdf_document:read"),
        ("eml", "mail:read_message"),
        ("mbox", "mail:read_mailbox"),
        ("warc", "web_archive:read"),
        ("zip", "zip_archive:read"),
        ("tar", "tar_archive:read"),
        (STANDARD_INPUT, "standard_input:read"),
    )
}

_PACKED = (".gz", ".bz2")
_PACKED_TAR = {".tgz": "gz", ".tbz2": "bz2"}


def format_of(path: PurePath) -> str:
    """Suffix of a path in lower case, without the dot and without ``.gz``; empty if none."""
    return PurePath(_unpacked_name(path)).suffix[1:].lower()


def stem_of(path: PurePath) -> str:
    """Name of a file without suffix and ``.gz``."""
    return PurePath(_unpacked_name(path)).stem


def packing_of(path: PurePath) -> str | None:
    """How a file is compressed, going by its name: ``gz``, ``bz2`` or not at all."""
    suffix = path.suffix.lower()
    return _PACKED_TAR.get(suffix) or (suffix[1:] if suffix in _PACKED else None)


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
    except MissingExtraError as fault:
        problem = f"{fault.feature} needs the '{fault.extra}' extra"
        raise UnreadableError(problem, f"pip install 'detente[{fault.extra}]'") from fault
    except (ImportError, AttributeError) as fault:
        problem = f"the reader of .{name} does not load ({' '.join(str(fault).split())})"
        raise UnreadableError(problem, "install the package that it needs") from fault


def _unpacked_name(path: PurePath) -> str:
    suffix = path.suffix.lower()
    if suffix in _PACKED_TAR:
        return f"{path.stem}.tar"
    return path.stem if suffix in _PACKED else path.name


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
