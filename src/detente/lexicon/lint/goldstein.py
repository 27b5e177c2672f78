"""CAMEO codes with their Goldstein values: goldstein.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.lint.columns import GOLDSTEIN
from detente.lexicon.lint.csv_table import Row, blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry

FILE = "goldstein.csv"
_CODE = re.compile(r"(?:0[1-9]|1\d|20)\d{0,2}")
_VALUE = re.compile(r"-?\d{1,2}\.\d")
_LOWEST, _HIGHEST = -10.0, 10.0


def codes(tables: Tables) -> frozenset[str]:
    """The codes that have a value."""
    return frozenset(row["cameo"] for row in tables.rows(FILE, GOLDSTEIN))


def cameo_fault(entry: Entry, tables: Tables) -> Iterator[Fault]:
    """A fault where an entry's CAMEO code has no value."""
    code = entry.values.get("cameo")
    if isinstance(code, str) and code not in codes(tables):
        yield entry.fault(f"CAMEO code {code} is not in {FILE}", "cameo =")


def faults(tables: Tables, used: frozenset[str]) -> Iterator[Fault]:
    """Faults of the table.

    Args:
        tables: the folder's tables.
        used: CAMEO codes that any other table gives.
    """
    seen: dict[str, Row] = {}
    for row in tables.rows(FILE, GOLDSTEIN):
        code = row["cameo"]
        yield from blemishes(row, GOLDSTEIN)
        if not _CODE.fullmatch(code):
            yield _of(row, "no CAMEO code has this form")
        if code in seen:
            yield _of(row, f"already in line {seen[code].line}")
        elif code not in used:
            yield _of(row, "no category, mode or act has this code")
        seen.setdefault(code, row)
        if not _VALUE.fullmatch(row["goldstein"]):
            yield _of(row, "the value has the form -9.0")
        elif not _LOWEST <= float(row["goldstein"]) <= _HIGHEST:
            yield _of(row, "the scale runs from -10 to 10")


def _of(row: Row, reason: str) -> Fault:
    return Fault(row.file, row.line, row["cameo"], reason)
