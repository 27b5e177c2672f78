"""The signs that an answer about a pair is drawn with, where the terminal knows them and where not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_BLOCKS = "▁▂▃▄▅▆▇█"
_MOST_DIGIT = 9


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs to draw with.

    Args:
        opening: opens a quotation.
        closing: closes it.
        dash: between two parties, and from one day to another.
        ellipsis: where words are left out.
        none: a month without anything.
        blocks: columns of rising height; empty where the terminal has none, and figures are shown.
    """

    opening: str
    closing: str
    dash: str
    ellipsis: str
    none: str
    blocks: str

    def column(self, number: int, most: int) -> str:
        """One month of a chart.

        Args:
            number: what is counted.
            most: the highest number of the chart.
        """
        if not number:
            return self.none
        if not self.blocks:
            return str(number) if number <= _MOST_DIGIT else "+"
        return self.blocks[-(-number * len(self.blocks) // most) - 1]

    def chart(self, numbers: Sequence[int], most: int) -> str:
        """A row of a chart, a sign for each month."""
        return "".join(self.column(number, most) for number in numbers)


_PLAIN = Signs('"', '"', "-", "...", ".", "")
_FULL = Signs("“", "”", "–", "…", "·", _BLOCKS)


def signs_for(encoding: str) -> Signs:
    """The signs that an encoding has.

    Args:
        encoding: name of the encoding of the terminal or file.
    """
    try:
        (_BLOCKS + _FULL.opening + _FULL.dash + _FULL.ellipsis + _FULL.none).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _PLAIN
    return _FULL
