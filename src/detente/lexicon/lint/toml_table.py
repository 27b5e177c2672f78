"""A TOML table whose entries know their lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.lexicon.lint.fault import Fault

_HEADER = re.compile(r"(\[{1,2})\s*([\w.\"'-]+)\s*\]{1,2}\s*(?:#.*)?\Z")
_KEY = re.compile(r"[\"']?([\w-]+)[\"']?\s*=")
_FAULT_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table.

    Args:
        file: the table's path below the data folder.
        name: its id, or the name of its section.
        line: 1-based line on which it begins.
        values: its fields.
        text: its lines.
    """

    file: str
    name: str
    line: int
    values: Mapping[str, Any]
    text: tuple[str, ...] = ()

    def words(self, name: str) -> list[str]:
        """The strings of a field that holds a list; none where it holds anything else."""
        value = self.values.get(name)
        return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []

    def fault(self, reason: str, near: str = "") -> Fault:
        """A fault of the entry.

        Args:
            reason: what is wrong.
            near: words that stand on the line at fault.
        """
        return Fault(self.file, self._line_of(near), self.name, reason)

    def _line_of(self, near: str) -> int:
        if near:
            for offset, line in enumerate(self.text):
                if near in line:
                    return self.line + offset
        return self.line


class TomlTable:
    """A parsed TOML file.

    Args:
        file: its path below the data folder.
        text: what it holds.

    Raises:
        TOMLDecodeError: it is no TOML.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.values = tomllib.loads(text)
        self._lines = text.splitlines()

    def entries(self, name: str) -> list[Entry]:
        """The entries of an array of tables, named by their id."""
        found = self.values.get(name, [])
        rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
        starts = list(self._starts("[[", name))
        if len(starts) != len(rows):
            starts = [0] * len(rows)
        return [
            self._entry(str(row.get("id", f"{name} {number}")), row, start)
            for number, (row, start) in enumerate(zip(rows, starts, strict=True), 1)
        ]

    def sections(self) -> list[Entry]:
        """The tables of the top level, named by their names."""
        return [
            self._entry(name, row, next(self._starts("[", name), 0))
            for name, row in self.values.items()
            if isinstance(row, dict)
        ]

    def section(self, name: str) -> Entry:
        """One table of the top level; empty where there is none."""
        row = self.values.get(name)
        values = row if isinstance(row, dict) else {}
        return self._entry(name, values, next(self._starts("[", name), 0))

    def whole(self) -> Entry:
        """The fields of the top level as one entry."""
        return Entry(self.file, "", 1, self.values, tuple(self._lines))

    def _entry(self, name: str, row: Mapping[str, Any], start: int) -> Entry:
        end = next(self._headers(start + 1), len(self._lines))
        return Entry(self.file, name, start + 1, row, tuple(self._lines[start:end]))

    def _starts(self, brackets: str, name: str) -> Iterator[int]:
        for number, line in enumerate(self._lines):
            match = _HEADER.match(line)
            if match and match.group(1) == brackets and match.group(2).strip("\"'") == name:
                yield number

    def _headers(self, start: int) -> Iterator[int]:
        for number in range(start, len(self._lines)):
            if _HEADER.match(self._lines[number]):
                yield number


def syntax_fault(file: str, fault: tomllib.TOMLDecodeError) -> Fault:
    """What the parser of TOML says, with the line it names."""
    line = _FAULT_LINE.search(str(fault))
    return Fault(file, int(line.group(1)) if line else 0, "", f"no TOML: {fault}")


def unknown_keys(entry: Entry, known: Iterable[str]) -> Iterator[Fault]:
    """A fault for each field of an entry that nothing reads."""
    for name in sorted(set(entry.values) - set(known)):
        yield entry.fault(f"unknown field {name!r}", f"{name} =")
