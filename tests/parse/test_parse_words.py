"""Base forms, and words printed with a hyphen that are one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from detente.parse.compounds import Compounds
from detente.parse.grammar import grammar
from detente.parse.lemma import LemmaTable, rule_lookup

_COMPOUNDS = Compounds(("re", "co"), frozenset(("cease-fire",)), frozenset(("sit-in",)))


class _Tables:
    """The tables of a rule lemmatizer, in small."""

    def get_table(self, name: str, default: Mapping[str, Any]) -> Mapping[str, Any]:
        tables: Mapping[str, Mapping[str, Any]] = {
            "lemma_index": {"verb": {"attack", "route", "stop"}, "noun": {"strike", "march"}},
            "lemma_exc": {"verb": {"went": ["go"]}},
            "lemma_rules": {
                "verb": [["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""], ["s", ""]],
                "noun": [["es", "e"], ["s", ""]],
            },
        }
        return tables.get(name, default)


@pytest.mark.parametrize(
    "word", ["cease-fire", "Cease-fires", "re-opened", "co-operate", "sit-in", "sit-ins"]
)
def test_one_word_stays_one(word: str) -> None:
    assert _COMPOUNDS.pattern().fullmatch(word)


@pytest.mark.parametrize(
    "word", ["ex-president", "Franco-German", "re-", "fire", "re-opened.", "two-state"]
)
def test_others_may_be_parted(word: str) -> None:
    assert not _COMPOUNDS.pattern().fullmatch(word)


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("cease-fires", "ceasefires"),
        ("re-opened", "reopened"),
        ("sit-in", "sit-in"),
        ("ex-president", "ex-president"),
        ("talks", "talks"),
    ],
)
def test_spelling_in_the_lexicon(word: str, spelling: str) -> None:
    assert _COMPOUNDS.spelling(word) == spelling


@pytest.mark.parametrize(
    ("word", "coarse", "base"),
    [
        ("went", "verb", "go"),
        ("attacked", "verb", "attack"),
        ("routed", "verb", "rout"),
        ("installed", "verb", "install"),
        ("marches", "noun", "march"),
        ("strikes", "noun", "strike"),
        ("unzipped", "verb", "unzip"),
        ("unheard", "verb", "unheard"),
    ],
)
def test_base_forms(word: str, coarse: str, base: str) -> None:
    assert rule_lookup(_Tables(), grammar())(word, coarse) == base


def test_names_keep_their_form_and_other_words_are_looked_up_once() -> None:
    asked: list[str] = []

    def lookup(word: str, coarse: str) -> str:
        asked.append(f"{word}/{coarse}")
        return word.removesuffix("s")

    table = LemmaTable(lookup, _COMPOUNDS.spelling)
    assert table.lemma("Strikes", "NNPS") == "Strikes"
    assert table.lemma("Strikes", "NNS") == table.lemma("Strikes", "NNS") == "strike"
    assert table.lemma("Cease-fires", "NNS") == "ceasefire"
    assert table.lemma("Attack", "VB") == "attack"
    assert asked == ["strikes/noun", "ceasefires/noun"]


def test_the_closed_classes_that_ship_know_their_words() -> None:
    words = grammar()
    assert words.futures
    assert {"without", "instead of", "rather than"} <= words.negative_markers
    assert words.compounds.spelling("cease-fire") == "ceasefire"
    assert not words.object_control & words.subject_control
