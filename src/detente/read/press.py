"""Documents given as lines: one article, or an export of Nexis or Factiva with many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.read import factiva, nexis
from detente.read.fault import Fault
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle


def exported(lines: Sequence[str], options: ReadOptions) -> Iterator[RawArticle | Fault] | None:
    """The articles of an export; None if the lines are none of one.

    Args:
        lines: paragraphs, or lines of the print, without blank ones.
        options: what the user said about the input.
    """
    if nexis.is_export(lines):
        return nexis.read_lines(lines, options)
    return factiva.read_lines(lines, options) if factiva.is_export(lines) else None


def documents(lines: Sequence[str], options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of an export, or the one article that the lines are.

    Args:
        lines: paragraphs, or lines of the print, without blank ones.
        options: what the user said about the input.
    """
    found = exported(lines, options)
    yield from found if found is not None else [RawArticle(text="\n".join(lines))]
