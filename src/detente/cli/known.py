"""What the registry knows of a name, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.export.palette import QUIET_STYLE

if TYPE_CHECKING:
    from detente.lexicon.registry_rows import Known, Office

_INDENT = (0, 0, 0, 2)


def known_lines(found: Sequence[Known], on: date | None) -> Iterator[RenderableType]:
    """The answers of the registry.

    Args:
        found: the answers.
        on: the day asked for, or None.
    """
    for known in found:
        yield _heading(known)
        if known.offices:
            yield Padding(_offices(known.offices, on), _INDENT)


def _heading(known: Known) -> Text:
    line = Text(known.name, "bold")
    line.append(f"  {' '.join(part for part in (known.code, known.sector) if part)}", "not bold")
    if known.office:
        line.append(f"  {known.office}", "not bold")
    return line.append(f"  {known.kind}, {known.id}", f"not bold {QUIET_STYLE}")


def _offices(offices: Sequence[Office], on: date | None) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for office in offices:
        held = on is not None and office.covers(on.isoformat())
        grid.add_row(
            "*" if held else " ",
            f"{office.start} to {office.end or 'now'}",
            f"{office.code} {office.sector}",
            office.title,
            style="" if held or on is None else QUIET_STYLE,
        )
    return grid
