"""The registry: states, bodies, groups and people with dated offices, found by name and day."""

from __future__ import annotations

import gc
import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from detente.errors import LexiconError, Place
from detente.lexicon import registry_tables as tables
from detente.lexicon.names import Match, NameIndex, Token, folded, folded_name
from detente.lexicon.registry_nouns import NounSense, NounTable, noun_senses
from detente.lexicon.registry_rows import Actor, ActorKind, Ambiguity, Known, Office, Person

Meaning = Actor | Person
_SHARED = frozenset((ActorKind.TERRITORY, ActorKind.ADJECTIVE))
_BODIES = (
    ("institutions.csv", ActorKind.INSTITUTION),
    ("organisations.csv", ActorKind.ORGANISATION),
    ("groups.csv", ActorKind.GROUP),
)
_COLUMNS = {
    "countries.csv": ("code", "name", "aliases", "adjectives", "people", "capital", "seats"),
    "territories.csv": ("name", "aliases", "adjectives", "code", "sector"),
    "places.csv": ("name", "code"),
    "institutions.csv": ("name", "code", "sector"),
    "organisations.csv": ("name", "code", "sector"),
    "groups.csv": ("name", "code", "sector"),
    "ambiguous_names.csv": ("name", "codes", "clues"),
}
_PERSON_COLUMNS = (
    "id",
    "name",
    "family",
    "gender",
    "aliases",
    "code",
    "sector",
    "role",
    "office",
    "start",
    "end",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A person in an office."""

    person: Person
    office: Office


@dataclass(frozen=True, slots=True)
class Registry:
    """Who is who.

    Args:
        index: names of everybody and everything.
        families: persons by family name, folded.
        offices: who held which office, by code and role.
        states: the state's own row, by code.
        forms: words of a state's full names, folded, by code: what kind of state it is.
        given: gender by given name, folded; empty where both occur.
        nouns: nouns of offices and bodies.
        bodies: the body of states that has a code of its own, by code.
        ambiguities: names that several states share, folded.
        stateless: ids of territories whose people live in several states.
        digest: short hash of the tables.
        people: all persons.
    """

    index: NameIndex[Meaning]
    families: Mapping[str, tuple[Person, ...]]
    offices: Mapping[tuple[str, str], tuple[Held, ...]]
    states: Mapping[str, Actor]
    forms: Mapping[str, frozenset[str]]
    given: Mapping[str, str]
    nouns: NounTable
    bodies: Mapping[str, Actor]
    ambiguities: Mapping[str, Ambiguity]
    stateless: frozenset[str]
    digest: str
    people: tuple[Person, ...] = field(default=(), repr=False)

    def scan(self, words: list[Token]) -> Iterator[Match[Meaning]]:
        """The names in a text; see ``NameIndex.scan``."""
        return self.index.scan(words)

    def lookup(self, name: str, on: date | None = None) -> list[Known]:
        """What the registry knows under a name.

        Args:
            name: a full name, alias, adjective or family name, in any case.
            on: the day whose office and sector count; None for the latest known.
        """
        meanings: list[Meaning] = list(self.index.exact(name))
        meanings += self.families.get(" ".join(folded_name(name)), ())
        return [_known(meaning, on) for meaning in dict.fromkeys(meanings)]

    def family(self, name: str) -> tuple[Person, ...]:
        """Persons of a family name."""
        return self.families.get(" ".join(folded_name(name)), ())

    def holders(self, code: str, role: str, on: date | None) -> tuple[Held, ...]:
        """Who held an office of a role for a state or organisation on a day.

        Args:
            code: codebook code.
            role: e.g. ``foreign-minister``.
            on: the day; None for the latest holder.
        """
        held = self.offices.get((code, role), ())
        if on is None:
            return held[-1:]
        day = on.isoformat()
        return tuple(item for item in held if item.office.covers(day))

    def state(self, code: str) -> Actor | None:
        """The state of a code."""
        return self.states.get(code)


@cache
def default_registry() -> Registry:
    """The registry that ships."""
    registry = registry_from(resources.files("detente.data"))
    # It lives as long as the process. Frozen, its hundred thousand rows are not gone through again
    # at every full round of the garbage collector, which cost a twentieth of the time of coding.
    gc.freeze()
    return registry


def registry_with(own: Traversable) -> Registry:
    """The registry that ships, and what a folder of one's own adds to it.

    Args:
        own: holds some of the tables of ``detente/data`` that say who is who ("countries.csv",
            "organisations.csv", "people/*.csv"), with the same columns.

    Raises:
        LexiconError: it holds none of them, a table lacks a column or a row has too many fields.
    """
    if not any((own / name).is_file() for name in _COLUMNS) and not any(
        _people_texts(own / "people")
    ):
        problem = f"holds none of the tables {', '.join((*_COLUMNS, 'people/*.csv'))}"
        raise LexiconError(Place(str(own)), problem, "see docs/lexicon.md for their columns")
    return registry_from(resources.files("detente.data"), own)


def registry_from(folder: Traversable, *more: Traversable) -> Registry:
    """The registry in a folder laid out like ``detente/data``; tables that are not there are empty.

    Args:
        folder: the tables.
        more: folders whose tables add rows to those.

    Raises:
        LexiconError: a table lacks a column or a row has too many fields.
    """
    places = (folder, *more)
    texts = [(name, place / name, _text(place / name)) for place in places for name in _COLUMNS]
    people_texts = [row for place in places for row in _people_texts(place / "people")]
    table: dict[str, list[dict[str, str]]] = {name: [] for name in _COLUMNS}
    for name, place, text in texts:
        table[name] += tables.rows(text, str(place), _COLUMNS[name]) if text else []
    people = tables.persons(
        tables.rows(text, str(place), _PERSON_COLUMNS) for place, text in people_texts
    )
    anaphora = _anaphora(folder)
    index: NameIndex[Meaning] = NameIndex(frozenset(anaphora.get("names", {}).get("generic", ())))
    shared: dict[str, list[str]] = anaphora.get("peoples", {})
    bodies: dict[str, Actor] = {}
    own_codes: dict[str, str] = anaphora.get("bodies", {})
    for name, actor in _named(table):
        index.add(name, actor)
        if actor.name == own_codes.get(actor.code):
            bodies[actor.code] = actor
        for code in shared.get(actor.name, ()) if actor.kind in _SHARED else ():
            index.add(name, replace(actor, code=code))
    for name, actor in tables.region_names(anaphora.get("region", ())):
        index.add(name, actor)
    ambiguities, nobody = tables.ambiguities(table["ambiguous_names.csv"])
    for name in nobody:
        index.add(name, Actor(ActorKind.NOBODY, name, "", "", ""))
    for name, person in _full_names(people):
        index.add(name, person)
    return Registry(
        index=index,
        families=_families(people),
        offices=_offices(people),
        states={
            actor.code: actor
            for name, actor in tables.country_names(table["countries.csv"])
            if actor.kind is ActorKind.STATE
        },
        forms=_forms(table["countries.csv"]),
        given=_given(people),
        nouns=NounTable(_nouns(folder)),
        bodies=bodies,
        ambiguities={" ".join(folded_name(name)): row for name, row in ambiguities.items()},
        stateless=frozenset(f"territory:{name}" for name in shared),
        digest=_digest([*(text for *_, text in texts), *(text for _, text in people_texts)]),
        people=tuple(people),
    )


def _named(table: Mapping[str, list[dict[str, str]]]) -> Iterator[tables.Named]:
    yield from tables.country_names(table["countries.csv"])
    yield from tables.territory_names(table["territories.csv"])
    for name, kind in _BODIES:
        yield from tables.body_names(table[name], kind)
    yield from tables.place_names(table["places.csv"])


def _full_names(people: Iterable[Person]) -> Iterator[tuple[str, Person]]:
    """Names and aliases, but no bare family name, which the document has to settle."""
    for person in people:
        for name in (person.name, *person.aliases):
            if name == person.name or name != person.family:
                yield name, person


def _text(item: Traversable) -> str:
    return item.read_text("utf-8") if item.is_file() else ""


def _people_texts(folder: Traversable) -> Iterator[tuple[Traversable, str]]:
    if not folder.is_dir():
        return
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".csv"):
            yield item, item.read_text("utf-8")


def _anaphora(folder: Traversable) -> dict[str, Any]:
    return tomllib.loads(_text(folder / "anaphora.toml"))


def _nouns(folder: Traversable) -> Iterator[NounSense]:
    for name in ("offices.toml", "bodies.toml"):
        text = _text(folder / name)
        if text:
            yield from noun_senses(tomllib.loads(text))


def _forms(countries: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    return {
        row["code"]: frozenset(f"{row['name']}|{row['aliases']}".lower().replace("|", " ").split())
        for row in countries
    }


def _families(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        found[" ".join(folded_name(person.family))].append(person)
    return {name: tuple(rows) for name, rows in found.items()}


def _offices(people: Iterable[Person]) -> dict[tuple[str, str], tuple[Held, ...]]:
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for person in people:
        for office in person.offices:
            found[office.code, office.role].append(Held(person, office))
    return {
        key: tuple(sorted(rows, key=lambda held: held.office.start)) for key, rows in found.items()
    }


def _given(people: Iterable[Person]) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in people:
        first, _, rest = person.name.partition(" ")
        if rest and person.gender:
            name = folded(first)
            found[name] = person.gender if found.get(name, person.gender) == person.gender else ""
    return found


def _known(meaning: Meaning, on: date | None) -> Known:
    if isinstance(meaning, Actor):
        return Known(meaning.name, meaning.kind, meaning.id, meaning.code, meaning.sector)
    held = meaning.office_on(on)
    nearest = held or meaning.nearest_office(on)
    return Known(
        name=meaning.name,
        kind=ActorKind.PERSON,
        id=meaning.id,
        code=nearest.code,
        sector=held.sector if held else FORMER_SECTOR,
        office=held.title if held else None,
        offices=meaning.offices,
    )


FORMER_SECTOR = "ELI"


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]
