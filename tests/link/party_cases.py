"""Reading of tests/cases/parties.toml and of what a linked document says of a phrase."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.records import LinkedDocument, Party, Phrase

CASES = Path(__file__).parent.parent / "cases" / "parties.toml"


@dataclass(frozen=True, slots=True)
class PartyCase:
    """One case of the file; see its head for the fields."""

    text: str
    on: str
    reason: str
    expect: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


def party_cases() -> list[PartyCase]:
    """All cases of the file."""
    rows: list[dict[str, Any]] = tomllib.loads(CASES.read_text("utf-8"))["case"]
    return [PartyCase(**{key: _value(value) for key, value in row.items()}) for row in rows]


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def told(line: str) -> tuple[str, str]:
    """The two sides of an arrow."""
    left, arrow, right = line.partition("=>")
    assert arrow, f"no '=>' in {line!r}"
    return left.strip(), right.strip()


def phrase_of(linked: LinkedDocument, words: str) -> Phrase:
    """The phrase that ends in some words, or whose head stands first in them where none does.

    Args:
        linked: the document.
        words: words of the text; ``#2`` after them asks for their second occurrence, ``#0`` for the
            phrase whose head comes first in them.
    """
    words, _, number = words.partition("#")
    document = linked.document
    places = [
        found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text)
    ]
    assert places, f"{words!r} is not in {document.text!r}"
    start, end = places[max(int(number or 1), 1) - 1]
    inside = [
        phrase
        for phrase in document.phrases
        if start <= phrase.head_span.start and phrase.head_span.end <= end
    ]
    assert inside, f"no phrase in {words!r}"
    return inside[0] if number == "0" else inside[-1]


def parties_of(linked: LinkedDocument, phrase: Phrase) -> tuple[Party, ...]:
    """Whom a phrase stands for."""
    return linked.parties.get(phrase.index, ())


def matches(party: Party, wanted: str) -> bool:
    """Whether a party is ``CODE``, ``CODE/SECTOR`` or ``CODE/SECTOR NAME``."""
    codes, _, name = wanted.partition(" ")
    code, _, sector = codes.partition("/")
    return (
        party.code == code
        and (not sector or party.sector == sector)
        and (not name or party.identifier_text == name)
    )
