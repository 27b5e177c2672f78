"""Who is who over all tables of people: one identity for an id, one id for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from detente.lexicon.lint.csv_table import Row
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.names import key
from detente.lexicon.lint.people import person_rows
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys

SHARED = "people/shared.toml"
_SAME = ("name", "family", "gender")


def faults(tables: Tables) -> Iterator[Fault]:
    """Rows of one id that differ, and names of two persons that are not stated to be two."""
    shared = tables.toml(SHARED)
    yield from unknown_keys(shared.whole(), ("names", "offices"))
    rows = person_rows(tables)
    yield from _difference_faults(rows)
    yield from _namesake_faults(rows, shared.section("names"))


def _difference_faults(rows: list[Row]) -> Iterator[Fault]:
    first: dict[str, Row] = {}
    for row in rows:
        other = first.setdefault(row["id"], row)
        for column in _SAME:
            if row[column] != other[column]:
                yield row.fault(
                    f"{column} is {row[column]!r}, but {other[column]!r} in {other.place}"
                )
        if set(row.parts("aliases")) != set(other.parts("aliases")):
            yield row.fault(f"aliases differ from those in {other.place}")


def _namesake_faults(rows: list[Row], stated: Entry) -> Iterator[Fault]:
    counts = _stated_counts(stated)
    persons: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        for name in (row["name"], *row.parts("aliases")):
            persons[key(name)].setdefault(row["id"], row)
    for name, by_id in persons.items():
        if len(by_id) > counts.get(name, 1):
            *_, other, row = by_id.values()
            yield row.fault(
                f"has the name {name!r} of {other['id']} ({other.place}); give them one id,"
                f" or state in {SHARED} how many persons share the name"
            )
    for name, count in stated.values.items():
        if len(persons.get(key(name), ())) != count:
            yield stated.fault(f"{name} is the name of {len(persons.get(key(name), ()))}", name)


def _stated_counts(stated: Entry) -> Mapping[str, int]:
    return {key(name): count for name, count in stated.values.items() if isinstance(count, int)}
