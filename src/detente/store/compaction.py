"""Small files of many commits become few, and replaced rows are left out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.store.delta import DeltaFiles
from detente.store.schema import SUPERSEDED, TABLES
from detente.store.snapshot import Snapshot

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
    stale = [
        table.name
        for table in TABLES
        if table.part and snapshot.files.get(table.name) and _is_stale(table.name, snapshot)
    ]
    for name in stale:
        _rewrite(tables[name], snapshot, 0)
    if stale:
        _forget(tables[SUPERSEDED.name], snapshot, stale)
    crowded = [
        name for name, files in snapshot.files.items() if len(files) > _CROWD and name not in stale
    ]
    for name in crowded:
        if not (stale and name == SUPERSEDED.name):
            _rewrite(tables[name], snapshot, _after(tables[name]))
    return bool(stale or crowded)


def _is_stale(name: str, snapshot: Snapshot) -> bool:
    """Whether so much of a table is replaced that reading past it costs more than rewriting."""
    replaced = snapshot.value("SELECT count(*) FROM superseded WHERE table_name = ?", [name])
    if replaced < _MANY_REPLACED:
        return False
    stored = snapshot.value("SELECT count(*) FROM read_parquet(?)", [list(snapshot.files[name])])
    return bool(replaced > _REPLACED_SHARE * stored)


def _after(table: DeltaFiles) -> int:
    """The ledger version after which files are rewritten."""
    for limit in _LARGE:
        large = [version for version, size in table.sizes() if size >= limit]
        if len(large) <= _CROWD // 2:
            return max(large, default=0)
    return 0


def _rewrite(files: DeltaFiles, snapshot: Snapshot, after: int) -> None:
    order = ", ".join(files.table.order)
    query = f"SELECT * FROM {files.table.name} WHERE version > {after} ORDER BY {order}"  # noqa: S608
    files.replace(snapshot.relation(query), after)


def _forget(superseded: DeltaFiles, snapshot: Snapshot, stale: list[str]) -> None:
    """What was replaced in a table that holds it no more need not be named any longer."""
    query = "SELECT * FROM superseded WHERE NOT list_contains(?, table_name)"
    superseded.replace(snapshot.relation(query, [stale]))
