"""Who asserts or denies a mention."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Event, Party, Stance, Status

_PRESS = "JRN"


@dataclass(frozen=True, slots=True)
class Word:
    """On whose word a mention rests.

    Args:
        stance: whether it is asserted or denied.
        speakers: who does; empty where the report does, or does not say who.
    """

    stance: Stance
    speakers: tuple[Party, ...]


def word_of(event: Event) -> Word:
    """On whose word an event rests: that of the last in the chain, who spoke first.

    A negated act is denied where somebody says that it was not so; where the report itself says
    so, that it did not take place is what happened.
    """
    speakers = _speakers(event)
    denied = bool(speakers) and event.status is Status.NEGATED
    return Word(Stance.DENIES if denied else Stance.ASSERTS, speakers)


def _speakers(event: Event) -> tuple[Party, ...]:
    if not event.attribution:
        return ()
    relation = event.attribution[-1].relation
    found: list[Party] = []
    for link in reversed(event.attribution):
        if link.relation != relation:
            break
        if link.party is not None and link.party.sector != _PRESS:
            found.insert(0, link.party)
    return tuple(found)
