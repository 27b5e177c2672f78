"""A ledger's tables: snapshots for readers, transactions for writers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from detente.store.compaction import compacted
from detente.store.delta import DeltaFiles
from detente.store.faults import refusal, told
from detente.store.folder import Folder
from detente.store.runs import Run, run_of
from detente.store.schema import DATA_TABLES, RUNS, TABLES
from detente.store.snapshot import Snapshot
from detente.store.transaction import Transaction

_SETTINGS = (
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
    "enable_progress_bar = false",
    "parquet_metadata_cache = true",
    "TimeZone = 'UTC'",
)


class Store:
    """A ledger's tables.

    Args:
        path: folder of the ledger; it need not exist.

    Raises:
        LedgerError: no ledger can be at such a path.
    """

    def __init__(self, path: str | Path) -> None:
        self.folder = Folder(Path(path))
        self._database: duckdb.DuckDBPyConnection | None = None
        self._tables = {
            table.name: DeltaFiles(table, self.folder.table(table.name)) for table in TABLES
        }

    def runs(self) -> tuple[Run, ...]:
        """All versions, oldest first.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        self.folder.check()
        return tuple(self._runs("true"))

    def snapshot(self, *, version: int | None = None, time: datetime | None = None) -> Snapshot:
        """The ledger as one version has it.

        Args:
            version: which; None for the latest.
            time: the latest version made up to then, instead.

        Raises:
            LedgerError: there is no such version or no ledger, or it cannot be read.
        """
        self.folder.check()
        return self._snapshot(self._run(version, time))

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write as the only writer, after undoing what a killed one left behind.

        Raises:
            LedgerError: the ledger cannot be written; it is as it was before.
        """
        with self.folder.locked(), told(self.folder.path, "written"):
            run = self._run(None, None)
            reset = self._reset(run)
            snapshot = self._snapshot(run)
            if run and compacted(self._tables, snapshot):
                reset = self._versions()
            yield Transaction(self._tables, snapshot, reset)

    def _run(self, version: int | None, time: datetime | None) -> Run | None:
        where = "version = (SELECT max(version) FROM runs)"
        parameter: object = None
        if time is not None:
            where, parameter = "time <= ? ORDER BY version DESC LIMIT 1", time
        if version is not None:
            where, parameter = "version = ?", version
        found = self._runs(where, parameter)
        if not found and parameter is not None:
            remedy = "see detente history for those it has"
            raise refusal(self.folder.path, f"has no version {_wanted(version, time)}", remedy)
        return found[-1] if found else None

    def _runs(self, where: str, parameter: object = None) -> list[Run]:
        with told(self.folder.path, "read"):
            latest = self._tables[RUNS.name].refresh()
            if latest is None:
                return []
            files = {RUNS.name: self._tables[RUNS.name].files(latest)}
        snapshot = Snapshot(self.folder.path, None, files, self._connection())
        query = f"SELECT * FROM runs WHERE {where}"  # noqa: S608 - conditions of this module
        rows = snapshot.rows(query, None if parameter is None else [parameter])
        return sorted(map(run_of, rows), key=lambda run: run.version)

    def _snapshot(self, run: Run | None) -> Snapshot:
        with told(self.folder.path, "read"):
            listed = run.tables if run else {}
            files = {name: self._tables[name].files(version) for name, version in listed.items()}
            latest = self._tables[RUNS.name].refresh()
            if latest is not None:
                files[RUNS.name] = self._tables[RUNS.name].files(latest)
            return Snapshot(self.folder.path, run, files, self._connection())

    def _reset(self, run: Run | None) -> dict[str, int]:
        """The Delta version of each table, none of which holds more than the last run lists."""
        listed = run.tables if run else {}
        found = {
            table.name: self._tables[table.name].reset(listed.get(table.name))
            for table in DATA_TABLES
        }
        return {name: version for name, version in found.items() if version is not None}

    def _versions(self) -> dict[str, int]:
        found = {table.name: self._tables[table.name].refresh() for table in DATA_TABLES}
        return {name: version for name, version in found.items() if version is not None}

    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._database is None:
            self._database = duckdb.connect()
            for setting in _SETTINGS:
                self._database.execute(f"SET {setting}")
            self._database.execute("SET temp_directory = ?", [tempfile.gettempdir()])
        return self._database.cursor()


def _wanted(version: int | None, time: datetime | None) -> str:
    return str(version) if time is None else f"up to {time.isoformat(' ', 'seconds')}"
