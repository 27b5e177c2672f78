"""The folder of a ledger: its mark, its lock and where its tables lie."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from detente.store.faults import refusal, told

FORMAT = 1
_MARK, _LOCK, _TABLES = "ledger.json", "lock", "tables"
# Delta Lake takes a path for a URL, however it is quoted: it fails on these, and reads %41 as A.
_UNUSABLE = re.compile(r"[\[\]^|\0-\x1f\x7f]|%[0-9A-Fa-f]{2}" + (r"|\\" if os.sep == "/" else ""))
_PATIENCE = 300.0


class Folder:
    """The folder of a ledger.

    Args:
        path: where it is; it need not exist.
        patience: seconds to wait for another writer.

    Raises:
        LedgerError: the path holds what Delta Lake cannot do with.
    """

    def __init__(self, path: Path, patience: float = _PATIENCE) -> None:
        self.path = path.resolve()
        self._patience = patience
        unusable = _UNUSABLE.search(str(self.path))
        if unusable:
            problem = f"cannot hold a ledger, its path has {unusable[0]!r} in it"
            raise refusal(self.path, problem, "put it elsewhere")

    def table(self, name: str) -> Path:
        """Where a table lies."""
        return self.path / _TABLES / name

    @property
    def exists(self) -> bool:
        """Whether there is a ledger."""
        return (self.path / _MARK).exists()

    def check(self) -> None:
        """Make sure that there is a ledger that this version can use.

        Raises:
            LedgerError: there is none, or a newer version made it.
        """
        mark = self.path / _MARK
        if not self.exists:
            raise refusal(self.path, "is no ledger", "make one with detente add PATH --ledger DIR")
        with told(self.path, "read"):
            text = mark.read_text("utf-8", "replace")
        try:
            found = json.loads(text)["format"]
        except (ValueError, TypeError, KeyError) as fault:
            problem = f"is no ledger, its {_MARK} is damaged"
            raise refusal(self.path, problem, f'write {{"format": {FORMAT}}} into it') from fault
        if found != FORMAT:
            problem = f"is a ledger of format {found}, this version knows {FORMAT}"
            raise refusal(self.path, problem, "update detente")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder as its only writer; it is made where it does not exist.

        Raises:
            LedgerError: it cannot be written, is something else, or another writer keeps it.
        """
        with told(self.path, "written"):
            self._refuse_other()
            self.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / _LOCK, timeout=self._patience):
                if not self.exists:
                    self._make()
                self.check()
                yield

    def _refuse_other(self) -> None:
        """A ledger shall not be made among files of another kind."""
        if self.exists or not self.path.exists():
            return
        if not self.path.is_dir():
            raise refusal(self.path, "is a file", "name a folder for the ledger")
        # Another process may be making it: its mark is there before anything else of it.
        others = (item for item in self.path.iterdir() if item.name != _LOCK)
        if any(not item.name.startswith(_MARK) for item in others) and not self.exists:
            problem = "holds other files and no ledger"
            raise refusal(self.path, problem, "name an empty folder or one that does not exist")

    def _make(self) -> None:
        new = self.path / f"{_MARK}.new"
        new.write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")
        new.replace(self.path / _MARK)
