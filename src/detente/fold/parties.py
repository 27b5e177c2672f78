"""Whom a mention names: codes, and persons with the level at which they speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.fold.wording import plain
from detente.lexicon import Folding
from detente.records import Event, Level, Party

_NO_STATE = frozenset(("IGO", "NGO", "ISM", "IMG", "MNC"))
_NOBODY: Mapping[str, frozenset[str]] = {}


def codes_of(event: Event) -> tuple[str, ...]:
    """Codes of all parties of an event, in alphabetical order; one empty code where none has one."""
    codes = {party.code for party in (*event.actors, *event.recipients)} - {""}
    return tuple(sorted(codes)) or ("",)


def names_of(parties: Iterable[Party]) -> frozenset[str]:
    """Codes; bodies that share one because they belong to no state are told apart by name."""
    return frozenset(
        f"{party.code} {plain(party.identifier_text)}" if party.code in _NO_STATE else party.code
        for party in parties
        if party.code
    )


def is_vague(parties: Iterable[Party]) -> bool:
    """Whether a side's words name nobody ("gunmen", "the police"), so that its state was inferred."""
    found = tuple(parties)
    return bool(found) and all(
        party.identifier_id is None and party.entity_text.islower() for party in found
    )


def persons_of(parties: Iterable[Party]) -> Mapping[str, frozenset[str]]:
    """Family names of those who hold an office, by code."""
    found: dict[str, set[str]] = {}
    for party in parties:
        if party.office is not None:
            last = party.identifier_text.rpartition(" ")[2]
            # A title without a name ("foreign minister") ends in a small letter's word.
            if last[:1].isupper() and last[-1].isalpha():
                found.setdefault(party.code, set()).add(plain(last))
    return {code: frozenset(names) for code, names in found.items()} if found else _NOBODY


class LevelReader:
    """Levels of the persons in a mention; each office is looked up once.

    Args:
        folding: levels of offices.
    """

    def __init__(self, folding: Folding) -> None:
        self._levels = folding.levels
        self._known: dict[str, Level] = {}

    def levels(self, parties: Iterable[Party]) -> Mapping[str, frozenset[str]]:
        """Levels of those who hold an office, by code."""
        found: dict[str, set[str]] = {}
        for party in parties:
            if party.office:
                found.setdefault(party.code, set()).add(self._level(party.office))
        return {code: frozenset(levels) for code, levels in found.items()} if found else _NOBODY

    def _level(self, office: str) -> Level:
        found = self._known.get(office)
        if found is None:
            found = self._known[office] = self._levels.level(office)
        return found
