"""The tables of a data folder, each read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

from detente.lexicon.lint.csv_table import Row, csv_table
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.toml_table import TomlTable, syntax_fault


class Tables:
    """Reads tables; whatever cannot be read becomes a fault and is otherwise empty.

    Args:
        folder: laid out like ``detente/data``.
    """

    def __init__(self, folder: Traversable) -> None:
        self._texts = dict(_texts(folder, ""))
        self._rows: dict[str, list[Row]] = {}
        self._tomls: dict[str, TomlTable] = {}
        self.faults: list[Fault] = []

    def names(self, prefix: str = "", suffix: str = "") -> list[str]:
        """Paths of the files below the folder, in order."""
        return sorted(
            name for name in self._texts if name.startswith(prefix) and name.endswith(suffix)
        )

    def rows(self, name: str, columns: Sequence[str]) -> list[Row]:
        """The rows of a CSV table.

        Args:
            name: its path below the folder.
            columns: the columns it must have, in order.
        """
        if name not in self._rows:
            found = list(csv_table(name, self.text(name), columns)) if self._has(name) else []
            self.faults.extend(item for item in found if isinstance(item, Fault))
            self._rows[name] = [item for item in found if isinstance(item, Row)]
        return self._rows[name]

    def toml(self, name: str) -> TomlTable:
        """A TOML table.

        Args:
            name: its path below the folder.
        """
        if name not in self._tomls:
            try:
                found = TomlTable(name, self.text(name) if self._has(name) else "")
            except tomllib.TOMLDecodeError as fault:
                self.faults.append(syntax_fault(name, fault))
                found = TomlTable(name, "")
            self._tomls[name] = found
        return self._tomls[name]

    def text(self, name: str) -> str:
        """What a file holds; nothing where it is no UTF-8."""
        found = self._texts[name]
        if isinstance(found, Fault):
            self.faults.append(found)
            self._texts[name] = found = ""
        return found

    def _has(self, name: str) -> bool:
        if name in self._texts:
            return True
        self.faults.append(Fault(name, 0, "", "the table is missing"))
        self._texts[name] = ""
        return False


def _texts(folder: Traversable, prefix: str) -> Iterator[tuple[str, str | Fault]]:
    """The texts of a folder's files by path; a fault for what is no text."""
    for item in folder.iterdir():
        name = f"{prefix}{item.name}"
        if item.is_dir():
            if not item.name.startswith(("_", ".")):
                yield from _texts(item, f"{name}/")
        elif not item.name.endswith((".py", ".pyc")):
            yield name, _text(item, name)


def _text(item: Traversable, name: str) -> str | Fault:
    content = item.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return Fault(name, line, "", "no UTF-8")
