"""What text for people is printed on: a terminal, or a file that shall hold no stray blanks."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console, RenderableType

PLAIN_WIDTH = 120


class Paper:
    """Prints rich text; where no terminal shows it, without blanks at the ends of lines.

    Args:
        stream: where to print.
        width: columns to fill; None takes those of the terminal, or 120 where there is none.
    """

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        if width is None and not stream.isatty():
            width = PLAIN_WIDTH
        self._console = Console(file=stream, width=width, highlight=False)
        self._stream = stream

    @property
    def width(self) -> int:
        """Columns there are."""
        return self._console.width

    def print(self, *parts: RenderableType, wrap: bool = True) -> None:
        """Print some parts, each on lines of its own.

        Args:
            parts: what to print.
            wrap: whether lines longer than the width are wrapped.
        """
        if not parts:
            return
        if self._console.is_terminal:
            self._console.print(*parts, sep="\n", soft_wrap=not wrap)
            return
        with self._console.capture() as printed:
            self._console.print(*parts, sep="\n", soft_wrap=not wrap)
        lines = printed.get().removesuffix("\n").split("\n")
        self._stream.writelines(f"{line.rstrip()}\n" for line in lines)
