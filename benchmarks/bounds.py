"""What the figures are held to: floors that only rise, and ceilings."""

from __future__ import annotations

import math
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
# floors are rounded down to one of so many steps from 0 to 1
_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a file.

    Args:
        floors: lowest value that a figure may have, by name.
        ceilings: highest value that a figure may have, by name.
    """

    floors: Mapping[str, float]
    ceilings: Mapping[str, float]

    @classmethod
    def read(cls, path: Path) -> Bounds:
        """The bounds of a TOML file with the tables ``floors`` and ``ceilings``."""
        table = tomllib.loads(path.read_text("utf-8"))
        return cls(table["floors"], table["ceilings"])

    def of(self, *openings: str) -> Bounds:
        """The bounds of the figures whose names begin with one of some words."""
        return self._chosen(lambda name: name.startswith(openings))

    def without(self, *openings: str) -> Bounds:
        """The bounds of all other figures."""
        return self._chosen(lambda name: not name.startswith(openings))

    def _chosen(self, is_wanted: Callable[[str], bool]) -> Bounds:
        floors, ceilings = (
            {name: bound for name, bound in bounds.items() if is_wanted(name)}
            for bounds in (self.floors, self.ceilings)
        )
        return Bounds(floors, ceilings)

    def too_low(self, figures: Mapping[str, float]) -> list[str]:
        """A line for each figure that is below its floor, or that was not measured."""
        return _beyond(figures, self.floors, -1, "below its floor")

    def too_high(self, figures: Mapping[str, float]) -> list[str]:
        """A line for each figure that is above its ceiling, or that was not measured."""
        return _beyond(figures, self.ceilings, 1, "above its ceiling")


def told(faults: list[str]) -> int:
    """Says what is out of its bounds; returns the exit code."""
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _beyond(
    figures: Mapping[str, float], bounds: Mapping[str, float], side: int, what: str
) -> list[str]:
    lines: list[str] = []
    for name, bound in bounds.items():
        value = figures.get(name)
        if value is None:
            lines.append(f"{name} was not measured, though it is held to {bound:g}")
        elif math.isnan(value) or (value - bound) * side > 0:
            lines.append(f"{name} is {value:.4f}, {what} {bound:g}")
    return lines


def raised(text: str, figures: Mapping[str, float]) -> str:
    """The text of a bounds file with every floor raised to its figure; none is ever lowered.

    Figures that have a floor already are raised to, rounded down; the rest of the text, with its
    comments, stays.

    Args:
        text: the file's text.
        figures: measured values by name.
    """
    before, head, table = text.partition("[floors]\n")
    floors: Mapping[str, float] = tomllib.loads(text)["floors"]
    for name, floor in floors.items():
        found = _rounded_down(figures.get(name, floor))
        if found > floor:
            table = re.sub(rf"(?m)^({re.escape(name)}\s*=\s*)\S+", rf"\g<1>{found}", table, count=1)
    return before + head + table


def _rounded_down(value: float) -> float:
    return math.floor(value * _STEPS) / _STEPS
