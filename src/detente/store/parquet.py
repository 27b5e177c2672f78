"""A Parquet file, written by DuckDB.

The writer of Delta Lake is not used: where a disk is full it ends in a panic of a thread of its own,
which prints what no caller can keep back, while DuckDB gives an error. Files of DuckDB are smaller too,
and are read faster.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb

from detente.store.literals import quoted
from detente.store.typed import Query

# Small row groups let a look-up leave out nearly all of a file: of a group that holds one row in
# question, every list is read from its start.
_FORM = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 6144, USE_TMP_FILE false"


def write_parquet(connection: duckdb.DuckDBPyConnection, rows: Query, path: Path) -> int:
    """Write the rows of a query; of a file that cannot be finished nothing stays.

    Args:
        connection: knows what the query names.
        rows: the rows.
        path: where to write them.

    Returns:
        How many there are.

    Raises:
        duckdb.Error: the query has a fault, or the file cannot be written.
    """
    try:
        copy = f"COPY ({rows.sql}) TO {quoted(path)} ({_FORM})"
        ((number,),) = connection.execute(copy, rows.parameters).fetchall()
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return int(number)
