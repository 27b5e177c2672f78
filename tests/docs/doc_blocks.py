"""The pages of the documentation and the blocks of code in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = tuple(
    sorted(
        [
            *ROOT.glob("docs/*.md"),
            *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG")),
        ]
    )
)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PROMPT = "$ "
_CODE = frozenset(("python", "sql"))


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Args:
        language: the word behind the fence.
        text: what stands between the fences.
        start: offset of the text in the page.
        line: number of its first line in the page, from 1.
    """

    language: str
    text: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """Code of a page with the output that the page shows for it.

    Args:
        line: number of its first line in the page, from 1.
        code: a command without its prompt, Python code, or SQL.
        shown: the output, or None where the page shows none.
        start: offset of the output in the page.
    """

    line: int
    code: str
    shown: str | None
    start: int
    language: str = "console"


def name_of(page: Path) -> str:
    """A page as a message names it."""
    return str(page.relative_to(ROOT))


def blocks(page: str) -> list[Block]:
    """The blocks of a page.

    Args:
        page: its text.
    """
    return [
        Block(match[1], match[2], match.start(2), page.count("\n", 0, match.start(2)) + 1)
        for match in _FENCE.finditer(page)
    ]


def examples(page: str) -> Iterator[Example]:
    """What a page runs, in order.

    Args:
        page: its text.
    """
    found = blocks(page)
    for number, block in enumerate(found):
        if block.language == "console":
            yield from _commands(block)
        elif block.language in _CODE:
            after = found[number + 1] if number + 1 < len(found) else None
            between = page[block.start + len(block.text) : after.start] if after else ""
            # The output follows with nothing but the two fences between.
            if after and after.language == "text" and between.split() == ["```", "```text"]:
                yield Example(block.line, block.text, after.text, after.start, block.language)
            else:
                yield Example(block.line, block.text, None, 0, block.language)


def _commands(block: Block) -> Iterator[Example]:
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    offset = block.start + len(parts[0])
    for part in parts[1:]:
        command, _, output = part.partition("\n")
        offset += len(_PROMPT)
        line = block.line + block.text.count("\n", 0, offset - block.start)
        yield Example(line, command, output, offset + len(command) + 1)
        offset += len(part)
