"""How the fields of a filter are named and told wherever a ledger is asked from outside Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.ledger.conditions import BY_TOPIC

DAYS = frozenset(("since", "until", "known"))
_SHORT = {"since": "from", "until": "to"}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What is told of a field of a filter.

    Args:
        sign: what stands for its value in a line of help.
        text: what it asks for, in a line.
        example: a value that it can have.
    """

    sign: str
    text: str
    example: str


FIELDS: Mapping[str, FieldWords] = {
    "party": FieldWords("CODE", "Who takes part, on whichever side; given twice: both.", "FRA"),
    "dyad": FieldWords("PAIR", "Two codes between whom it is: FRA-RUS.", "FRA-RUS"),
    "actor": FieldWords("CODE", "Who acts; of a claim, who makes it.", "RUS"),
    "recipient": FieldWords("CODE", "On whom; of a claim, whom it is about.", "UKR"),
    "person": FieldWords("NAME", "Part of a name or an office.", "Lecornu"),
    "identity": FieldWords(
        "ID", "Id in the registry of anyone in it: emmanuel-macron.", "emmanuel-macron"
    ),
    "place": FieldWords("NAME", "Part of a place's name.", "Geneva"),
    "sector": FieldWords("SECTOR", "Sector of anyone in it: GOV, MIL, CVL ...", "GOV"),
    "category": FieldWords("CATEGORY", "PLOVER category: CONSULT, ASSAULT ...", "CONSULT"),
    "mode": FieldWords("MODE", "PLOVER mode: visit, phone, drone ...", "phone"),
    "context": FieldWords("CONTEXT", "PLOVER context: military, economic ...", "military"),
    "status": FieldWords("STATUS", "actual, future, hypothetical or negated.", "actual"),
    "level": FieldWords(
        "LEVEL", "heads, foreign ministers, defence ministers ...", "defence ministers"
    ),
    "channel": FieldWords("CHANNEL", "visit, phone, multilateral ...", "phone"),
    "assertion": FieldWords(
        "WHOSE", "On whose word: press, one side, both sides, denied.", "one side"
    ),
    "stance": FieldWords("STANCE", "asserts or denies.", "denies"),
    "since": FieldWords("DAY", "The first day: 2023-11-12, 2023-11 or 2023.", "2022-10"),
    "until": FieldWords("DAY", "The last day, in the same forms.", "2023"),
    "known": FieldWords("DAY", "Only what a report published by this day tells.", "2023-11-30"),
    "source": FieldWords("NAME", "Part of an outlet's name, or of a path or address.", "Gazette"),
    "article": FieldWords("ID", "The id under which a report is cited.", "defence-call"),
    "text": FieldWords("WORDS", "Words of the sentence; given twice: both.", "grain"),
}


def fields_of(topic: str) -> Mapping[str, FieldWords]:
    """What a topic can be filtered by.

    Args:
        topic: one of ``TOPICS``.
    """
    return {name: words for name, words in FIELDS.items() if name in BY_TOPIC[topic]}


def outer(name: str) -> str:
    """The name of a field outside Python, where ``from`` is no word of the language."""
    return _SHORT.get(name, name)
