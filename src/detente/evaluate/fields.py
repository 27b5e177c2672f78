"""Checked access to the fields of a JSON object, so that every fault names its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detente.errors import Place, ReferenceDataError


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object of a reference or coded file.

    Args:
        values: its fields.
        place: file and line it stands at.
        remedy: what the user can do about a fault in it.
        path: how the object is reached from the event, as a message names it; empty for the event.
    """

    values: Mapping[str, object]
    place: Place
    remedy: str
    path: str = ""

    def fault(self, name: str, problem: str) -> ReferenceDataError:
        """What is wrong with a field, as an error to raise."""
        return ReferenceDataError(self.place, f"'{self.path}{name}' {problem}", self.remedy)

    def text(self, name: str) -> str | None:
        """A field that holds text, or None where it is null or not there.

        Raises:
            ReferenceDataError: it holds anything else.
        """
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self.fault(name, "must be text or null")

    def required(self, name: str) -> str:
        """A field that must hold text.

        Raises:
            ReferenceDataError: it does not.
        """
        value = self.text(name)
        if not value:
            raise self.fault(name, "is missing")
        return value

    def day(self, name: str) -> str | None:
        """A field that holds a day as YYYY-MM-DD, or None.

        Raises:
            ReferenceDataError: it holds anything else.
        """
        value = self.text(name)
        return None if value is None else self.checked_day(name, value)

    def checked_day(self, name: str, value: object) -> str:
        """A value of a field, where it is a day written as YYYY-MM-DD.

        Raises:
            ReferenceDataError: it is none.
        """
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            raise self.fault(name, f"holds {json.dumps(value)}, no day as YYYY-MM-DD")
        return day.isoformat()

    def items(self, name: str) -> list[object]:
        """A field that holds a list; null and absence are an empty one.

        Raises:
            ReferenceDataError: it holds anything else.
        """
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.fault(name, "must be a list")
        return value

    def objects(self, name: str) -> list[Fields]:
        """A field that holds a list of objects.

        Raises:
            ReferenceDataError: it holds anything else.
        """
        return [
            self._as_object(f"{name}[{number}]", value)
            for number, value in enumerate(self.items(name), 1)
        ]

    def inside(self, name: str) -> Fields | None:
        """A field that holds an object, or None where it is null or not there.

        Raises:
            ReferenceDataError: it holds anything else.
        """
        value = self.values.get(name)
        return None if value is None else self._as_object(name, value)

    def _as_object(self, name: str, value: object) -> Fields:
        if not isinstance(value, dict):
            raise self.fault(name, "must be an object")
        return Fields(value, self.place, self.remedy, f"{self.path}{name}.")


def party_codes(parties: list[Fields]) -> frozenset[str]:
    """The codes of a list of parties; those without one are left out."""
    codes = (party.text("code") for party in parties)
    return frozenset(code for code in codes if code)


def party_sectors(parties: list[Fields]) -> frozenset[tuple[str | None, str | None]]:
    """Code and sector of each party of a list."""
    return frozenset((party.text("code"), party.text("sector")) for party in parties)
