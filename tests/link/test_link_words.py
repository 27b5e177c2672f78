"""The word lists of data/anaphora.toml: all read, none empty, no word twice."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib import resources
from typing import Any

from detente.lexicon.registry import default_registry
from detente.lexicon.registry_rows import OfficeRole
from detente.link.anaphora import AnaphoraWords, anaphora_words

_TABLES = (
    "names",
    "place",
    "pronouns",
    "roles",
    "violence",
    "sectors",
    "genders",
    "sport",
    "generic",
)
_READ_BY_REGISTRY = {"names_generic"}


def _file() -> dict[str, Any]:
    return tomllib.loads((resources.files("detente.data") / "anaphora.toml").read_text("utf-8"))


def test_every_list_of_the_file_is_read_and_no_other_is_wanted() -> None:
    table = _file()
    written = {f"{group}_{name}" for group in _TABLES for name in table[group]} - _READ_BY_REGISTRY
    wanted = {item.name for item in fields(AnaphoraWords)} - {"topics", "numbers", "story_weights"}
    assert written == wanted


def test_lists_hold_words_and_none_twice() -> None:
    for group in _TABLES:
        for name, words in _file()[group].items():
            if isinstance(words, list):
                assert words, f"{group}.{name} is empty"
                assert len(words) == len(set(words)), f"{group}.{name} has a word twice"


def test_roles_are_those_of_the_people_tables() -> None:
    words = anaphora_words()
    roles = {str(role) for role in OfficeRole}
    assert words.roles_single <= words.roles_weighty <= roles
    assert set(words.topics.values()) <= roles


def test_the_registry_knows_the_bodies_peoples_and_regions_of_the_file() -> None:
    table, registry = _file(), default_registry()
    assert registry.bodies.keys() == table["bodies"].keys()
    for name in table["peoples"]:
        assert registry.index.exact(name), f"no territory {name!r}"
    for region in table["region"]:
        assert registry.index.exact(region["name"])
