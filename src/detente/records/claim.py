"""A claim: what a party says that another did, with the denials set against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.records.happening import Stance
from detente.records.party import Party


@dataclass(frozen=True, slots=True)
class Claim:
    """A party's word on a happening, or its accusation of another party.

    Args:
        id: digest of happening, claimant and stance.
        happening: id of the happening that it is about; of the ACCUSE itself where it names none.
        claimant: who says so.
        stance: asserts or denies.
        about: codes of those said to have acted.
        category: PLOVER category of what is claimed.
        mode: PLOVER mode of it, or None.
        said_on: day of the first report of the claim, or None.
        text: the sentence.
        events: ids of the events in which it is told, in the order of the reports.
        answers: ids of the claims of the other stance on the same happening by other parties.
    """

    id: str
    happening: str
    claimant: Party
    stance: Stance
    about: tuple[str, ...]
    category: str
    mode: str | None
    said_on: date | None
    text: str
    events: tuple[str, ...]
    answers: tuple[str, ...] = ()
