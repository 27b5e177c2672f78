"""What the fold stage knows: levels of offices, words that tell nothing, weights of evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from detente.lexicon.names import folded_name
from detente.lexicon.registry_nouns import NounTable, noun_senses
from detente.lexicon.registry_tables import rows as registry_rows
from detente.lexicon.tables import parsed_toml
from detente.records import Level

FOLDER = "fold"
_OFFICES, _ONTOLOGY = "offices.toml", "ontology.toml"
_COUNTRIES = "countries.csv"
_WORDED = ("name", "aliases", "adjectives", "people", "seats")
_COLUMNS = ("code", *_WORDED)
_ARTICLE, _AND = "the", " and "


@dataclass(frozen=True, slots=True)
class Points:
    """What each sign adds to the sum that decides whether two mentions tell of one happening.

    Each field is a line of ``evidence.toml``, which says what it stands for.
    """

    prior: float
    words: float
    words_none: float
    title: float
    act: float
    mode_same: float
    mode_other: float
    place_same: float
    place_named: float
    place_other: float
    person_same: float
    person_other: float
    level_other: float
    count_same: float
    count_other: float
    day_same: float
    day_other: float
    day_gap: float
    wide: float
    undated: float
    side_same: float
    side_missing: float
    side_partly: float
    circle_alone: float
    actor_other: float
    recipient_other: float
    vague_other: float
    denied: float

    @property
    def wording(self) -> float:
        """The most that the wording of two mentions can give."""
        return self.words + self.title + self.act


@dataclass(frozen=True, slots=True)
class Levels:
    """At which level whoever holds an office speaks.

    Args:
        by_role: level by the role of an office.
        by_office: level by the office, lower case.
        offices: what the nouns of offices stand for.
    """

    by_role: Mapping[str, Level]
    by_office: Mapping[str, Level]
    offices: NounTable

    def level(self, office: str) -> Level:
        """The level of an office, as events name it; of two at once, the higher."""
        parts = (office, *office.split(_AND)) if _AND in office else (office,)
        return min((self._level(part) for part in parts), key=list(Level).index)

    def _level(self, office: str) -> Level:
        """The level of the longest beginning of a title ("president of the republic")."""
        words = [word for word in office.split() if word != _ARTICLE]
        for end in range(len(words), 0, -1):
            named = self.by_office.get(" ".join(words[:end]))
            if named:
                return named
            sense = self.offices.find(words[:end])
            if sense:
                return self.by_role.get(sense.role, Level.OTHERS)
        return Level.OTHERS


@dataclass(frozen=True, slots=True)
class Folding:
    """What the fold stage knows.

    Args:
        levels: levels of offices.
        ignored: words that say nothing about which happening a sentence tells of.
        states: names of states, in lower case without accents.
        state_words: words for a state and whatever belongs to it, by its code.
        points: points of each sign, by category, and by category and mode where a mode has its own.
        join: sum from which two mentions tell of one happening.
        apart: sum below which they never do.
        digest: short hash of the tables.
    """

    levels: Levels
    ignored: frozenset[str]
    states: frozenset[str]
    state_words: Mapping[str, frozenset[str]]
    points: Mapping[str, Points]
    join: float
    apart: float
    digest: str

    def points_of(self, category: str, mode: str | None, other: str | None) -> Points:
        """The points for two mentions of a category, each with its mode."""
        if mode is not None and mode == other:
            own = self.points.get(f"{category}/{mode}")
            if own is not None:
                return own
        return self.points[category]


@cache
def default_folding() -> Folding:
    """The knowledge that ships."""
    return folding_from(resources.files("detente.data"))


def folding_from(folder: Traversable) -> Folding:
    """The knowledge in a folder laid out like ``detente/data``.

    Raises:
        LexiconError: a table is no TOML.
    """
    names = ("levels.toml", "words.toml", "evidence.toml")
    categories = parsed_toml((folder / _ONTOLOGY).read_text("utf-8"), _ONTOLOGY)
    texts = [(folder / FOLDER / name).read_text("utf-8") for name in names]
    levels, words, evidence = (
        parsed_toml(text, f"{FOLDER}/{name}") for name, text in zip(names, texts, strict=True)
    )
    states = registry_rows((folder / _COUNTRIES).read_text("utf-8"), _COUNTRIES, _COLUMNS)
    offices = (folder / _OFFICES).read_text("utf-8")
    return Folding(
        levels=_levels(levels, parsed_toml(offices, _OFFICES)),
        ignored=frozenset(word for row in words.values() for word in row),
        states=_state_names(states),
        state_words=_state_words(states),
        points=_points(evidence, categories),
        join=evidence["join"],
        apart=evidence["apart"],
        digest=hashlib.sha256("\0".join([*texts, offices]).encode()).hexdigest()[:12],
    )


def _levels(table: Mapping[str, Any], offices: Mapping[str, Any]) -> Levels:
    by_role, by_office = (
        {name: Level(level) for level, names in table[part].items() for name in names}
        for part in ("roles", "offices")
    )
    return Levels(by_role, by_office, NounTable(noun_senses(offices)))


def _state_names(rows: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """Names of states as places are compared: lower case, without accents."""
    names = (name for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)
    return frozenset(" ".join(folded_name(name)) for name in names)


def _state_words(rows: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Words for each state and whatever belongs to it, in the same form."""
    return {
        row["code"]: frozenset(
            word
            for column in _WORDED
            for name in row[column].split("|")
            for word in folded_name(name)
        )
        for row in rows
    }


def _points(table: Mapping[str, Any], categories: Iterable[str]) -> dict[str, Points]:
    """The common points, with those of a category, and of a mode of it, in their place."""
    common, own = table["points"], table["category"]
    found = {name: common | own.get(name, {}) for name in categories}
    for name, values in own.items():
        category, slash, _ = name.partition("/")
        if slash:
            found[name] = found[category] | values
    return {name: Points(**values) for name, values in found.items()}
