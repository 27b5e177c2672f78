"""Levels at which a pair used to talk, and how long it has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from detente.ledger.dyad.contacts import Contacts
from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.selection import Part, Selection
from detente.records import Level

# Once is no habit.
HABIT = 2


@dataclass(frozen=True, slots=True)
class LevelSilence:
    """How long a pair has not talked at a level at which it used to.

    It used to where it talked on at least two days in the two years that end with the last contact;
    contacts that no text dates do not count.

    Args:
        level: the level.
        since: last possible day of the last contact.
        days: days from then to the day of the answer.
        talks: days with a contact in the two years up to the last one, that one included.
        longest_gap: most days between two of them that follow each other.
        last: the last contact.
    """

    level: Level
    since: date
    days: int
    talks: int
    longest_gap: int
    last: Entry

    @property
    def is_unusual(self) -> bool:
        """Whether it has lasted longer than the longest gap of the time when they talked."""
        return self.days > self.longest_gap


@dataclass(frozen=True, slots=True)
class Silence:
    """Where a pair is silent.

    Args:
        levels: levels at which it used to talk, highest first.
        said: contacts of which reports say that they have not been, latest first.
    """

    levels: tuple[LevelSilence, ...]
    said: tuple[Entry, ...]


def silence_of(
    selection: Selection, entries: Mapping[str, Entry], contacts: Contacts, day: date
) -> Silence:
    """The silence of a pair.

    Args:
        selection: what was chosen.
        entries: the chosen happenings.
        contacts: the last contact at each level.
        day: the day to count to.
    """
    found = (
        _level(level, last, selection.talks.get(level, ()), day)
        for level, last in contacts.by_level.items()
    )
    said = tuple(entries[item.id] for item in selection.of(Part.UNMET) if item.id in entries)
    return Silence(tuple(item for item in found if item is not None), said)


def _level(level: Level, last: Entry, talks: Sequence[date], day: date) -> LevelSilence | None:
    if len(talks) < HABIT or last.day is None:
        return None
    since = min(last.when.last if last.when else last.day, day)
    gaps = ((second - first).days for first, second in pairwise(talks))
    return LevelSilence(level, since, (day - since).days, len(talks), max(gaps), last)
