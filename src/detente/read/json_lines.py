"""JSON lines: one article a line, read a line at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from detente.read.assemble import too_long
from detente.read.decode import text_of
from detente.read.fault import Fault, UnreadableError
from detente.read.objects import gather_objects, parse
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle

# A mark or null bytes are left at the ends of a line where files in several encodings were joined.
_JOINTS = "\ufeff\0 \t\r\n"


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of a file of JSON lines; a record's number is that of its line."""
    yield from read_lines(lines(text_of(stream, options, "\n"), options.record_limit), options)


def read_lines(
    numbered: Iterable[tuple[int, str | None]], options: ReadOptions
) -> Iterator[RawArticle | Fault]:
    """The articles of JSON lines.

    Args:
        numbered: lines with their numbers, None in place of one that is too long.
        options: what the user said about the input.

    Raises:
        UnreadableError: at the end, if all lines were blank.
    """
    yield from gather_objects(_values(numbered, options), options)


def lines(text: io.TextIOBase, limit: int) -> Iterator[tuple[int, str | None]]:
    """The lines of a text with their numbers from 1, never holding more than one.

    Args:
        text: what to read.
        limit: characters of the longest line; a longer one is passed over and given as None.
    """
    number = 0
    while line := text.readline(limit):
        number += 1
        if len(line) < limit or line.endswith("\n"):
            yield number, line
            continue
        while (rest := text.readline(limit)) and not rest.endswith("\n"):
            pass
        yield number, None


def is_object(line: str | None) -> bool:
    """Whether a line is a JSON object."""
    try:
        return line is not None and isinstance(parse(line.strip(_JOINTS)), dict)
    except UnreadableError:
        return False


def _values(
    numbered: Iterable[tuple[int, str | None]], options: ReadOptions
) -> Iterator[tuple[int, object] | Fault]:
    blank = True
    for number, line in numbered:
        if line is None:
            blank = False
            yield too_long(options).at(number)
        elif bare := line.strip(_JOINTS):
            blank = False
            try:
                yield number, parse(bare)
            except UnreadableError as fault:
                yield fault.at(number)
    if blank:
        raise UnreadableError(
            "holds only blank lines", "leave it out, or see why it holds no article"
        )
