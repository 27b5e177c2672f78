"""Contacts: CONSULT happenings as who spoke to whom, at which level, by which channel."""

from __future__ import annotations

from collections import defaultdict

from detente.lexicon import Folding, default_folding
from detente.records import Contact, Happening, Level, Party

_CONTACT = "CONSULT"
_TALKS = "talks"
_RANKS = {level: rank for rank, level in enumerate(Level)}
_TWO = 2


def contact(happening: Happening, folding: Folding | None = None) -> Contact | None:
    """The contact that a happening is; None where it is none or names one party only.

    Args:
        happening: any happening.
        folding: levels of offices; None for those that ship.
    """
    parties = (*happening.actors, *happening.recipients)
    if happening.category != _CONTACT or len({_side(party) for party in parties}) < _TWO:
        return None
    return Contact(
        happening=happening.id,
        level=level_of(parties, folding or default_folding()),
        channel=happening.mode or _TALKS,
        parties=parties,
        status=happening.status,
        when=happening.when,
        location=happening.location,
        topics=happening.contexts,
        text=happening.text,
    )


def _side(party: Party) -> tuple[str, str]:
    """Whom a party stands for; those without a code, and groups inside a state, for themselves."""
    return party.code, "" if party.code and party.sector == "GOV" else party.sector


def level_of(parties: tuple[Party, ...], folding: Folding) -> Level:
    """The level of the lower-ranking side; each side ranks as the highest of its persons.

    Args:
        parties: everyone in the contact.
        folding: levels of offices.
    """
    sides: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for party in parties:
        level = folding.levels.level(party.office) if party.office else Level.OTHERS
        sides[_side(party)].append(_RANKS[level])
    return list(Level)[max(min(ranks) for ranks in sides.values())]
