"""What SQL sees of a snapshot: the tables as they stand, and what is derived from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from detente.store.literals import listed
from detente.store.schema import RUNS, SUPERSEDED, TABLES, Table

_TABLES = {table.name: table for table in TABLES}

DERIVED: Mapping[str, str] = {
    "contacts": "SELECT * FROM happenings WHERE level IS NOT NULL",
    "relations": """
        SELECT dyad, date,
            count(*) AS happenings,
            count(*) FILTER (quad_code = 1) AS verbal_cooperation,
            count(*) FILTER (quad_code = 2) AS material_cooperation,
            count(*) FILTER (quad_code = 3) AS verbal_conflict,
            count(*) FILTER (quad_code = 4) AS material_conflict,
            sum(event_scale) AS event_scale,
            sum(goldstein) AS goldstein,
            histogram(category) AS categories
        FROM (SELECT *, unnest(dyads) AS dyad FROM happenings)
        WHERE status = 'actual' AND assertion <> 'denied' AND date IS NOT NULL
        GROUP BY dyad, date
    """,
}
NAMES = (*_TABLES, *DERIVED)
_NAME = re.compile(rf"\b({'|'.join(NAMES)})\b", re.IGNORECASE)


def needed(sql: str) -> Iterator[str]:
    """The views that a query names, each after those it is made from."""
    for name in dict.fromkeys(match.lower() for match in _NAME.findall(sql)):
        if name in DERIVED:
            yield from needed(DERIVED[name])
        yield name


def view(name: str, files: Mapping[str, Sequence[str]], version: int | None) -> str:
    """The query behind a view.

    Args:
        name: the view.
        files: Parquet files of each table that has any.
        version: ledger version after which no run is shown; None for all.
    """
    if name in DERIVED:
        return DERIVED[name]
    table = _TABLES[name]
    if not files.get(name):
        return _empty(table)
    rows = f"SELECT * FROM read_parquet([{listed(files[name])}])"  # noqa: S608 - own files
    if table is RUNS and version is not None:
        return f"{rows} WHERE version <= {version}"
    replaced = files.get(SUPERSEDED.name)
    return _live(table, rows, replaced) if table.part and replaced else rows


def _empty(table: Table) -> str:
    columns = (f'NULL::{column.type} AS "{column.name}"' for column in table.columns)
    return f"SELECT {', '.join(columns)} WHERE false"


def _live(table: Table, rows: str, replaced: Sequence[str]) -> str:
    """Rows without those that a later version replaces."""
    return f"""
        SELECT kept.* FROM ({rows}) AS kept ANTI JOIN (
            SELECT part, max(version) AS until FROM read_parquet([{listed(replaced)}])
            WHERE table_name = '{table.name}' GROUP BY part
        ) AS replaced ON kept.{table.part} = replaced.part AND kept.version < replaced.until
    """  # noqa: S608 - own files and columns
