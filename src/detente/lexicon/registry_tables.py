"""The registry's tables as rows; what they hold is checked by the data linter, not here."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from detente.errors import LexiconError, Place
from detente.lexicon.registry_rows import Actor, ActorKind, Ambiguity, Office, Person

Row = Mapping[str, str]
Named = tuple[str, Actor]
_GOVERNMENT = "GOV"


def rows(text: str, source: str, needed: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV table.

    Args:
        text: the file's text.
        source: its name, for errors.
        needed: columns that must be there.

    Raises:
        LexiconError: a column is missing, or a row has too many or too few fields.
    """
    reader = csv.reader(io.StringIO(text))
    header = next(reader, [])
    missing = [column for column in needed if column not in header]
    if missing:
        raise LexiconError(
            Place(source, 1), f"no column {', '.join(missing)}", "add it to the header"
        )
    found = []
    known: dict[str, str] = {}
    once = known.setdefault  # codes, titles and dates recur on thousands of rows
    for row in reader:
        if not row:
            continue
        if len(row) != len(header):
            message = f"{len(row)} fields where the header has {len(header)}"
            raise LexiconError(
                Place(source, reader.line_num), message, "quote fields that hold commas"
            )
        found.append(dict(zip(header, map(once, row, row), strict=True)))
    return found


def split(field: str) -> list[str]:
    """The parts of a field that holds several."""
    if "|" not in field:
        return [field] if field else []
    return [part for part in field.split("|") if part]


def country_names(table: Iterable[Row]) -> Iterator[Named]:
    """Names of states with what they stand for: the state, its adjective, people, capital, seats."""
    for row in table:
        for kind, column in _COUNTRY_COLUMNS:
            actor = Actor(kind, row["name"], row["code"], _GOVERNMENT, f"state:{row['code']}")
            for name in split(row[column]):
                yield name, actor


_COUNTRY_COLUMNS = (
    (ActorKind.STATE, "name"),
    (ActorKind.STATE, "aliases"),
    (ActorKind.ADJECTIVE, "adjectives"),
    (ActorKind.PEOPLE, "people"),
    (ActorKind.CAPITAL, "capital"),
    (ActorKind.SEAT, "seats"),
)


def territory_names(table: Iterable[Row]) -> Iterator[Named]:
    """Names of territories; their adjectives stand for them as those of states do."""
    for row in table:
        values = (row["name"], row["code"], row["sector"], f"territory:{row['name']}")
        land, adjective = Actor(ActorKind.TERRITORY, *values), Actor(ActorKind.ADJECTIVE, *values)
        yield row["name"], land
        for name in split(row["aliases"]):
            yield name, land
        for name in split(row["adjectives"]):
            yield name, adjective


def region_names(table: Iterable[Mapping[str, Any]]) -> Iterator[Named]:
    """Names of regions that act as an organisation of states."""
    for row in table:
        values = (row["name"], row["code"], row["sector"], f"region:{row['name']}")
        yield row["name"], Actor(ActorKind.TERRITORY, *values)
        for kind, names in ((ActorKind.ADJECTIVE, "adjectives"), (ActorKind.PEOPLE, "people")):
            for name in row[names]:
                yield name, Actor(kind, *values)


def place_names(table: Iterable[Row]) -> Iterator[Named]:
    """Names of towns and regions with their state and coordinates."""
    for row in table:
        actor = Actor(
            ActorKind.PLACE,
            row["name"],
            row["code"],
            "",
            f"place:{row['name']}",
            words=row.get("kind", ""),
            latitude=_float(row.get("lat")),
            longitude=_float(row.get("lon")),
            geonames_id=_int(row.get("geonames_id")),
        )
        for name in (row["name"], *split(row.get("aliases", ""))):
            yield name, actor


def ambiguities(table: Iterable[Row]) -> tuple[dict[str, Ambiguity], list[str]]:
    """Names that several states share, and longer names in which a state's name names nobody.

    A row with one code lists what surrounds the name where it is no party ("Burma Road"); a row with
    several lists the words near which it is not the first.

    Returns:
        Ambiguities by name as written, and the names of nobody.
    """
    shared: dict[str, Ambiguity] = {}
    nobody: list[str] = []
    for row in table:
        name, codes, clues = row["name"], tuple(split(row["codes"])), split(row["clues"])
        if len(codes) > 1:
            shared[name] = Ambiguity(codes, tuple(clues))
            continue
        for clue in clues:
            nobody += (
                [clue] if name.lower() in clue.lower() else [f"{clue} {name}", f"{name} {clue}"]
            )
    return shared, nobody


def body_names(table: Iterable[Row], kind: ActorKind) -> Iterator[Named]:
    """Names of institutions, organisations or groups."""
    for row in table:
        actor = Actor(
            kind,
            row["name"],
            row["code"],
            row["sector"],
            row.get("id") or f"{kind}:{row['name']}",
            words=row.get("kind", "") or row.get("type", ""),
            start=row.get("start", "") or row.get("from", ""),
            end=row.get("end", "") or row.get("until", ""),
        )
        for name in (row["name"], *split(row.get("aliases", ""))):
            yield name, actor


def persons(tables: Iterable[Iterable[Row]]) -> list[Person]:
    """Persons, each with all the offices that any of the tables gives."""
    by_id: dict[str, list[Row]] = defaultdict(list)
    for table in tables:
        for row in table:
            by_id[row["id"]].append(row)
    return [_person(identity, held) for identity, held in by_id.items()]


_START = attrgetter("start")


def _person(identity: str, held: list[Row]) -> Person:
    first = held[0]
    offices = [
        Office(row["code"], row["sector"], row["role"], row["office"], row["start"], row["end"])
        for row in held
    ]
    offices.sort(key=_START)
    aliases = dict.fromkeys(alias for row in held for alias in split(row["aliases"]))
    return Person(
        identity, first["name"], first["family"], first["gender"], tuple(aliases), tuple(offices)
    )


def _float(text: str | None) -> float | None:
    return float(text) if text else None


def _int(text: str | None) -> int | None:
    return int(text) if text else None
