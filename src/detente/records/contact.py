"""A contact of two parties: who spoke to whom, at which level, by which channel, about what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.records.event import Location
from detente.records.party import Party
from detente.records.span import DateSpan, Status


class Level(StrEnum):
    """The rank at which two parties are in contact."""

    HEADS = "heads"
    FOREIGN_MINISTERS = "foreign ministers"
    DEFENCE_MINISTERS = "defence ministers"
    ENVOYS = "envoys"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact made from a CONSULT happening.

    Args:
        happening: id of the happening.
        level: the rank of the lower-ranking side.
        channel: ``visit``, ``phone``, ``multilateral``, ``third-party`` or ``talks``.
        parties: everyone in it.
        status: whether it took place; a negated contact is one that is said not to have been.
        when: first and last possible day, or None.
        location: where, or None.
        topics: PLOVER contexts.
        text: the best sentence.
    """

    happening: str
    level: Level
    channel: str
    parties: tuple[Party, ...]
    status: Status
    when: DateSpan | None
    location: Location | None
    topics: tuple[str, ...]
    text: str
