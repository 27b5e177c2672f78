"""Who is who: the rows of the registry's tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_AFTER_ANY_DIGIT = "~"


class ActorKind(StrEnum):
    """What a name of the registry names."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    TERRITORY = "territory"
    PLACE = "place"
    INSTITUTION = "institution"
    ORGANISATION = "organisation"
    GROUP = "group"
    PERSON = "person"
    NOBODY = "nobody"


class OfficeRole(StrEnum):
    """Kinds of office; of two held at once the one that stands first here is spoken of."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    FOREIGN_MINISTER = "foreign-minister"
    DEFENCE_MINISTER = "defence-minister"
    INTERIOR_MINISTER = "interior-minister"
    ORGANISATION_HEAD = "organisation-head"
    DEPUTY = "deputy"
    MINISTER = "minister"
    SPOKESPERSON = "spokesperson"
    ADVISER = "adviser"
    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    ENVOY = "envoy"
    ARMED_GROUP = "armed-group"
    JUDICIARY = "judiciary"
    LEGISLATURE = "legislature"
    OPPOSITION = "opposition"
    OTHER = "other"


_RANK = {str(role): rank for rank, role in enumerate(OfficeRole)}


@dataclass(frozen=True, slots=True)
class Actor:
    """What a name stands for, where it does not depend on the day.

    Args:
        kind: what it is.
        name: its usual name.
        code: codebook code; empty for what is no party.
        sector: sector code.
        id: its id in the registry: the table and the name.
        people: whether the word is the plural or singular of a people ("Russians").
        words: other words that the table gives for it (the row's kind or type).
        start: first day it exists under the name, as written, or "".
        end: last day, or "".
        latitude: degrees north, for places.
        longitude: degrees east, for places.
        geonames_id: GeoNames number, for places.
        home: code of the state where the place is, where its name stands for somebody else.
    """

    kind: ActorKind
    name: str
    code: str
    sector: str
    id: str
    words: str = ""
    start: str = ""
    end: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    home: str = ""

    def exists(self, day: date | None) -> bool:
        """Whether the name can be in use on a day."""
        if day is None or not (self.start or self.end):
            return True
        text = day.isoformat()
        return self.start <= text and (not self.end or text <= self.end + _AFTER_ANY_DIGIT)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held.

    Args:
        code: codebook code of whom the holder acts for.
        sector: sector code while it is held.
        role: the kind of office, e.g. ``foreign-minister``.
        title: its name, lower case, without the state's.
        start: first day, as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD.
        end: last day likewise; empty while it is held.
    """

    code: str
    sector: str
    role: str
    title: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether it can have been held on a day.

        Args:
            day: YYYY-MM-DD. A partial date of the row counts from its first and to its last day.
        """
        return self.start <= day and (not self.end or day <= self.end + _AFTER_ANY_DIGIT)

    @property
    def period(self) -> str:
        """Start and end as people read them."""
        return f"{self.start}..{self.end or 'now'}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the offices held, earliest first.

    Args:
        id: slug of the name.
        name: full name.
        family: the name that later mentions use.
        gender: ``m``, ``f`` or empty.
        aliases: other full names.
        offices: offices in order of their start.
    """

    id: str
    name: str
    family: str
    gender: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]

    def office_on(self, day: date | None) -> Office | None:
        """The office held on a day, the weightiest where there are several; the last for None."""
        if day is None:
            return self.offices[-1]
        text = day.isoformat()
        held = [office for office in reversed(self.offices) if office.covers(text)]
        return min(held, key=office_rank) if held else None

    def nearest_office(self, day: date | None) -> Office:
        """The office by which the person is known on a day: held, else the last held, else the first."""
        held = self.office_on(day)
        if held or day is None:
            return held or self.offices[-1]
        text = day.isoformat()
        past = [office for office in self.offices if office.start <= text]
        return past[-1] if past else self.offices[0]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that several states share.

    Args:
        codes: codes it can have, the usual one first.
        clues: words beside which it has one of the others.
    """

    codes: tuple[str, ...]
    clues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One answer of the registry to a name.

    Args:
        name: usual name.
        kind: what it is.
        id: its id.
        code: code on the day asked for.
        sector: sector on that day.
        office: office held on that day, or None.
        offices: all offices with their periods, for persons.
    """

    name: str
    kind: ActorKind
    id: str
    code: str
    sector: str
    office: str | None = None
    offices: tuple[Office, ...] = ()


def office_rank(office: Office | None) -> int:
    """How far down the list of roles an office stands; no office stands last."""
    return _RANK.get(office.role, len(_RANK)) if office else len(_RANK) + 1
