"""The command line. It alone prints, asks the terminal and ends the program."""

from __future__ import annotations

import sys

from detente.cli.exits import ExitCode

__all__ = ["ExitCode", "main"]


def main() -> None:
    """Run the program; it ends the process.

    Exit codes: 0 all went well, 1 something was skipped or could not be used, 2 wrong usage, 130
    interrupted, or nobody reads the output any more.
    """
    try:
        # Imported here, so that an interrupt while it loads ends as quietly as any other.
        from detente.cli.app import app  # noqa: PLC0415

        app(prog_name="detente")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
