"""Small files of many commits become few, and replaced rows are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from detente.store.delta import DeltaFiles
from detente.store.schema import SUPERSEDED
from detente.store.snapshot import Snapshot
from detente.store.typed import Query
from detente.store.views import view

# A reader opens every file: thirty of all tables take it some 20 ms.
_CROWD = 30
# What is larger is not written again for the sake of smaller files beside it, until there are too
# many of its size as well.
_LARGE = (4 * 1024 * 1024, 128 * 1024 * 1024)
_MANY_REPLACED = 20_000
_REPLACED_SHARE = 0.25


def compacted(tables: Mapping[str, DeltaFiles], snapshot: Snapshot) -> bool:
    """Compact the tables that need it; the snapshot's files stay as they are.

    Args:
        tables: all tables; their latest versions are those of the snapshot.
        snapshot: the latest.

    Returns:
        Whether anything was written.
    """
    crowded = {name for name, files in snapshot.files.items() if len(files) > _CROWD}
    if not crowded:
        return False
    stale = _stale(snapshot)
    for name in stale:
        _rewrite(tables[name], snapshot, snapshot.files[name])
    if stale:
        _forget(tables[SUPERSEDED.name], snapshot, stale)
        crowded -= {*stale, SUPERSEDED.name}
    for name in sorted(crowded):
        _rewrite(tables[name], snapshot, _small(tables[name]))
    return True


def _stale(snapshot: Snapshot) -> list[str]:
    """Tables of which so much is replaced that reading past it costs more than rewriting."""
    rows = snapshot.rows("SELECT table_name, count(*) AS parts FROM superseded GROUP BY table_name")
    return sorted(
        row["table_name"]
        for row in rows
        if row["parts"]
        > max(_MANY_REPLACED, _REPLACED_SHARE * _stored(row["table_name"], snapshot))
    )


def _stored(name: str, snapshot: Snapshot) -> int:
    """Rows on disk, replaced or not."""
    files = list(snapshot.files[name])
    return int(snapshot.value("SELECT count(*) FROM read_parquet(?)", [files]))


def _small(table: DeltaFiles) -> list[str]:
    """The files that are rewritten."""
    sizes = table.sizes()
    for limit in _LARGE:
        found = [file for file, size in sizes.items() if size < limit]
        if len(sizes) - len(found) <= _CROWD // 2:
            return found
    return list(sizes)


def _rewrite(table: DeltaFiles, snapshot: Snapshot, files: Collection[str]) -> None:
    """Make one sorted file of some, of their rows that are not replaced."""
    name, order = table.table.name, ", ".join(table.table.order)
    live = view(name, {**snapshot.files, name: sorted(files)}, None)
    rows = Query(f"SELECT * FROM ({live}) ORDER BY {order}")  # noqa: S608 - own columns
    table.replace(snapshot.connection, files, rows)


def _forget(superseded: DeltaFiles, snapshot: Snapshot, stale: list[str]) -> None:
    """What was replaced in a table that holds it no more need not be named any longer."""
    files = snapshot.files[SUPERSEDED.name]
    kept = "SELECT * FROM superseded WHERE NOT list_contains(?, table_name)"
    superseded.replace(snapshot.connection, files, Query(kept, [stale]))
