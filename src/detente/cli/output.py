"""Where events are written, and in which format."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from detente.export import formats, record_formats
from detente.export.registry import CSV, JSONL, TABLE
from detente.read.sources import SourceFile, expand

_BY_SUFFIX = {
    ".csv": CSV,
    ".geojson": "geojson",
    ".parquet": "parquet",
    ".arrows": "arrow",
}


def event_format(text: str) -> str:
    """The name of a format of output, as the user gave it.

    Raises:
        BadParameter: there is no such format.
    """
    return _known(text, formats())


def record_format(text: str) -> str:
    """The name of a format for programs, as the user gave it.

    Raises:
        BadParameter: there is no such format.
    """
    return _known(text, record_formats())


def _known(text: str, names: Sequence[str]) -> str:
    found = text.lower()
    if found not in names:
        raise typer.BadParameter(f"there is no format {text!r}; there is {', '.join(names)}")
    return found


def chosen_format(asked: str | None, file: Path | None) -> str:
    """The format to write: the one asked for, else what suits the place.

    Args:
        asked: the format the user named, or None.
        file: the file to write, or None for standard output.
    """
    if asked is not None:
        return asked
    if file is not None:
        return _BY_SUFFIX.get(file.suffix.lower(), JSONL)
    return TABLE if sys.stdout.isatty() else JSONL


def standard_output() -> TextIO:
    """Standard output, as UTF-8 unless it is a terminal with an encoding of its own."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    return stream


@contextmanager
def opened_output(file: Path | None) -> Iterator[TextIO]:
    """The stream to write to.

    Args:
        file: the file to write, or None for standard output.

    Raises:
        BadParameter: the file cannot be written.
    """
    if file is None:
        yield standard_output()
        return
    try:
        stream = file.open("w", encoding="utf-8", newline="")
    except OSError as fault:
        message = f"{file} cannot be written: {fault.strerror}"
        raise typer.BadParameter(message, param_hint="--output") from fault
    with stream:
        yield stream


def refuse_own_input(file: Path | None, sources: Sequence[str]) -> None:
    """Refuse to write where the input is read, which would lose it or feed on itself.

    Args:
        file: the file to write, or None for standard output.
        sources: what is read.

    Raises:
        BadParameter: the file is one of the sources, or lies in a folder among them.
    """
    if _is_written_to(file, sources) or _lies_below(file, sources):
        name = file or "the file that standard output goes to"
        message = f"{name} is part of the input and would be read as a report; write it elsewhere"
        raise typer.BadParameter(message, param_hint="--output")


def _is_written_to(file: Path | None, sources: Sequence[str]) -> bool:
    status = _status(file)
    if status is None or not stat.S_ISREG(status.st_mode):
        return False
    return any(
        os.path.samestat(status, found.path.stat())
        for source in sources
        for found in expand(source)
        if isinstance(found, SourceFile) and found.path is not None
    )


def _lies_below(file: Path | None, sources: Sequence[str]) -> bool:
    """Whether a file that is yet to be written lies in a folder that will be read."""
    if file is None:
        return False
    folders = (Path(source).resolve() for source in sources)
    return any(folder.is_dir() and folder in file.resolve().parents for folder in folders)


def _status(file: Path | None) -> os.stat_result | None:
    try:
        return os.fstat(sys.stdout.fileno()) if file is None else file.stat()
    except (OSError, ValueError):
        return None
