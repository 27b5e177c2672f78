"""How a report is cut and blinded."""

from __future__ import annotations

import pytest
from coding_documents import Draught
from hypothesis import given
from hypothesis import strategies as some

from detente.learned import Network, page_of
from detente.learned.passages import Passage
from detente.records import Document, LinkedDocument, Sentence, Span

pytestmark = pytest.mark.model


def _plain(*lengths: int) -> LinkedDocument:
    """Sentences of so many words each, with nobody in them."""
    text, sentences = "", []
    for index, length in enumerate(lengths):
        start = len(text)
        text += " ".join(["word"] * length) + ". "
        sentences.append(Sentence(index, Span(start, len(text) - 1)))
    return LinkedDocument(Document(text, tuple(sentences), (), ()))


def _passages(linked: LinkedDocument, network: Network) -> tuple[Passage, ...]:
    return page_of(linked, network.vocabulary, frozenset()).passages


@given(lengths=some.lists(some.integers(1, 700), min_size=1, max_size=12))
def test_every_sentence_is_judged_once_and_no_passage_is_too_long(
    network: Network, lengths: list[int]
) -> None:
    found = _passages(_plain(*lengths), network)
    judged = [
        sentence
        for passage in found
        for sentence in sorted({word.sentence for word in passage.words})
        if sentence >= passage.first
    ]
    assert judged == list(range(len(lengths)))
    assert all(len(passage.pieces) <= 512 for passage in found)
    assert all(len(passage.parties) == len(passage.pieces) for passage in found)


def test_positions_of_words_are_those_of_their_pieces(network: Network) -> None:
    passage = _passages(_plain(3), network)[0]
    word = network.vocabulary.pieces("word")[0]
    assert [passage.pieces[item.position] for item in passage.words[:3]] == [word] * 3


def _of_states(first: str, second: str) -> Draught:
    draught = Draught(f"{first} struck {second}. {first} left.")
    draught.phrase(first, first[:3].upper())
    draught.phrase(second, second[:3].upper())
    draught.phrase(first, first[:3].upper())
    return draught


def test_states_are_numbered_as_they_come_and_their_names_are_gone(network: Network) -> None:
    one = _passages(_of_states("France", "Mali").linked(), network)[0]
    other = _passages(_of_states("Chad", "Zambia").linked(), network)[0]
    assert (one.pieces, one.parties) == (other.pieces, other.parties)
    assert [number for number in one.parties if number] == [1, 2, 1]
