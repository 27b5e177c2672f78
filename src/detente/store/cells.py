"""Values inside rows that several tables share: parties, words, places and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from detente.records import DateBasis, DateSpan, Location, Party, Span, TextSpan
from detente.store.schema import Row

_LARGEST = 2**63 - 1


def party_cells(party: Party) -> Row:
    """A party as a struct; how it was resolved is left out."""
    return {
        "code": party.code,
        "sector": party.sector,
        "entity_text": party.entity_text,
        "identifier_text": party.identifier_text,
        "identifier_id": party.identifier_id,
        "office": party.office,
        "start": party.start,
        "end": party.end,
        "gender": party.gender,
    }


def party_of(cells: Row) -> Party:
    """The party of a struct."""
    return Party(**cells)


def parties_of(cells: Iterable[Row]) -> tuple[Party, ...]:
    """The parties of a list of structs."""
    return tuple(party_of(item) for item in cells)


def codes_of(parties: Iterable[Party]) -> list[str]:
    """The distinct codes of some parties, sorted."""
    return sorted({party.code for party in parties if party.code})


def words_cells(words: TextSpan | None) -> Row | None:
    """Words with their place as a struct."""
    if words is None:
        return None
    return {"text": words.text, "start": words.span.start, "end": words.span.end}


def words_of(cells: Row) -> TextSpan:
    """The words of a struct."""
    return TextSpan(cells["text"], Span(cells["start"], cells["end"]))


def location_cells(location: Location | None) -> Row | None:
    """A place as a struct."""
    if location is None:
        return None
    return {
        "name": location.name,
        "country": location.country,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "geonames_id": location.geonames_id,
        "start": location.span.start,
        "end": location.span.end,
    }


def location_of(cells: Row | None) -> Location | None:
    """The place of a struct."""
    if cells is None:
        return None
    rest = {name: value for name, value in cells.items() if name not in ("start", "end")}
    return Location(span=Span(cells["start"], cells["end"]), **rest)


def days_cells(when: DateSpan | None) -> Row:
    """The three columns of an event's days; the words they were read from are left out."""
    return {
        "date": day_cell(when.first) if when else None,
        "enddate": day_cell(when.last) if when else None,
        "date_basis": str(when.basis) if when else None,
    }


def days_of(row: Row) -> DateSpan | None:
    """The days of a row with those columns."""
    if row["date"] is None:
        return None
    return DateSpan(row["date"], row["enddate"], DateBasis(row["date_basis"]))


def day_cell(day: date | None) -> str | None:
    """A day as rows are written with it."""
    return day.isoformat() if day else None


def count_cell(number: int | None) -> int | None:
    """A count that a text gives, which may be absurd, within the reach of the column."""
    return None if number is None else min(number, _LARGEST)


def plain(values: Iterable[Any]) -> list[str]:
    """Enumeration members and the like as strings."""
    return [str(value) for value in values]
