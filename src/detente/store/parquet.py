"""A Parquet file, written by DuckDB.

The writer of Delta Lake is not used: where a disk is full it ends in a panic of a thread of its own,
which prints what no caller can keep back, while DuckDB gives an error. Files of DuckDB are smaller too,
and are read faster.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from detente.store.schema import Table
from detente.store.typed import Query

# Small row groups let a look-up leave out nearly all of a file: of a group that holds one row in
# question, every list is read from its start.
_FORM = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 6144, USE_TMP_FILE false, RETURN_STATS"


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A file that was written.

    Args:
        path: where it is.
        rows: how many it holds.
        bytes: its size.
    """

    path: Path
    rows: int
    bytes: int


def write_parquet(
    connection: duckdb.DuckDBPyConnection, table: Table, query: Query, path: Path
) -> ParquetFile:
    """Write the rows of a query; of a file that cannot be finished nothing stays.

    Args:
        connection: knows what the query names.
        table: its columns are cast to those of the table, by name.
        query: the rows.
        path: where to write them.

    Raises:
        duckdb.Error: the query has a fault, or the file cannot be written.
    """
    rows = f"SELECT {typed_columns(table)} FROM ({query.sql})"  # noqa: S608 - own columns
    try:
        done = connection.execute(f"COPY ({rows}) TO {quoted(path)} ({_FORM})", query.parameters)
        (written,) = done.fetchall()
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    _, number, size, *_ = written
    return ParquetFile(path, number, size)


def typed_columns(table: Table) -> str:
    """The columns of a table as SQL selects them, each of its type."""
    columns = (f'CAST("{item.name}" AS {item.type}) AS "{item.name}"' for item in table.columns)
    return ", ".join(columns)


def quoted(text: object) -> str:
    """A text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"
