"""Help that teaches: what a command does, then examples of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from rich.markup import escape


def described(command: Callable[..., None]) -> str:
    """A command's docstring as help: each paragraph on one line, for the terminal to wrap."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def examples(*pairs: tuple[str, str], note: str = "") -> str:
    """The end of a command's help.

    Args:
        pairs: what for, in a few words, and the command line.
        note: a paragraph that follows them.
    """
    lines = ["[bold]Examples[/bold]"]
    for purpose, line in pairs:
        lines += [f"  [dim]# {escape(purpose)}[/dim]", f"  {escape(line)}"]
    return "\n".join(lines) + (f"\n\n{escape(note)}" if note else "")
