"""The screens of ``detente show`` that are kept, and how each is made again."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dyad_cases import RELATION, ledger_of, monthly

from detente.cli.dyad_sections import Screen
from detente.cli.dyad_signs import signs_for
from detente.export import Paper

FOLDER = Path(__file__).parent / "screens"
DAY = date(2023, 11, 12)
AS_OF = ("--as-of", DAY.isoformat())
SHOWN = 5
# Two years with more conflict toward their end.
_MONTHS = ((3, 1), (2, 2), (4, 0), (1, 1)) * 5 + ((1, 6), (0, 14), (0, 9), (1, 3))


@dataclass(frozen=True, slots=True)
class Kept:
    """A screen that is kept.

    Args:
        name: name of its file.
        width: columns of the terminal.
        encoding: that of the terminal.
        parties: who is asked for.
    """

    name: str
    width: int
    encoding: str = "utf-8"
    parties: tuple[str, str] = ("FRA", "RUS")

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return FOLDER / f"{self.name}.txt"


SCREENS = {
    kept.name: kept
    for kept in (
        Kept("narrow", 80),
        Kept("wide", 140),
        Kept("plain", 80, "ascii"),
        Kept("nothing", 80, parties=("Ukraine", "Russia")),
    )
}


def screen(name: str, folder: Path) -> str:
    """A screen as it is now.

    Args:
        name: which.
        folder: an empty folder for the ledger.
    """
    kept = SCREENS[name]
    ledger = ledger_of(folder / "ledger", *RELATION, *monthly(date(2021, 11, 20), *_MONTHS))
    view = ledger.show(*kept.parties, DAY)
    stream = io.StringIO()
    paper = Paper(stream, kept.width)
    paper.print(*Screen(view, kept.width, signs_for(kept.encoding), SHOWN).lines())
    return stream.getvalue()
