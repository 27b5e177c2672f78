"""The closed classes of a language, read from data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words that decide negation, future, modality and control."""

    negations: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_markers: frozenset[str]
    futures: frozenset[str]
    modals: dict[str, str]
    subject_control: frozenset[str]
    object_gerunds: frozenset[str]
    relatives: frozenset[str]


@cache
def grammar() -> Grammar:
    """The English closed classes, from ``data/grammar.toml``."""
    table = tomllib.loads((resources.files("detente.data") / "grammar.toml").read_text("utf-8"))
    negation = table["negation"]
    return Grammar(
        negations=frozenset(negation["words"]),
        negative_determiners=frozenset(negation["determiners"]),
        negative_pronouns=frozenset(negation["pronouns"]),
        negative_markers=frozenset(negation["markers"]),
        futures=frozenset(table["future"]["auxiliaries"]),
        modals=dict(table["modals"]),
        subject_control=frozenset(table["subject_control"]["verbs"]),
        object_gerunds=frozenset(table["object_gerunds"]["markers"]),
        relatives=frozenset(table["relatives"]["words"]),
    )
