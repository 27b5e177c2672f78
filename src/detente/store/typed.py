"""Rows as Python has them, typed as a table is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.store.schema import Row, Table

# Half of a surrogate pair is no character, and no UTF-8; one replacement keeps the offsets.
_HALVES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Query:
    """One SELECT with its parameters.

    Args:
        sql: the SELECT.
        parameters: a list for ``?``, a dict for ``$name``, or None.
    """

    sql: str
    parameters: object = None


def typed(table: Table, rows: Sequence[Row]) -> Query:
    """Rows as a query that gives them with the columns of a table.

    Args:
        table: the table.
        rows: each with a value for every column, ready for ``json.dumps``.
    """
    text = _HALVES.sub(_REPLACEMENT, json.dumps(rows, ensure_ascii=False))
    return Query(f"SELECT unnest(?::JSON::{table.row_type}[], max_depth := 2)", [text])
