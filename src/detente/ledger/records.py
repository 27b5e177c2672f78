"""Rows as records that JSON can hold."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from detente.store import Row, event_of

_OWN_WORDS = (str, bool, int, type(None))


def event_record(row: Row) -> Row:
    """The record that coding gives; ``review`` is added where an analyst has spoken."""
    record = event_of(row).to_dict()
    if row.get("review"):
        record["review"] = row["review"]
    return record


def plain_record(row: Row) -> Row:
    """A row with days and moments as ISO 8601."""
    return {name: plain(value) for name, value in row.items()}


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, _OWN_WORDS):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(plain(name)): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return _as_text(value)


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return str(value) if isinstance(value, UUID) else repr(value)
