"""Names in texts: folding, capitals, longest match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon.names import NameIndex, folded, folded_name, tokens


def _found(index: NameIndex[str], text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[match.start : match.end], match.meanings) for match in index.scan(tokens(text))]


@pytest.fixture
def index() -> NameIndex[str]:
    names = NameIndex[str](frozenset(("party", "army")))
    for name in (
        "China",
        "United States",
        "US",
        "U.S.",
        "WHO",
        "NATO",
        "Guinea",
        "Guinea-Bissau",
        "Côte d'Ivoire",
        "People's Party",
        "Northern Army",
        "al-Nusra",
        "St. John's",
        "Erdoğan",
        "Łódź",
    ):
        names.add(name, name)
    return names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In China they met", "China"),
        ("China’s army", "China"),
        ("the UNITED STATES", "United States"),
        ("of Cote d’Ivoire", "Côte d'Ivoire"),
        ("by Guinea Bissau", "Guinea-Bissau"),
        ("the Peoples Party", ""),
        ("the People’s party", "People's Party"),
        ("the Northern army", "Northern Army"),
        ("the northern army", ""),
        ("an Al-Nusra cell", "al-Nusra"),
        ("in St John’s", "St. John's"),
        ("by Erdogan", "Erdoğan"),
        ("to Lodz", "Łódź"),
        ("Nato and", "NATO"),
    ],
)
def test_spellings(index: NameIndex[str], text: str, name: str) -> None:
    assert [meanings for _, meanings in _found(index, text)] == ([(name,)] if name else [])


@pytest.mark.parametrize(
    "text",
    ["china plates", "tell us", "Tell Us", "Who came", "who came", "the united states", "nato"],
)
def test_words_without_the_capitals_of_a_name_are_none(index: NameIndex[str], text: str) -> None:
    assert _found(index, text) == []


def test_the_longest_name_wins_and_names_do_not_overlap(index: NameIndex[str]) -> None:
    assert [words for words, _ in _found(index, "Guinea-Bissau and Guinea")] == [
        "Guinea-Bissau",
        "Guinea",
    ]


def test_the_last_point_of_an_abbreviation_is_part_of_it(index: NameIndex[str]) -> None:
    assert [words for words, _ in _found(index, "The U.S. left. The US stayed.")] == ["U.S.", "US"]


def test_words_of_a_name_must_stand_together(index: NameIndex[str]) -> None:
    assert _found(index, "United, States") == []
    assert _found(index, "United. States") != _found(index, "United and States")


def test_one_name_with_several_meanings() -> None:
    names = NameIndex[str]()
    names.add("Georgia", "state")
    names.add("Georgia", "person")
    assert _found(names, "Georgia") == [("Georgia", ("state", "person"))]


def test_exact_ignores_case_and_diacritics(index: NameIndex[str]) -> None:
    assert index.exact("CÔTE D’IVOIRE") == ("Côte d'Ivoire",)
    assert index.exact("cote d'ivoire") == ("Côte d'Ivoire",)
    assert index.exact("Cote") == ()
    assert index.exact("?") == ()


def test_a_name_without_capitals_is_never_found() -> None:
    names = NameIndex[str]()
    names.add("march", "month")
    names.add("…", "nothing")
    assert _found(names, "March march …") == []


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert folded(folded(word)) == folded(word)


@given(st.text(alphabet="aA’'. -–(&éßŁ1\n", max_size=60))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        end = token.start + 1
    assert len(folded_name(text)) == len(tokens(text)) or text.isalpha()


@given(st.text(alphabet="ABab -'’.&", min_size=1, max_size=20))
def test_whatever_name_is_added_is_found_in_itself(name: str) -> None:
    names = NameIndex[str]()
    names.add(name, "it")
    words = tokens(name)
    if words and any(token.capital for token in words) and all(token.joined for token in words[1:]):
        assert [meanings for _, meanings in _found(names, name)] == [("it",)]
