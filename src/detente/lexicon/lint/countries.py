"""States and territories: countries.csv and territories.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.columns import COUNTRIES, TERRITORIES
from detente.lexicon.lint.csv_table import Row, blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import Named, repeated_names
from detente.lexicon.lint.tables import Tables

STATES_FILE, TERRITORIES_FILE = "countries.csv", "territories.csv"
_CODE = re.compile(r"[A-Z]{3}")
_OTHERS = ("adjectives", "people", "capital", "seats")


def names(tables: Tables) -> Iterator[Named]:
    """The names of both tables."""
    for row in tables.rows(STATES_FILE, COUNTRIES):
        for column in ("name", "aliases", *_OTHERS):
            yield from (Named(name, row) for name in row.parts(column))
    for row in tables.rows(TERRITORIES_FILE, TERRITORIES):
        for column in ("name", "aliases", "adjectives"):
            yield from (Named(name, row) for name in row.parts(column))


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of both tables."""
    first: dict[str, Row] = {}
    for row in tables.rows(STATES_FILE, COUNTRIES):
        yield from blemishes(row, ("code", "name"))
        if not _CODE.fullmatch(row["code"]):
            yield row.fault(f"{row['code']!r} has not the form of a code")
        other = first.setdefault(row["code"], row)
        if other is not row:
            yield row.fault(f"{row['code']} is also in line {other.line}")
        yield from repeated_names(row, (row["name"], *row.parts("aliases")))
        for column in _OTHERS:
            yield from repeated_names(row, row.parts(column))
    for row in tables.rows(TERRITORIES_FILE, TERRITORIES):
        yield from blemishes(row, ("name", "code"))
        if row["code"] not in codebook.states:
            yield row.fault(f"no state {row['code']!r}")
        if row["sector"] and row["sector"] not in codebook.sectors:
            yield row.fault(f"no sector {row['sector']!r}")
        yield from repeated_names(row, (row["name"], *row.parts("aliases")))
        yield from repeated_names(row, row.parts("adjectives"))
