"""Offices that one person holds at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.lexicon.lint.csv_table import Row
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.identities import SHARED
from detente.lexicon.lint.people import person_rows
from detente.lexicon.lint.periods import overlap
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys


def faults(tables: Tables) -> Iterator[Fault]:
    """Rows of one office and state whose periods overlap, judged at the coarser precision."""
    shared = tables.toml(SHARED).section("offices")
    yield from unknown_keys(shared, ("titles", "openings"))
    titles, openings = frozenset(shared.words("titles")), tuple(shared.words("openings"))
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in person_rows(tables):
        title = row["office"]
        if title not in titles and not title.startswith(openings):
            held[row["code"], title].append(row)
    for rows in held.values():
        yield from _overlaps(sorted(rows, key=lambda row: row["start"]))
    yield from _idle_titles(tables, shared)


def _overlaps(rows: list[Row]) -> Iterator[Fault]:
    for index, row in enumerate(rows):
        other = next((other for other in rows[:index] if _at_once(row, other)), None)
        if other is not None:
            yield row.fault(
                f"{row['office']} of {row['code']} from {row['start']}, while {other['id']}"
                f" holds it {other['start']}..{other['end'] or 'now'} ({other.place})"
            )


def _at_once(row: Row, other: Row) -> bool:
    return overlap((row["start"], row["end"]), (other["start"], other["end"]))


def _idle_titles(tables: Tables, shared: Entry) -> Iterator[Fault]:
    offices = {row["office"] for row in person_rows(tables)}
    for title in shared.words("titles"):
        if title not in offices:
            yield shared.fault(f"nobody holds the office {title!r}", f'"{title}"')
