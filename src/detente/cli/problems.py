"""What could not be used, one line each on standard error."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from detente.records import Reject


def say(line: str, console: Console | None = None) -> None:
    """Put one line on standard error.

    Args:
        line: what to say; characters that would break or hide it are escaped.
        console: where a progress bar is shown that the line must not tear; None where none is.
    """
    console = console or Console(stderr=True)
    console.print(Text(escaped(line)), soft_wrap=True)


def escaped(text: str) -> str:
    """A text whose line breaks and control characters are written as escapes."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


class Problems:
    """Reports what could not be read, and counts it.

    Args:
        console: that of standard error.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.count = 0

    def report(self, problem: Reject | Exception) -> None:
        """Say one problem: the file, the record, what is wrong and what to do."""
        self.count += 1
        say(str(problem), self._console)
