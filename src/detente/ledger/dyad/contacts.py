"""Who of a pair last spoke to whom, and at each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.selection import Choice, Part, Selection
from detente.records import Level


@dataclass(frozen=True, slots=True)
class Contacts:
    """The last contacts of a pair.

    Args:
        last: the last of all, or None.
        by_level: the last at each level that has one, highest first.
    """

    last: Entry | None
    by_level: Mapping[Level, Entry]


def contacts_of(selection: Selection, entries: Mapping[str, Entry]) -> Contacts:
    """The last contacts that were chosen."""
    chosen = {Level(row.key): row for row in selection.rows(Part.MET) if row.key}
    by_level = {level: chosen[level] for level in Level if level in chosen}
    last = max(by_level.values(), key=_order, default=None)
    found = {
        level: entries[row.id] for level, row in by_level.items() if row.id and row.id in entries
    }
    return Contacts(entries.get(last.id) if last and last.id else None, found)


def _order(row: Choice) -> date:
    return row.day or date.min
