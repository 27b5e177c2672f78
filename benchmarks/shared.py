"""Where the development data is; it stays outside the repository."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "DETENTE_SHARED"
ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path | None:
    """The folder with ``data/articles_dev``, or None where there is none.

    It is named by the environment variable DETENTE_SHARED, else it lies beside the repository.
    """
    folder = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared")
    return folder if (folder / "data" / "articles_dev").is_dir() else None


def missing(what: str) -> str:
    """The line that says that something was not measured, and why."""
    return (
        f"SKIPPED: {what} is not measured, as there is no data/articles_dev in "
        f"{VARIABLE} or in ../shared beside the repository"
    )
