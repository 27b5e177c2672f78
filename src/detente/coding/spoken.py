"""Who speaks for a side: whoever says that his state will act acts for it."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act
from detente.coding.reading import distinct
from detente.lexicon import Lexicon
from detente.records import Status


def spoken(act: Act, lexicon: Lexicon) -> Act:
    """An act of words with the one who speaks them, where it is told as that of his state.

    "The president said the country was ready to talk": the readiness is the president's word.
    """
    if not act.sayings or not act.actors or act.reciprocal or act.status is not Status.ACTUAL:
        return act
    if not lexicon.categories[act.category].verbal:
        return act
    speakers = act.sayings[-1].parties
    codes = {party.code for party in act.actors}
    if not speakers or any(not party.code or party.code not in codes for party in speakers):
        return act
    return replace(act, actors=distinct((*speakers, *act.actors))).noting(
        "actor: who speaks for it"
    )
