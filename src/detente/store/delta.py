"""One table on disk: its Delta versions and the Parquet files of each."""

from __future__ import annotations

import glob
from pathlib import Path
from urllib.parse import unquote

import duckdb
from deltalake import DeltaTable, PostCommitHookProperties, WriterProperties, write_deltalake

from detente.store.schema import Table

_FOR_EVER = "interval 36500 days"
# Old versions are what history is read from: nothing may ever be cleaned up.
_CONFIGURATION = {
    "delta.logRetentionDuration": _FOR_EVER,
    "delta.deletedFileRetentionDuration": _FOR_EVER,
    "delta.checkpointInterval": "50",
    "delta.dataSkippingStatsColumns": "version",
}
_HOOKS = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)
# Small row groups and pages let a look-up leave out nearly all of a file: of a group that holds one
# row in question, every list is read from its start.
_PARQUET = WriterProperties(
    compression="ZSTD",
    compression_level=3,
    max_row_group_size=6_144,
    data_page_row_count_limit=1024,
    write_batch_size=1024,
)


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

    def sizes(self) -> list[tuple[int, int]]:
        """Greatest ledger version and bytes of each file of the latest version, oldest first."""
        if self._latest is None:
            return []
        actions = self._latest.get_add_actions(flatten=True)
        versions, sizes = (actions[name].to_pylist() for name in ("max.version", "size_bytes"))
        return sorted(zip(versions, sizes, strict=True))

    def append(self, rows: duckdb.DuckDBPyRelation) -> int:
        """Add rows in one Delta commit.

        Returns:
            The version that has them.
        """
        write_deltalake(
            self._latest or str(self._path),
            rows,
            mode="append",
            configuration=None if self._latest else _CONFIGURATION,
            writer_properties=_PARQUET,
            post_commithook_properties=_HOOKS,
        )
        return self._written()

    def replace(self, rows: duckdb.DuckDBPyRelation, after: int = 0) -> int:
        """Put rows in the place of all that were added after a ledger version.

        Args:
            rows: the new rows; each was added after that version too.
            after: the ledger version.
        """
        write_deltalake(
            self._latest or str(self._path),
            rows,
            mode="overwrite",
            predicate=f"version > {after}" if after else None,
            writer_properties=_PARQUET,
            post_commithook_properties=_HOOKS,
        )
        return self._written()

    def reset(self, version: int | None) -> int | None:
        """Undo whatever was written after a version.

        Args:
            version: what belongs to the ledger; None where the table does not.

        Returns:
            The version that now has the rows of the one given.
        """
        found = self.refresh()
        if found is None:
            return None
        if version is None:
            self._at_latest().delete()
        elif found > version:
            self._at_latest().restore(version)
        return self._written()

    def _at(self, version: int) -> DeltaTable:
        if self._latest is not None and self._latest.version() == version:
            return self._latest
        return DeltaTable(str(self._path), version=version)

    def _at_latest(self) -> DeltaTable:
        if self._latest is None:
            self._latest = DeltaTable(str(self._path))
        return self._latest

    def _written(self) -> int:
        """The version just written, by the handle that wrote it or, of a new table, by another."""
        return self._at_latest().version()

    def _pattern(self, uri: str) -> str:
        name = unquote(uri.rpartition("/")[2])
        return glob.escape(str(self._path / name))
