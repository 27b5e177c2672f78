"""Makes a ledger, gives up the right to write it, then reads it and tries to write to it.

    python unprivileged.py FOLDER MODE

MODE is what anybody may do to the file of the lock, in octal digits. What was read, what a writer was
told, and what was read after that goes to standard output as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from detente.errors import LedgerError
from detente.records import Reject
from detente.store import Run, Store, reject_row

_NOBODY = 65534


def write(path: Path, source: str) -> None:
    """Add a reject in one version."""
    with Store(path).transaction() as transaction:
        version = transaction.version
        transaction.add("rejects", [reject_row(Reject(source, None, "p", "r"), version)])
        transaction.commit(Run(0, datetime.now(UTC), "add"))


def read(path: Path) -> list[str]:
    """All rejects."""
    rows = Store(path).snapshot().rows("SELECT source FROM rejects ORDER BY source")
    return [row["source"] for row in rows]


def close(path: Path, lock: int) -> None:
    """Take the right to write from everybody, the owner too, and all other rights from root."""
    for item in (path, *path.rglob("*")):
        item.chmod(0o555 if item.is_dir() else 0o444)
    (path / "lock").chmod(lock)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def main(folder: str, lock: str) -> None:
    """Do all that, and say what came of it."""
    path = Path(folder)
    write(path, "a")
    read(path)  # loads what Python loads late, which may lie where only root may read
    close(path, int(lock, 8))
    before, told = read(path), ""
    try:
        write(path, "b")
    except LedgerError as fault:
        told = str(fault)
    json.dump([before, told, read(path)], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
