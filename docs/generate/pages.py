"""Pages whose marked blocks are filled: ``<!-- begin settings -->`` up to ``<!-- end settings -->``.

A block that begins and ends on one line stays on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from . import api, commands, exchange, ontology, tables

_BLOCK = re.compile(
    r"<!-- begin (?P<name>[a-z-]+)(?: (?P<argument>[^ >]+))? -->(?P<gap>\n?).*?<!-- end (?P=name) -->",
    re.DOTALL,
)
_PLACES = ("README.md", "CONTRIBUTING.md", "docs/*.md")

Block = Callable[[str], str]


def filled_pages(root: Path) -> dict[Path, str]:
    """Every page with its blocks as the program has them now.

    Args:
        root: folder of the project.
    """
    blocks = {
        "example": lambda name: _example(root / "docs" / "examples" / name),
        "api": api.reference,
        "commands": lambda _: commands.reference(),
        **tables.BLOCKS,
        **ontology.BLOCKS,
        **exchange.BLOCKS,
    }
    pages = sorted(path for place in _PLACES for path in root.glob(place))
    return {page: _filled(page, blocks) for page in pages}


def _filled(page: Path, blocks: Mapping[str, Block]) -> str:
    def fill(match: re.Match[str]) -> str:
        name, argument = match["name"], match["argument"] or ""
        if name not in blocks:
            raise KeyError(f"{page}: there is no block {name!r}")
        begin = " ".join(part for part in ("begin", name, argument) if part)
        gap = match["gap"] * 2
        return f"<!-- {begin} -->{gap}{blocks[name](argument).strip()}{gap}<!-- end {name} -->"

    return _BLOCK.sub(fill, page.read_text("utf-8"))


def _example(path: Path) -> str:
    """A file of docs/examples: prose as a quotation, which wraps, anything else as it stands."""
    text = path.read_text("utf-8").rstrip()
    if path.suffix == ".txt":
        return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
    return f"```{path.suffix[1:]}\n{text}\n```"
