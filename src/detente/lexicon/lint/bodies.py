"""Bodies and groups: institutions.csv, organisations.csv and groups.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.columns import GROUPS, INSTITUTIONS, ORGANISATIONS
from detente.lexicon.lint.csv_table import Row, blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import Named, repeated_names
from detente.lexicon.lint.periods import period_faults
from detente.lexicon.lint.tables import Tables

TABLES = {"institutions": INSTITUTIONS, "organisations": ORGANISATIONS, "groups": GROUPS}
IDENTITY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NONE: frozenset[str] = frozenset()


def names(tables: Tables) -> Iterator[Named]:
    """The names of bodies and groups."""
    for table, columns in TABLES.items():
        for row in tables.rows(f"{table}.csv", columns):
            for name in (row["name"], *row.parts("aliases")):
                yield Named(name, row)


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of the three tables."""
    first: dict[str, Row] = {}
    for table, columns in TABLES.items():
        for row in tables.rows(f"{table}.csv", columns):
            yield from blemishes(row, ("id", "name", "code", "sector", "kind"))
            yield from identity_faults(row, first)
            yield from reference_faults(row, codebook)
            if row["kind"] and row["kind"] not in codebook.kinds.get(table, _NONE):
                yield row.fault(f"no kind {row['kind']!r}")
            if "start" in columns:
                yield from period_faults(row)
            yield from repeated_names(row, (row["name"], *row.parts("aliases")))


def identity_faults(row: Row, first: dict[str, Row]) -> Iterator[Fault]:
    """Faults of an id: its form, and whether another row has it.

    Args:
        row: the row.
        first: the rows before it by id; it is added.
    """
    identity = row["id"]
    if identity and not IDENTITY.fullmatch(identity):
        yield row.fault(f"the id {identity!r} has not the form of-a-slug")
    other = first.setdefault(identity, row)
    if other is not row:
        yield row.fault(f"the id is taken ({other.place})")


def reference_faults(row: Row, codebook: Codebook) -> Iterator[Fault]:
    """Codes and sectors that there are not, or that do not go together."""
    code, sector = row["code"], row["sector"]
    if code and not codebook.has_code(code):
        yield row.fault(f"no code {code!r}")
    if sector and sector not in codebook.sectors:
        yield row.fault(f"no sector {sector!r}")
    if sector == "IGO" and code not in codebook.bodies_of_states:
        yield row.fault(f"sector IGO does not go with {code}, which is no body of states")
