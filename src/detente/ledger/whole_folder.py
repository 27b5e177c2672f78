"""A folder that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import LedgerError, Place


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A new folder to fill; it gets its name once it is full, and is removed where that fails.

    Args:
        folder: its name; it must not exist, or be an empty folder.

    Raises:
        LedgerError: there is something by that name, or it cannot be written.
    """
    part = folder.with_name(f"{folder.name}.part")
    try:
        _refuse_taken(folder)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        yield part
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except OSError as fault:
        reason = os.strerror(fault.errno) if fault.errno else str(fault)
        message = f"cannot be written ({reason})"
        raise LedgerError(Place(str(folder)), message, "name another folder") from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        remedy = "name an empty folder or one that does not exist"
        raise LedgerError(Place(str(folder)), "is there already", remedy)
