"""One table on disk: its Delta versions and the Parquet files of each."""

from __future__ import annotations

import glob
import json
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import unquote
from uuid import uuid4

import duckdb
from arro3.core import Table as ArrowTable
from deltalake import DeltaTable, PostCommitHookProperties, Schema
from deltalake.transaction import AddAction, RemoveAction

from detente.store.parquet import write_parquet
from detente.store.schema import Table
from detente.store.typed import Query

_FOR_EVER = "interval 36500 days"
# Old versions are what history is read from: nothing may ever be cleaned up.
_CONFIGURATION = {
    "delta.logRetentionDuration": _FOR_EVER,
    "delta.deletedFileRetentionDuration": _FOR_EVER,
}
_HOOKS = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)


class DeltaFiles:
    """A table on disk.

    Args:
        table: its columns.
        path: its folder; it need not exist.
    """

    def __init__(self, table: Table, path: Path) -> None:
        self.table = table
        self._path = path
        self._latest: DeltaTable | None = None
        self._files: dict[int, tuple[str, ...]] = {}

    def refresh(self) -> int | None:
        """The latest version on disk; None where there is no table."""
        if self._latest is not None:
            self._latest.update_incremental()
        elif DeltaTable.is_deltatable(str(self._path)):
            self._latest = DeltaTable(str(self._path))
        return self._latest.version() if self._latest else None

    def files(self, version: int) -> tuple[str, ...]:
        """The Parquet files of a version, as patterns that match just them."""
        if version not in self._files:
            names = self._at(version).file_uris()
            self._files[version] = tuple(sorted(self._pattern(name) for name in names))
        return self._files[version]

    def sizes(self) -> Mapping[str, int]:
        """Bytes of each file of the latest version, by the pattern that matches just it."""
        if self._latest is None:
            return {}
        actions = self._latest.get_add_actions(flatten=True)
        names, sizes = (actions[name].to_pylist() for name in ("path", "size_bytes"))
        return {self._pattern(name): size for name, size in zip(names, sizes, strict=True)}

    def append(self, connection: duckdb.DuckDBPyConnection, rows: Query) -> int:
        """Add rows in one Delta commit.

        Args:
            connection: knows what the query names.
            rows: a query that gives the table's columns in their order, typed as they are.

        Returns:
            The version that has them.
        """
        return self.replace(connection, (), rows)

    def replace(
        self, connection: duckdb.DuckDBPyConnection, files: Collection[str], rows: Query
    ) -> int:
        """Put rows in the place of all that some files hold, in one Delta commit.

        Args:
            connection: knows what the query names.
            files: their patterns; for earlier versions they stay on disk.
            rows: a query that gives the table's columns in their order, typed as they are.

        Returns:
            The version that has them.
        """
        if self._latest is None:
            self._latest = self._made(connection, rows)
        table = self._latest
        written = self._written(connection, rows)
        actions: list[AddAction | RemoveAction] = [*_removed(files), written]
        table.create_write_transaction(
            actions, "append", table.schema(), post_commithook_properties=_HOOKS
        )
        table.update_incremental()
        return table.version()

    def reset(self, version: int | None) -> int | None:
        """Undo whatever was written after a version.

        Args:
            version: what belongs to the ledger; None where the table does not.

        Returns:
            The version that now has the rows of the one given.
        """
        found = self.refresh()
        if found is None or self._latest is None:
            return None
        if version is None:
            self._latest.delete()
        elif found > version:
            self._latest.restore(version)
        return self._latest.version()

    def _at(self, version: int) -> DeltaTable:
        if self._latest is not None and self._latest.version() == version:
            return self._latest
        return DeltaTable(str(self._path), version=version)

    def _made(self, connection: duckdb.DuckDBPyConnection, rows: Query) -> DeltaTable:
        """The table, without any row."""
        none = f"SELECT * FROM ({rows.sql}) LIMIT 0"  # noqa: S608 - own query
        found = ArrowTable.from_arrow(connection.sql(none, params=rows.parameters))
        schema = Schema.from_arrow(found.schema)
        return DeltaTable.create(str(self._path), schema, configuration=_CONFIGURATION)

    def _written(self, connection: duckdb.DuckDBPyConnection, rows: Query) -> AddAction:
        """A file that no version has yet."""
        path = self._path / f"part-{uuid4()}.parquet"
        statistics = json.dumps({"numRecords": write_parquet(connection, rows, path)})
        size = path.stat().st_size
        return AddAction(path.name, size, {}, _now(), data_change=True, stats=statistics)

    def _pattern(self, uri: str) -> str:
        name = unquote(uri.rpartition("/")[2])
        return glob.escape(str(self._path / name))


def _removed(files: Collection[str]) -> list[RemoveAction]:
    names = (Path(file).name for file in files)
    return [RemoveAction(name, data_change=True, deletion_timestamp=_now()) for name in names]


def _now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000
