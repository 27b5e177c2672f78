"""A run of the coder over what the user names: reports in, each with its coding out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import detente
from detente.cli.problems import Problems, say
from detente.errors import ReadError
from detente.read import ReadOptions, articles
from detente.read.registry import STANDARD_INPUT
from detente.records import Article
from detente.settings import Settings

if TYPE_CHECKING:
    from detente.coding import Coding


def taken_in(
    sources: Sequence[str],
    reading: ReadOptions,
    problems: Problems,
    *,
    strict: bool = False,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Article]:
    """The articles of some sources.

    Args:
        sources: files, folders, globs or ``-``.
        reading: what is known about them.
        problems: is told what cannot be read.
        strict: whether to end at the first problem.
        on_bytes: called with the bytes read since the last call.
    """
    if STANDARD_INPUT in sources and sys.stdin.isatty():
        say("reading what you type; end it with Ctrl-D")
    if not strict:
        yield from articles(*sources, options=reading, on_reject=problems.report, on_bytes=on_bytes)
        return
    try:
        yield from articles(*sources, options=reading, on_bytes=on_bytes)
    except ReadError as fault:
        # What was read before the fault is in the coder's hands and still comes out.
        problems.report(fault)


def codings(reports: Iterator[Article], settings: Settings, problems: Problems) -> Iterator[Coding]:
    """What came of each report, in order.

    The coder is loaded with the first report, so that input without any fails at once.

    Args:
        reports: the articles.
        settings: how to code.
        problems: is told which report met a fault of the program.
    """
    first = next(reports, None)
    if first is not None:
        coder = detente.Coder(settings)
        yield from coder.codings(chain([first], reports), on_fault=problems.report)
