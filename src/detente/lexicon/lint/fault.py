"""What the linter finds wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in the data.

    Args:
        file: path of the table below the data folder, with forward slashes.
        line: 1-based line, or 0 where the whole file is at fault.
        entry: id or name of the entry, or "" where none is at fault.
        reason: what is wrong, in one clause, with what to do where that is not plain.
    """

    file: str
    line: int
    entry: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.entry, self.reason) if part)
