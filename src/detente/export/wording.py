"""How parties, days and statuses are put before people."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from detente.records import Attribution, DateBasis, DateSpan, Party

NOTHING = "–"
_USUAL_SECTORS = frozenset(("GOV", "IGO"))
_WHOLE_YEAR = (1, 12)
# A report's text is not to be trusted with the terminal: escape sequences begin with these.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


def flat(text: str) -> str:
    """A text with a space for each line break and control character; its offsets stay."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """A text on one line, without runs of blanks."""
    return " ".join(flat(text).split())


def party_name(party: Party) -> str:
    """The fullest name known for a party, on one line."""
    return one_line(party.identifier_text or party.entity_text or party.code or "somebody")


def party_code(party: Party) -> str:
    """Code and sector, e.g. ``SYR REB``; the sector goes unsaid where it is the usual one."""
    sector = "" if party.sector in _USUAL_SECTORS else party.sector
    return " ".join(part for part in (party.code, sector) if part)


def days_between(when: DateSpan | None) -> tuple[str, ...]:
    """The day or days of an event, one a line; a whole month or year as such.

    Days that the text does not give stand in brackets.
    """
    if when is None:
        return (NOTHING,)
    lines = _days(when.first, when.last)
    if when.basis is DateBasis.TEXT:
        return lines
    return (f"({lines[0]}", *lines[1:-1], f"{lines[-1]})") if len(lines) > 1 else (f"({lines[0]})",)


def _days(first: date, last: date) -> tuple[str, ...]:
    if first == last:
        return (first.isoformat(),)
    if first.day == 1 and last.day == _month_length(last) and first.year == last.year:
        if first.month == last.month:
            return (first.isoformat()[:7],)
        if (first.month, last.month) == _WHOLE_YEAR:
            return (first.isoformat()[:4],)
    return (first.isoformat(), f"–{last.isoformat()}")


def _month_length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def speaker(link: Attribution) -> str:
    """Who asserts something."""
    return party_name(link.party) if link.party else "unnamed"


def distinct_parties(parties: Iterable[Party]) -> list[Party]:
    """Parties without those that would read the same."""
    return list({(party_name(party), party.code): party for party in parties}.values())


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 event``, ``1,200 events``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
