"""The figures table of the README or another page, between two comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bounds import FILE, Bounds
from figures import FIGURES
from shared import ROOT

_OPENING, _CLOSING = "<!-- figures -->", "<!-- /figures -->"
_HEADER = "| figure | value | held to |\n|---|---:|---:|"


def write_figures(figures: Mapping[str, float], path: Path = ROOT / "README.md") -> None:
    """Writes measured figures to a page; nothing where it has no place for them."""
    text = path.read_text("utf-8")
    new = with_figures(text, figures, Bounds.read(FILE))
    if new != text:
        path.write_text(new, "utf-8")


def with_figures(text: str, figures: Mapping[str, float], bounds: Bounds) -> str:
    """A text with figures in the table between its two comments.

    Figures that were not measured this time keep the rows that they have.

    Args:
        text: the page.
        figures: measured values by name.
        bounds: what the figures are held to.
    """
    before, opening, rest = text.partition(_OPENING)
    table, closing, after = rest.partition(_CLOSING)
    if not opening or not closing:
        return text
    rows = _rows(table)
    for name in figures:
        rows[FIGURES[name].what] = _row(name, figures[name], bounds)
    kept = [rows[figure.what] for figure in FIGURES.values() if figure.what in rows]
    body = "\n".join([_HEADER, *kept])
    return f"{before}{opening}\n{body}\n{closing}{after}"


def _rows(table: str) -> dict[str, str]:
    """The rows of a table by their first cell."""
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return {line.split("|")[1].strip(): line for line in lines}


def _row(name: str, value: float, bounds: Bounds) -> str:
    figure = FIGURES[name]
    held = ""
    if name in bounds.floors:
        held = f"at least {figure.written(bounds.floors[name])}"
    elif name in bounds.ceilings:
        held = f"at most {figure.written(bounds.ceilings[name])}"
    return f"| {figure.what} | {figure.written(value)} | {held} |"
