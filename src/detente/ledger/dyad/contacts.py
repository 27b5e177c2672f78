"""Who of a pair last spoke to whom, and at each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.selection import Chosen, Part, Selection
from detente.records import Level


@dataclass(frozen=True, slots=True)
class Contacts:
    """The last contacts of a pair.

    One that no text dates ("during several meetings") counts as earlier than any that one does.

    Args:
        last: the last of all, or None.
        by_level: the last at each level that has one, highest first.
    """

    last: Entry | None
    by_level: Mapping[Level, Entry]


def contacts_of(selection: Selection, entries: Mapping[str, Entry]) -> Contacts:
    """The last contacts that were chosen."""
    chosen = {item.key: item for item in selection.of(Part.MET) if item.id in entries}
    by_level = {level: entries[chosen[level].id] for level in Level if level in chosen}
    last = max(chosen.values(), key=_order, default=None)
    return Contacts(entries[last.id] if last else None, by_level)


def _order(item: Chosen) -> tuple[bool, date]:
    return item.dated, item.day or date.min
