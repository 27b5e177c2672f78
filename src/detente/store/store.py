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

# Settings of a session do not reach the cursors that readers are given.
_SETTINGS = (
    "GLOBAL autoinstall_known_extensions = false",
    "GLOBAL autoload_known_extensions = false",
    "GLOBAL parquet_metadata_cache = true",
    "GLOBAL TimeZone = 'UTC'",
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
        self._latest: tuple[int, Run] | None = None
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
            snapshot = self._snapshot(self._run(None, None))
            versions = self._reset(snapshot.run)
            if compacted(self._tables, snapshot):
                versions = self._versions()
            yield Transaction(self._tables, snapshot, versions, self._adopt)

    def _adopt(self, run: Run) -> None:
        """Take a version just written for the latest, without reading it again."""
        found = self._tables[RUNS.name].refresh()
        self._latest = (found, run) if found is not None else None

    def _run(self, version: int | None, time: datetime | None) -> Run | None:
        if version is None and time is None:
            return self._last_run()
        where, parameter = "version = ?", version or time
        if version is None:
            where = "time <= ? ORDER BY version DESC LIMIT 1"
        found = self._runs(where, parameter)
        if not found:
            remedy = "see detente history for those it has"
            raise refusal(self.folder.path, f"has no version {_wanted(version, time)}", remedy)
        return found[-1]

    def _last_run(self) -> Run | None:
        """The latest version, as read before where nothing was written since."""
        with told(self.folder.path, "read"):
            written = self._tables[RUNS.name].refresh()
        if self._latest is None or self._latest[0] != written:
            found = self._runs("version = (SELECT max(version) FROM runs)")
            if written is None or not found:
                return None
            self._latest = (written, found[-1])
        return self._latest[1]

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
            # a first version written since `run` was read is no part of a ledger without any
            if run is not None and latest is not None:
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
            self._database.execute("SET GLOBAL temp_directory = ?", [tempfile.gettempdir()])
            for setting in _SETTINGS:
                self._database.execute(f"SET {setting}")
        connection = self._database.cursor()
        connection.execute("SET enable_progress_bar = false")
        return connection


def _wanted(version: int | None, time: datetime | None) -> str:
    return str(version) if time is None else f"up to {time.isoformat(' ', 'seconds')}"
