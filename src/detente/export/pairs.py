"""An event as the formats of others have it: one party acts on one other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.records import Event, Party, Telling

# What fits both the 64-bit integers of a database and the exact integers of most readers of JSON.
_BITS = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """An event between two of its parties.

    Args:
        event: the event.
        number: number of the pair among those of the event, from 0.
        actor: who acts, or None where nobody is named.
        recipient: on whom, or None.
        tellings: every report of the happening; empty where only the event itself is known.
    """

    event: Event
    number: int
    actor: Party | None
    recipient: Party | None
    tellings: Sequence[Telling] = ()

    @property
    def name(self) -> str:
        """The id of the event with the number of the pair."""
        return f"{self.event.id}-{self.number}"

    @property
    def integer(self) -> int:
        """The same as a number."""
        return integer_of(self.name)


def pairs(event: Event, tellings: Sequence[Telling] = ()) -> Iterator[Pair]:
    """Each of the actors with each of the recipients; of a meeting, each two of those in it.

    Args:
        event: the event.
        tellings: every report of its happening, where these are known.
    """
    sides: list[tuple[Party | None, Party | None]]
    if not event.recipients and len(event.actors) > 1:
        sides = list(combinations(event.actors, 2))
    else:
        sides = [
            (actor, recipient)
            for actor in event.actors or (None,)
            for recipient in event.recipients or (None,)
        ]
    for number, (actor, recipient) in enumerate(sides):
        yield Pair(event, number, actor, recipient, tellings)


def integer_of(name: str) -> int:
    """A number that stands for a name, the same on every run."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") >> (64 - _BITS)
