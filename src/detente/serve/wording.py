"""How what a ledger holds is put into words and signs on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from detente.export.wording import counted, days_between, distinct_parties, one_line, party_name
from detente.lexicon.closed_lists import closed_lists
from detente.lexicon.codes import default_codes
from detente.records import Assertion, DateSpan, Party, Stance

__all__ = ["counted", "one_line"]

# A report's text may hold anything: what would steer the reader's program or turn the line round
# stands as a sign of its own, one for one, so that offsets stay.
_STEERING = {
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20)], " "),
    0: "␀",
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys([0xFFFE, 0xFFFF], "\ufffd"),
}
QUADS = {
    1: "cooperation in words",
    2: "cooperation in deeds",
    3: "conflict in words",
    4: "conflict in deeds",
}
_WORD = {
    Assertion.ONE_SIDE: "on the word of one side",
    Assertion.BOTH_SIDES: "on the word of both sides",
    Assertion.DENIED: "denied",
}
_STANCE = {Stance.ASSERTS: "says so", Stance.DENIES: "denies it"}
# What the form of a list asks for; whatever else stands in an address is kept beside it.
FILTERED = frozenset(
    ("category", "level", "status", "assertion", "source", "text", "since", "until", "order")
)
TOLD = {"party": "of", "dyad": "between", "identity": "with", "person": "with", "place": "at"}
_FEW = 4
_WEB = ("https://", "http://")
_YEAR, _MONTH = 365, 61


def shown(value: Any) -> Any:
    """A value as a page shows it; whatever is no template's own is made harmless."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_STEERING)
    return "" if value is None else value


def sentence(fault: Exception) -> str:
    """What went wrong as a sentence of its own."""
    told = str(fault)
    return f"{told[:1].upper()}{told[1:]}{'' if told.endswith(('.', '?', '!')) else '.'}"


def days(when: DateSpan | None) -> str:
    """The day or days of something; in brackets where they are the report's own."""
    return "".join(days_between(when)) if when else "no day"


def long_day(day: date | None) -> str:
    """A day in words: 7 November 2023."""
    return f"{day.day} {day:%B %Y}" if day else "no day"


def ago(number: int) -> str:
    """How long ago some days are."""
    if number > 2 * _YEAR:
        return f"{number / _YEAR:.1f} years ago"
    if number > _MONTH:
        return f"{number / (_YEAR / 12):.0f} months ago"
    return f"{counted(number, 'day')} ago" if number else "today"


def signed(number: float) -> str:
    """A figure with its sign; nothing has none."""
    told = f"{number:+.1f}"
    return "0" if float(told) == 0 else told.replace("-", "−")


def name(code: str) -> str:
    """The usual name of a code."""
    return default_codes().names.get(code, code)


def who(party: Party) -> str:
    """A party's name."""
    return party_name(party)


def office(party: Party) -> str:
    """The office of a party, where its name does not say it."""
    told = one_line(party.office or "")
    return told if told and told != party_name(party).lower() else ""


def is_state_itself(party: Party) -> bool:
    """Whether a party is the state or body of its code, and nobody in particular."""
    return party_name(party) in {party.code, name(party.code)}


def parties(found: Sequence[Party], codes: Sequence[str] = ()) -> tuple[list[Party], int]:
    """The first of some parties, and how many others there are.

    Args:
        found: the parties.
        codes: those that come first where they are among them.
    """
    distinct = sorted(distinct_parties(found), key=lambda party: party.code not in codes)
    return distinct[:_FEW], max(len(distinct) - _FEW, 0)


def on_whose_word(assertion: Assertion | str) -> str:
    """On whose word something rests; nothing where the press itself tells it."""
    return _WORD.get(Assertion(assertion), "")


def stance(value: Stance | str) -> str:
    """How whoever speaks stands to something."""
    return _STANCE[Stance(value)]


def meaning(category: str) -> str:
    """What a category is."""
    return closed_lists().meanings.get(category, "")


def pair_address(first: str, second: str) -> str:
    """The address of the page on two parties."""
    return f"/relations/{'-'.join(sorted((first, second)))}"


def party_address(party: Party) -> str:
    """The address of the page on a party, or on a person."""
    if party.identifier_id and ":" not in party.identifier_id:
        return f"/actors/{quote(party.identifier_id, safe='')}"
    return f"/parties/{quote(party.code, safe='')}" if party.code else ""


def is_web(address: str | None) -> bool:
    """Whether an address that a report gives is one of the web, and may be a link."""
    return bool(address and address.startswith(_WEB))


def query(values: Mapping[str, Any] | Iterable[tuple[str, Any]], **changes: Any) -> str:
    """A query of an address: some values, with changes; None leaves one out."""
    pairs = [(key, value) for key, value in _pairs(values) if key not in changes]
    pairs += [(key, value) for key, value in changes.items() if value is not None]
    wanted = [(key, value) for key, value in pairs if value not in ("", None)]
    return f"?{urlencode(wanted, errors='replace')}" if wanted else ""


def is_narrowed(asked: Mapping[str, str], *but: str) -> bool:
    """Whether the form of a list leaves anything out, by another field than some."""
    return any(asked.get(name) for name in FILTERED.difference(("order", *but)))


def widened(asked: Mapping[str, str]) -> str:
    """The query without what the form of a list asks for."""
    return query({key: value for key, value in asked.items() if key not in FILTERED}, page=None)


def _pairs(values: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    if hasattr(values, "multi_items"):
        return list(values.multi_items())
    return list(values.items() if isinstance(values, Mapping) else values)
