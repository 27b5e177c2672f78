"""The read stage: from what the user names to articles and rejects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from detente.errors import Place, ReadError
from detente.read.assemble import assemble, name_within
from detente.read.fault import Fault, UnreadableError
from detente.read.identity import Identities
from detente.read.options import DEFAULTS, ReadOptions
from detente.read.registry import STANDARD_INPUT, format_of, reader_for
from detente.read.sources import SourceFile, expand, os_fault
from detente.read.stream import Meter, check, opened
from detente.records import Article, Reject


def articles(
    *sources: str | Path,
    options: ReadOptions = DEFAULTS,
    on_reject: Callable[[Reject], None] | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Article]:
    """Read articles, one at a time.

    Args:
        sources: files, folders (with all below them, hidden ones left out), globs, or ``-`` for
            standard input.
        options: what is known about the input.
        on_reject: called for each file or record that cannot be read; the others are still read.
        on_bytes: called with the bytes consumed since the last call; they add up to
            ``count_estimate``.

    Yields:
        The articles in order of source, file and record, each under an id of its own.

    Raises:
        ReadError: at the first file or record that cannot be read, unless ``on_reject`` is given.
    """
    identities = Identities()
    for source in sources:
        for found in expand(source):
            items = [found] if isinstance(found, Reject) else _read(found, options, on_bytes)
            for item in items:
                if isinstance(item, Article):
                    yield identities.distinguish(item)
                else:
                    _report(item, on_reject)


def _report(reject: Reject, on_reject: Callable[[Reject], None] | None) -> None:
    if on_reject is None:
        place = Place(reject.source, reject.record)
        raise ReadError(place, reject.problem, reject.remedy)
    on_reject(reject)


def _read(
    file: SourceFile, options: ReadOptions, on_bytes: Callable[[int], None] | None
) -> Iterator[Article | Reject]:
    meter = Meter(on_bytes, file.size)
    try:
        yield from _records(file, options, meter)
    except UnreadableError as fault:
        yield _reject(file, fault.at(None))
    except OSError as fault:
        yield _reject(file, os_fault(fault).at(None))
    except UnicodeError as fault:
        problem = f"cannot be decoded ({fault})"
        yield _reject(file, Fault(None, problem, "save it as UTF-8, or name its encoding"))
    meter.finish(file.size)


def _records(file: SourceFile, options: ReadOptions, meter: Meter) -> Iterator[Article | Reject]:
    name = STANDARD_INPUT if file.path is None else format_of(file.path)
    read = reader_for(name)
    with opened(file, options, meter) as stream:
        check(stream, name, read, options)
        for raw in read(stream, options):
            if isinstance(raw, Fault):
                yield _reject(file, raw)
                continue
            try:
                article = assemble(raw, file, options)
            except UnreadableError as fault:
                yield _reject(file, replace(fault.at(raw.record), member=raw.member))
            else:
                yield article


def _reject(file: SourceFile, fault: Fault) -> Reject:
    source = name_within(file, fault.member)
    return Reject(source, fault.record, fault.problem, fault.remedy)
