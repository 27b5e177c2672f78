from __future__ import annotations

from dataclasses import replace

import pytest
from asked_ledger import CALL, CALLED, SHELLED
from hypothesis import given
from hypothesis import strategies as st

from detente.records import Event, Span, TextSpan
from detente.serve.marking import Role, pieces, roles_of
from detente.serve.wording import shown

TEXT = "France said Russia shelled Kherson."


def event(*spans: tuple[int, int], name: str = "e") -> Event:
    words = tuple(TextSpan(TEXT[start:end], Span(start, end)) for start, end in spans)
    return replace(CALLED, id=name, words=words)


def test_a_text_without_marks_is_one_piece() -> None:
    (piece,) = pieces(TEXT, [], [])
    assert (piece.text, piece.event, piece.roles) == (TEXT, None, ())
    assert list(pieces("", [], [])) == []


def test_marks_cut_a_text_and_may_overlap() -> None:
    found = list(
        pieces(TEXT, [event((19, 26))], [(Role.ACTOR, Span(12, 18)), (Role.SENTENCE, Span(0, 35))])
    )
    assert [piece.text for piece in found] == [
        "France said ",
        "Russia",
        " ",
        "shelled",
        " Kherson.",
    ]
    assert [piece.event for piece in found] == [None, None, None, "e", None]
    assert found[1].roles == (Role.ACTOR, Role.SENTENCE)


spans = st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(sorted).map(tuple)


@given(st.lists(spans, max_size=6), st.lists(st.tuples(st.sampled_from(Role), spans), max_size=6))
def test_pieces_are_the_text_and_each_knows_its_marks(
    acts: list[tuple[int, int]], roles: list[tuple[Role, tuple[int, int]]]
) -> None:
    events = [event(span, name=str(place)) for place, span in enumerate(acts)]
    chosen = [(role, Span(*span)) for role, span in roles]
    found = list(pieces(TEXT, events, chosen))
    assert "".join(piece.text for piece in found) == TEXT
    place = 0
    for piece in found:
        assert piece.text
        here = Span(place, place + len(piece.text))
        held = {str(number) for number, span in enumerate(acts) if Span(*span).holds(here)}
        assert (piece.event in held) if held else piece.event is None
        assert set(piece.roles) == {role for role, span in chosen if span.holds(here)}
        place = here.end


def test_the_words_of_an_event_are_told_apart() -> None:
    found = {(role, span.of(CALL.text)) for role, span in roles_of(SHELLED)}
    assert (Role.ACT, "shelled") in found
    assert (Role.ACTOR, "Russia") in found
    assert (Role.PLACE, "Kherson") in found
    assert (Role.SPEAKER, "France") in found


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\x00b", "a␀b"),
        ("a\u202eb", "a\ufffdb"),
        ("a\x1b[31m", "a [31m"),
        ("\ud800", "\ufffd"),
        ("a\nb", "a\nb"),
        ("\u200f", "\u200f"),
    ],
)
def test_what_would_steer_the_reader_is_a_sign_of_its_own(text: str, made: str) -> None:
    assert shown(text) == made


@given(st.text())
def test_offsets_stay_whatever_is_shown(text: str) -> None:
    assert len(shown(text)) == len(text)
