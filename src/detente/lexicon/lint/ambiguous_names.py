"""Names that several states share: ambiguous_names.csv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.columns import AMBIGUOUS_NAMES
from detente.lexicon.lint.csv_table import Row, blemishes
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import Named, key
from detente.lexicon.lint.tables import Tables

FILE = "ambiguous_names.csv"


def stated(tables: Tables) -> dict[str, frozenset[str]]:
    """Codes that a name can have, by the name's key."""
    return {
        key(row["name"]): frozenset(row.parts("codes"))
        for row in tables.rows(FILE, AMBIGUOUS_NAMES)
    }


def faults(tables: Tables, codebook: Codebook, named: Iterable[Named]) -> Iterator[Fault]:
    """Faults of the table.

    Args:
        tables: the folder's tables.
        codebook: what there is.
        named: the names of all other tables.
    """
    codes: dict[str, set[str]] = {}
    for item in named:
        codes.setdefault(key(item.name), set()).add(item.code)
    first: dict[str, Row] = {}
    for row in tables.rows(FILE, AMBIGUOUS_NAMES):
        yield from blemishes(row, ("name", "codes", "clues"))
        other = first.setdefault(key(row["name"]), row)
        if other is not row:
            yield row.fault(f"the name is also in line {other.line}")
        yield from _code_faults(row, codebook, codes.get(key(row["name"])))
        yield from _clue_faults(row)


def _code_faults(row: Row, codebook: Codebook, known: set[str] | None) -> Iterator[Fault]:
    stated_codes = row.parts("codes")
    for code in stated_codes:
        if not codebook.has_code(code):
            yield row.fault(f"no code {code!r}")
    if len(set(stated_codes)) != len(stated_codes):
        yield row.fault("a code is there twice")
    if known is None:
        yield row.fault("no table has this name, so the row is never asked")
    elif not known & set(stated_codes):
        yield row.fault(f"the tables give the name {', '.join(sorted(known))}, the row does not")


def _clue_faults(row: Row) -> Iterator[Fault]:
    seen: set[str] = set()
    for clue in row.parts("clues"):
        if key(clue) in seen:
            yield row.fault(f"the clue {clue!r} is there twice")
        seen.add(key(clue))
