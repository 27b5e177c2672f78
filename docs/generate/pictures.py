"""The pictures: a run of the program as a terminal shows it, and the flow of the stages."""

from __future__ import annotations

from pathlib import Path

from . import flow, terminal

_LINE = "detente code call.txt --published 2013-09-28"


def pictures(root: Path) -> dict[Path, str]:
    """The SVG text of every picture, by its file.

    Args:
        root: folder of the project.
    """
    images, examples = root / "docs" / "images", root / "docs" / "examples"
    return {
        images / "demo.svg": terminal.picture(_LINE, examples),
        images / "flow.svg": flow.picture(),
    }
