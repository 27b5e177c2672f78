"""The closed classes of a language, read from data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.parse.compounds import Compounds


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words that decide negation, future, modality and control, and irregular words."""

    negations: frozenset[str]
    additive: frozenset[str]
    negative_adverbs: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_markers: frozenset[str]
    futures: frozenset[str]
    modals: dict[str, str]
    subject_control: frozenset[str]
    object_control: frozenset[str]
    purposes: frozenset[str]
    object_gerunds: frozenset[str]
    relatives: frozenset[str]
    compounds: Compounds
    lemmas: dict[str, dict[str, str]]


@cache
def grammar() -> Grammar:
    """The English closed classes, from ``data/grammar.toml``."""
    table = tomllib.loads((resources.files("detente.data") / "grammar.toml").read_text("utf-8"))
    negation = table["negation"]
    return Grammar(
        negations=frozenset(negation["words"]),
        additive=frozenset(negation["additive"]),
        negative_adverbs=frozenset(negation["adverbs"]),
        negative_determiners=frozenset(negation["determiners"]),
        negative_pronouns=frozenset(negation["pronouns"]),
        negative_markers=frozenset(negation["markers"]),
        futures=frozenset(table["future"]["auxiliaries"]),
        modals=dict(table["modals"]),
        subject_control=frozenset(table["subject_control"]["verbs"]),
        object_control=frozenset(table["object_control"]["verbs"]),
        purposes=frozenset(table["purposes"]["nouns"]),
        object_gerunds=frozenset(table["object_gerunds"]["markers"]),
        relatives=frozenset(table["relatives"]["words"]),
        compounds=Compounds(
            prefixes=tuple(table["compounds"]["prefixes"]),
            closed=frozenset(table["compounds"]["closed"]),
            open=frozenset(table["compounds"]["open"]),
        ),
        lemmas=dict(table["lemmas"]),
    )
