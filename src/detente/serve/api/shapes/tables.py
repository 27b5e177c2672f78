"""Records that are rows of the ledger's tables, from the tables' own description."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from detente.store import STRUCTS, Table

# A field of a record may be called date.
Day = date
_SIMPLE: dict[str, Any] = {
    "VARCHAR": str,
    "BIGINT": int,
    "INTEGER": int,
    "DOUBLE": float,
    "BOOLEAN": bool,
    "DATE": date,
}
_COUNTS = "MAP(VARCHAR, UBIGINT)"
_STRUCT = "STRUCT("
_LIST = "[]"
_NAMES = {text: f"Stored{name.title()}" for name, text in STRUCTS.items()}


class Shape(BaseModel):
    """A record of an answer; it has no other fields than these."""

    model_config = ConfigDict(extra="forbid")


def shape_of(name: str, table: Table, leave_out: Collection[str] = ()) -> type[BaseModel]:
    """A record with the columns of a table.

    Args:
        name: of the record.
        table: the table.
        leave_out: columns that the record does not have.
    """
    fields: dict[str, Any] = {
        column.name: (_kind(column.type), Field(description=f"{column.meaning}."))
        for column in table.columns
        if column.name not in leave_out
    }
    told = f"{table.meaning[0].upper()}{table.meaning[1:]}."
    return create_model(name, __base__=Shape, __doc__=told, **fields)


def _kind(text: str) -> Any:
    """The type of a DuckDB type; anything can be null."""
    if text.endswith(_LIST):
        return list[_kind(text.removesuffix(_LIST))] | None  # type: ignore[misc]
    if text.startswith(_STRUCT):
        return _struct(text) | None
    return dict[str, int] if text == _COUNTS else _SIMPLE[text] | None


def _struct(text: str) -> Any:
    if text not in _MADE:
        fields: dict[str, Any] = {
            name.strip('"'): (_kind(kind), ...)
            for name, kind in map(_parted, _parts(text.removeprefix(_STRUCT).removesuffix(")")))
        }
        _MADE[text] = create_model(_NAMES[text], __base__=Shape, **fields)
    return _MADE[text]


def _parted(field: str) -> tuple[str, str]:
    name, _, kind = field.strip().partition(" ")
    return name, kind


def _parts(text: str) -> Iterator[str]:
    """What stands between the commas of the outermost level."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


_MADE: dict[str, type[BaseModel]] = {}
