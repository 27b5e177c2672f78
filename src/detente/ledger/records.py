"""Rows as records that JSON can hold."""

from __future__ import annotations

from detente.ledger.plain import plain
from detente.store import Row, event_of


def event_record(row: Row) -> Row:
    """The record that coding gives; ``review`` is added where an analyst has spoken."""
    record = event_of(row).to_dict()
    if row.get("review"):
        record["review"] = row["review"]
    return record


def plain_record(row: Row) -> Row:
    """A row with days and moments as ISO 8601."""
    return {name: plain(value) for name, value in row.items()}
