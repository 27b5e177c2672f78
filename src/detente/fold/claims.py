"""Claims: what a party says that another did, with the denials set against it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from detente.records import Claim, Happening, Party, Stance, Telling

_ACCUSATION = "ACCUSE"


def claims(happening: Happening) -> tuple[Claim, ...]:
    """The claims that a happening rests on, in the order of the reports; none where the press does.

    Args:
        happening: any happening; an accusation is its actors' claim.
    """
    told: dict[tuple[str, Stance], list[tuple[Party, Telling]]] = {}
    for telling in happening.tellings:
        for party in _claimants(happening, telling):
            key = (party.code or party.identifier_text, telling.stance)
            told.setdefault(key, []).append((party, telling))
    found = [_claim(happening, key, rows) for key, rows in told.items()]
    return tuple(replace(item, answers=tuple(_answers(item, found))) for item in found)


def _claimants(happening: Happening, telling: Telling) -> tuple[Party, ...]:
    if happening.category == _ACCUSATION and telling.stance is Stance.ASSERTS:
        return happening.actors
    return telling.speakers


def _claim(
    happening: Happening, key: tuple[str, Stance], rows: list[tuple[Party, Telling]]
) -> Claim:
    name, stance = key
    party, first = rows[0]
    about = happening.recipients if happening.category == _ACCUSATION else happening.actors
    content = f"{happening.id}\0{name}\0{stance}"
    return Claim(
        id=hashlib.sha256(content.encode()).hexdigest()[:16],
        happening=happening.id,
        claimant=party,
        stance=stance,
        about=tuple(sorted({item.code for item in about if item.code})),
        category=happening.category,
        mode=happening.mode,
        said_on=first.published,
        text=first.text,
        events=tuple(dict.fromkeys(telling.event for _, telling in rows)),
    )


def _answers(claim: Claim, others: list[Claim]) -> Iterator[str]:
    for other in others:
        if other.stance is not claim.stance and other.claimant.code != claim.claimant.code:
            yield other.id
