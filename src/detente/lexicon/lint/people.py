"""People with dated offices: people/*.csv."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.lint.bodies import IDENTITY, reference_faults
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.columns import PEOPLE
from detente.lexicon.lint.csv_table import Row, blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import repeated_names
from detente.lexicon.lint.periods import period_faults
from detente.lexicon.lint.tables import Tables

FOLDER = "people/"
_NEEDED = (
    "id",
    "name",
    "family",
    "gender",
    "code",
    "sector",
    "role",
    "office",
    "start",
)
_GENDERS = ("m", "f")


def person_rows(tables: Tables) -> list[Row]:
    """The rows of all files."""
    names = tables.names(FOLDER, ".csv")
    return [row for name in names for row in tables.rows(name, PEOPLE)]


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of single rows."""
    named: set[str] = set()
    for row in person_rows(tables):
        yield from blemishes(row, _NEEDED)
        yield from period_faults(row)
        yield from reference_faults(row, codebook)
        yield from _own_faults(row, codebook)
        if row["id"] not in named:
            yield from repeated_names(row, (row["name"], *row.parts("aliases")))
        named.add(row["id"])


def _own_faults(row: Row, codebook: Codebook) -> Iterator[Fault]:
    if row["id"] and not IDENTITY.fullmatch(row["id"]):
        yield row.fault("the id has not the form of-a-slug")
    if row["gender"] and row["gender"] not in _GENDERS:
        yield row.fault(f"gender {row['gender']!r} is neither m nor f")
    if row["role"] and row["role"] not in codebook.roles:
        yield row.fault(f"no role {row['role']!r}")
    if row["code"] in codebook.bodies_of_states and row["sector"] not in ("IGO", "MIL"):
        yield row.fault(f"who acts for {row['code']} has sector IGO, not {row['sector']}")
    if row["family"] in row.parts("aliases"):
        yield row.fault("the family name is no alias: the text has to settle it")
    if row["office"] != row["office"].lower():
        yield row.fault(f"office {row['office']!r} is not in lower case")
