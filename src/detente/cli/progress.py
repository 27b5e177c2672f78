"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from detente.export.wording import counted


def watched(console: Console) -> bool:
    """Whether somebody looks at standard error; forced colours alone are nobody."""
    return sys.stderr.isatty() and console.is_interactive


class Gauge:
    """How far a run has come.

    Args:
        console: that of standard error.
        total: bytes that will be read, or None if unknown.
        shown: whether there is a bar at all.
    """

    def __init__(self, console: Console, total: int | None, *, shown: bool) -> None:
        self._progress = Progress(
            TextColumn("[progress.description]{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not shown,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._shown = shown
        self._task = self._progress.add_task("reading", total=total)
        self._reports = self._events = 0

    def __enter__(self) -> Self:
        if self._shown:
            self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._progress.stop()

    def read(self, count: int) -> None:
        """Count bytes that were read."""
        self._progress.advance(self._task, count)

    def coded(self, events: int) -> None:
        """Count a report with its events."""
        self._reports += 1
        self._events += events
        self._progress.update(self._task, description=self._counts())

    def summary(self, skipped: int, file: Path | None) -> str:
        """The run in one line.

        Args:
            skipped: files and records that could not be read.
            file: the file that was written, or None.
        """
        left = f", {skipped:,} skipped" if skipped else ""
        return f"{self._counts()}{left}" + (f" -> {file}" if file else "")

    def _counts(self) -> str:
        return f"{counted(self._reports, 'report')}, {counted(self._events, 'event')}"

    @contextmanager
    def aside(self, output: TextIO) -> Iterator[None]:
        """Take the bar away while something is written that a terminal shows."""
        if not self._shown or not output.isatty():
            yield
            return
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()
