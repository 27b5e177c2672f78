"""Sentences and reports off topic."""

from __future__ import annotations

import pytest
from coding_documents import Draught

from detente.coding.topics import off_topic
from detente.lexicon import Lexicon


def _topics(text: str, lexicon: Lexicon) -> dict[int, str]:
    document = Draught(text).linked().document
    return {number: aside.subject.name for number, aside in off_topic(document, lexicon).items()}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The football team won the match.", "sport"),
        ("The goalkeeper blocked it.", "sport"),
        ("In the novel, soldiers attack a village.", "arts"),
        ("The army invaded Russia in 1812.", "history"),
        ("Quarterly earnings lifted the dividend and the profit.", "business"),
        ("The typhoon hit Japan.", "weather"),
    ],
)
def test_words_that_put_a_sentence_off_topic(text: str, subject: str, lexicon: Lexicon) -> None:
    assert _topics(text, lexicon) == {0: subject}


@pytest.mark.parametrize(
    "text",
    [
        "The team won.",
        "The army sent 1812 soldiers to Russia.",
        "A storm of protest followed.",
        "The film angered Iran.",
    ],
)
def test_one_loose_word_or_a_number_is_not_enough(text: str, lexicon: Lexicon) -> None:
    assert _topics(text, lexicon) == {}


def test_only_the_sentence_is_off_topic(lexicon: Lexicon) -> None:
    text = (
        "France attacked Iran and both sides spoke of a long war over the straits and the islands in the gulf. "
        "The football match went on."
    )
    assert _topics(text, lexicon) == {1: "sport"}


def test_a_report_full_of_it_is_off_topic_as_a_whole(lexicon: Lexicon) -> None:
    text = "The football match was lost. The coach left. The striker wept in the stadium. France attacked Iran."
    asides = off_topic(Draught(text).linked().document, lexicon)
    assert sorted(asides) == [0, 1, 2, 3]
    assert asides[3].silences("COERCE", "arrest")


def test_serious_acts_stand_beside_words_of_sport_unless_sport_uses_their_word(
    lexicon: Lexicon,
) -> None:
    text = (
        "France arrested a football coach, and many people in many towns along the coast of the country "
        "talked of nothing else for days and days until the government told them at long last what it knew."
    )
    aside = off_topic(Draught(text).linked().document, lexicon)[0]
    assert not aside.silences("COERCE", "arrest")
    assert aside.silences("ASSAULT", "attack")
    assert aside.silences("AGREE", "agree")
