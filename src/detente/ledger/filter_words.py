"""What the fields of a filter ask for, in the words that every way of asking teaches them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field of ``Filter`` in words.

    Args:
        told: what it asks for.
        example: a value.
        is_day: whether it takes one day, not several values.
    """

    told: str
    example: str
    is_day: bool = False


FIELD_WORDS: Mapping[str, FieldWords] = {
    "party": FieldWords("Who takes part, on whichever side; given twice: both.", "FRA"),
    "dyad": FieldWords("Two codes between whom it is: FRA-RUS.", "FRA-RUS"),
    "actor": FieldWords("Who acts; of a claim, who makes it.", "FRA"),
    "recipient": FieldWords("On whom; of a claim, whom it is about.", "RUS"),
    "person": FieldWords("Part of a name or an office.", "Lavrov"),
    "identity": FieldWords(
        "Id in the registry of anyone in it: emmanuel-macron.", "emmanuel-macron"
    ),
    "place": FieldWords("Part of a place's name.", "Geneva"),
    "sector": FieldWords("Sector of anyone in it: GOV, MIL, CVL ...", "MIL"),
    "category": FieldWords("PLOVER category: CONSULT, ASSAULT ...", "CONSULT"),
    "mode": FieldWords("PLOVER mode: visit, phone, drone ...", "phone"),
    "context": FieldWords("PLOVER context: military, economic ...", "military"),
    "status": FieldWords("actual, future, hypothetical or negated.", "actual"),
    "level": FieldWords("heads, foreign ministers, defence ministers ...", "foreign ministers"),
    "channel": FieldWords("visit, phone, multilateral ...", "visit"),
    "assertion": FieldWords("On whose word: press, one side, both sides, denied.", "press"),
    "stance": FieldWords("asserts or denies.", "denies"),
    "since": FieldWords("The first day: 2023-11-12, 2023-11 or 2023.", "2023", is_day=True),
    "until": FieldWords("The last day, in the same forms.", "2023-11", is_day=True),
    "known": FieldWords(
        "Only what a report published by this day tells.", "2023-11-12", is_day=True
    ),
    "source": FieldWords("Part of an outlet's name, or of a path or address.", "Gazette"),
    "article": FieldWords("The id under which a report is cited.", "seed"),
    "text": FieldWords("Words of the sentence; given twice: both.", "grain"),
}
