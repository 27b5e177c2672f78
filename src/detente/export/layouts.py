"""How the files of other event data are laid out: their columns, in order, and what each holds."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_FOLDER = "exchange"
_LAYOUTS = "layouts.toml"


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A column of a layout.

    Args:
        name: its header.
        type: text, integer, decimal or day.
        meaning: what it holds in the files of its makers.
        written: what detente puts into it.
    """

    name: str
    type: str
    meaning: str
    written: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the files of one set of event data are laid out.

    Args:
        name: its name, as ``--format`` takes it.
        title: whose files they are.
        delimiter: the character between cells.
        header: whether the first line names the columns.
        suffix: how the names of its files end.
        keeps: what of an event they hold beside who did what to whom on which day.
        columns: the columns in their order.
    """

    name: str
    title: str
    delimiter: str
    header: bool
    suffix: str
    keeps: tuple[str, ...]
    columns: tuple[LayoutColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


@cache
def layouts() -> dict[str, Layout]:
    """All layouts that ship, by name."""
    found = tomllib.loads(_text(_LAYOUTS))
    return {
        name: Layout(
            name=name,
            columns=tuple(LayoutColumn(**row) for row in table_rows(f"{name}.csv")),
            **{**given, "keeps": tuple(given["keeps"])},
        )
        for name, given in found.items()
    }


def table_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the folder ``exchange``, by name of column."""
    return list(csv.DictReader(_text(name).splitlines()))


def _text(name: str) -> str:
    return (resources.files("detente.data") / _FOLDER / name).read_text("utf-8")
