"""Rows as Python has them, typed as a table is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import duckdb

from detente.store.schema import Row, Table

# Half of a surrogate pair is no character, and no UTF-8; one replacement keeps the offsets.
_HALVES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def relation(
    connection: duckdb.DuckDBPyConnection, table: Table, rows: Sequence[Row]
) -> duckdb.DuckDBPyRelation:
    """Rows as a relation with the columns of a table.

    Args:
        connection: where to make it.
        table: the table.
        rows: each with a value for every column, ready for ``json.dumps``.
    """
    text = _HALVES.sub(_REPLACEMENT, json.dumps(rows, ensure_ascii=False))
    query = f"SELECT unnest(?::JSON::{table.row_type}[], max_depth := 2)"
    return connection.sql(query, params=[text])
