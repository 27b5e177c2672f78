"""Whose work each table is: SOURCES.md."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables

FILE = "SOURCES.md"


def faults(tables: Tables) -> Iterator[Fault]:
    """Tables of which nothing is said; a folder can be named for all that it holds."""
    if FILE not in tables.names():
        yield Fault(FILE, 0, "", "the file is missing")
        return
    text = tables.text(FILE)
    for name in tables.names():
        folder, slash, _ = name.rpartition("/")
        if name != FILE and f"`{name}`" not in text and not (slash and f"`{folder}/`" in text):
            yield Fault(FILE, 0, name, "nothing is said of this table")
