"""Nouns of offices and bodies."""

from __future__ import annotations

import pytest

from detente.lexicon.registry import default_registry
from detente.lexicon.registry_nouns import NounSense, NounTable, noun_senses

_TABLE = NounTable(
    noun_senses(
        {
            "office": [
                {"titles": ["minister", "foreign minister"], "sector": "GOV", "role": "minister"},
                {"titles": ["spokesman"], "sector": "GOV", "role": "spokesperson", "generic": True},
                {
                    "titles": ["head of foreign ministry"],
                    "sector": "GOV",
                    "role": "foreign-minister",
                },
            ],
            "body": [
                {"nouns": ["tank", "battle tank"], "sector": "MIL", "weak": True},
                {"nouns": ["rebel"], "sector": "REB", "persons": True},
                {"nouns": ["armed forces"], "sector": "MIL"},
            ],
        }
    )
)


def _noun(words: str) -> str | None:
    sense = _TABLE.find(words.split())
    return sense.noun if sense else None


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("foreign minister", "foreign minister"),
        ("former foreign minister", "foreign minister"),
        ("deputy minister", "minister"),
        ("ministers", "minister"),
        ("armed force", "armed forces"),
        ("minister cabinet", None),
        ("teapot", None),
    ],
)
def test_the_longest_end_of_the_words_counts(words: str, noun: str | None) -> None:
    assert _noun(words) == noun


def test_marks_of_the_tables_are_kept() -> None:
    assert _TABLE.find(["spokesman"]) == NounSense("spokesman", "GOV", "spokesperson", generic=True)
    assert _TABLE.find(["rebel"]) == NounSense("rebel", "REB")
    assert _TABLE.find(["tank"]) == NounSense("tank", "MIL", person=False, weak=True)


def test_only_single_words_are_weak() -> None:
    sense = _TABLE.find(["battle", "tank"])
    assert sense is not None
    assert not sense.weak


def test_exact_takes_all_the_words() -> None:
    assert _TABLE.exact(["head", "of", "foreign", "ministry"]) is not None
    assert _TABLE.exact(["the", "foreign", "minister"]) is None


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("prime minister", "GOV"),
        ("police", "COP"),
        ("army", "MIL"),
        ("court", "JUD"),
        ("parliament", "LEG"),
        ("rebel", "REB"),
        ("refugee", "REF"),
        ("protester", "CVL"),
        ("teacher", "EDU"),
        ("opposition", "OPP"),
    ],
)
def test_the_shipped_tables_know_the_usual_ones(noun: str, sector: str) -> None:
    sense = default_registry().nouns.find(noun.split())
    assert sense is not None
    assert sense.sector == sector
