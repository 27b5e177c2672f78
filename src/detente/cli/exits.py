"""What the program ends with."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the program."""

    DONE = 0
    SKIPPED = 1
    USAGE = 2
    INTERRUPTED = 130
