"""Where a text falls into blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.parse.blocks import blocks


def _blocks(text: str) -> list[str]:
    return [span.of(text) for span in blocks(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert _blocks("One.\n\nTwo.\n \nThree.") == ["One.", "Two.", "Three."]


def test_a_headline_and_a_dateline_stand_alone() -> None:
    lead = "The French government said on Sunday that it had recalled its ambassador from Niamey."
    assert _blocks(f"France recalls its envoy\nPARIS, 12 November\n{lead}") == [
        "France recalls its envoy",
        "PARIS, 12 November",
        lead,
    ]


def test_a_dateline_before_the_lead_is_a_block() -> None:
    for dateline in (
        "PARIS —",
        "KYIV, Ukraine (AP) —",
        "WASHINGTON (Reuters) -",
        "TEL AVIV, 3 May --",
    ):
        assert _blocks(f"{dateline} The army left.") == [dateline, "The army left."]
    assert _blocks("The US - and Iran - talked.") == ["The US - and Iran - talked."]


def test_a_caption_stands_alone() -> None:
    lead = "Soldiers of the Nigerien army took the palace on Monday, witnesses in the capital said."
    assert _blocks(f"File: A street in Niamey\n{lead}")[0] == "File: A street in Niamey"


def test_lines_broken_for_their_width_go_on() -> None:
    text = "The French government said on\nSunday that it had recalled its\nambassador from Niamey in\nNiger."
    assert _blocks(text) == [text]


def test_a_line_that_ends_a_sentence_need_not_stand_alone() -> None:
    text = "It was over.\nThe French government said on Sunday that it had recalled its ambassador."
    assert _blocks(text) == [text]


def test_a_line_that_goes_on_in_lower_case_or_after_a_comma_does_not_end() -> None:
    longer = (
        "and then a much longer line that goes on and on until nobody reads it any more at all."
    )
    assert len(_blocks(f"A short line\n{longer}")) == 1
    assert len(_blocks(f"A short line,\n{longer.capitalize()}")) == 1


def test_list_items_are_blocks() -> None:
    assert _blocks("Talks:\n- in Oslo\n- in Geneva") == ["Talks:", "- in Oslo", "- in Geneva"]


def test_an_empty_text_has_none() -> None:
    assert _blocks("") == _blocks(" \n\n ") == []


@given(st.text(alphabet=st.sampled_from("AbC .,\n-\t"), max_size=200))
def test_blocks_are_in_order_and_hold_every_character_that_is_no_space(text: str) -> None:
    spans = list(blocks(text))
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(span.start < span.end for span in spans)
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not text[end:start].strip()
