"""Towns, regions, bases and seas: places.csv."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.columns import PLACES
from detente.lexicon.lint.csv_table import blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import Named, repeated_names
from detente.lexicon.lint.tables import Tables

FILE = "places.csv"
_NONE: frozenset[str] = frozenset()


def names(tables: Tables) -> Iterator[Named]:
    """The names of places."""
    for row in tables.rows(FILE, PLACES):
        for name in (row["name"], *row.parts("aliases")):
            yield Named(name, row)


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of the table."""
    kinds = codebook.kinds.get("places", _NONE)
    placeless = codebook.kinds.get("placeless", _NONE)
    for row in tables.rows(FILE, PLACES):
        yield from blemishes(row, ("name", "kind"))
        if row["kind"] and row["kind"] not in kinds:
            yield row.fault(f"no kind {row['kind']!r}")
        if row["code"] and row["code"] not in codebook.states:
            yield row.fault(f"no state {row['code']!r}")
        if not row["code"] and row["kind"] not in placeless:
            yield row.fault(f"a {row['kind']} lies in a state: no code")
        yield from repeated_names(row, (row["name"], *row.parts("aliases")))
