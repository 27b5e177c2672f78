"""Markdown: tables and the docstrings of the program."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_SECTION = re.compile(r"(Args|Returns|Yields|Raises):")
_ITEM = re.compile(r"(\*?\w+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Docstring:
    """A docstring taken apart.

    Args:
        text: the paragraphs before the sections.
        sections: by heading, the text of each section.
    """

    text: str
    sections: dict[str, str] = field(default_factory=dict)

    def items(self, section: str) -> dict[str, str]:
        """The named items of a section with their meaning."""
        entries = re.split(r"\n(?=\S)", self.sections.get(section, ""))
        matches = (_ITEM.fullmatch(entry.strip()) for entry in entries)
        return {match[1]: " ".join(match[2].split()) for match in matches if match}


def docstring(documented: object) -> Docstring:
    """The docstring of a class or function.

    Raises:
        ValueError: it has none.
    """
    text = inspect.getdoc(documented)
    if not text:
        raise ValueError(f"{documented!r} has no docstring")
    lines: list[str] = []
    sections: dict[str, list[str]] = {}
    current = lines
    for line in text.splitlines():
        heading = _SECTION.fullmatch(line)
        if heading:
            current = sections.setdefault(heading[1], [])
        elif current is lines or line.startswith("    ") or not line:
            current.append(line)
        else:
            current = lines
            current.append(line)
    plain = {name: inspect.cleandoc("\n".join(body)) for name, body in sections.items()}
    return Docstring(marked("\n".join(lines).strip()), {k: marked(v) for k, v in plain.items()})


def marked(text: str) -> str:
    """A docstring's text with Markdown's marks for code."""
    return text.replace("``", "`")


def code(text: str) -> str:
    """A text as code, in a table as well."""
    return f"`{text}`" if text else ""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
