"""A command with what it prints, as a picture of a terminal."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

_COLUMN, _LINE, _SIZE, _MARGIN = 8.4, 18, 14, 20
_WIDTH = 120
_INK, _QUIET, _PAPER = "#282c34", "#6b7078", "#fafaf8"
# red, green, yellow, blue, magenta and cyan of a terminal, dark enough for a light ground
_COLOURS = ("", "#b02a37", "#19703c", "#8a5e00", "#1e54a0", "#84348c", "#006c7a")
# The fonts are those of the reader's own machine: a picture must not fetch anything.
_FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_RUN = re.compile(r"\S+(?: \S+)*")


def picture(line: str, folder: Path) -> str:
    """The SVG text.

    Args:
        line: the command as a user types it; it begins with the program's name.
        folder: where it is run.
    """
    shown = Text.assemble("$ ", (line, "bold"), "\n\n", Text.from_ansi(_output(line, folder)))
    lines = shown.split("\n")
    width = round(_WIDTH * _COLUMN) + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    about = f'role="img" aria-label="What {escape(line)} prints"'
    font = f'font-family="{_FONTS}" font-size="{_SIZE}" fill="{_INK}"'
    size = f'viewBox="0 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {about} {font}>',
        f'<rect width="{width}" height="{height}" rx="8" fill="{_PAPER}" stroke="#d5d5d0"/>',
        *(part for number, text in enumerate(lines) for part in _drawn(number, text)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawn(number: int, line: Text) -> Iterator[str]:
    """The runs of a line, each at its own column, so that no font can move what follows."""
    y = _MARGIN + _LINE * number + _SIZE
    column = 0
    for segment in line.render(Console(width=_WIDTH), end=""):
        for run in _RUN.finditer(segment.text):
            x = _MARGIN + _COLUMN * (column + cell_len(segment.text[: run.start()]))
            length = _COLUMN * cell_len(run.group())
            yield (
                f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}"'
                f' lengthAdjust="spacingAndGlyphs"{_style(segment)}>{escape(run.group())}</text>'
            )
        column += cell_len(segment.text)


def _style(segment: Segment) -> str:
    style = segment.style or Style()
    number = style.color.number if style.color else None
    colour = _COLOURS[number] if number is not None and number < len(_COLOURS) else ""
    colour = colour or (_QUIET if style.dim else "")
    return (f' fill="{colour}"' if colour else "") + (' font-weight="bold"' if style.bold else "")


def _output(line: str, folder: Path) -> str:
    """What a command prints on a terminal with colours."""
    unset = ("NO_COLOR", "COLUMNS")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(  # noqa: S603 - the program itself
        [sys.executable, "-m", "detente.cli", *shlex.split(line)[1:], "--format", "table"],
        capture_output=True,
        cwd=folder,
        env=environment | {"FORCE_COLOR": "1", "TERM": "xterm-256color"},
        check=True,
    )
    return done.stdout.decode("utf-8").rstrip()
