"""The other side of an act that only its purpose names: "sent troops to fight the rebels"."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Meaning
from detente.coding.reading import Reading, distinct
from detente.coding.roles import without
from detente.records import Clause

# the sector of places that stand for their state
_PLACE = "UNK"


def aimed(act: Act, purpose: Meaning, clause: Clause, reading: Reading) -> Act:
    """An act of one side with whomever its purpose names for the other.

    Args:
        act: the act.
        purpose: what the clause of purpose means.
        clause: the clause of purpose.
        reading: the document.
    """
    if act.reciprocal:
        guests = [inner.actors for inner in purpose.primary if inner.reciprocal]
        everyone = distinct((*act.actors, *(party for found in guests for party in found)))
        return replace(act, actors=everyone)
    if not act.actors or any(party.sector != _PLACE for party in act.recipients):
        return act
    meant = [party for inner in purpose.primary for party in inner.recipients]
    objects = reading.parties_of(reading.arguments(clause, "object"))
    found = without(distinct(meant) or objects, act.actors)
    if not found:
        return act
    return replace(act, recipients=found).noting("recipient: whom its purpose names")
