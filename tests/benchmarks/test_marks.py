import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marks import Marked, Spans, marked


def words(sentence: Marked, spans: Spans) -> list[str]:
    return [sentence.text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("written", "actors", "recipients"),
    [
        ("<s>France</s> warned <t>Iran</t>.", ["France"], ["Iran"]),
        ("<t>Iran</t> was warned by <s>France</s>.", ["France"], ["Iran"]),
        ("<s>France</s> marched.", ["France"], []),
        ("A march in <t>Iran</t>", [], ["Iran"]),
        ("<s>France</s>, <s>Italy</s> warned <t>Iran</t>", ["France", "Italy"], ["Iran"]),
        ("<s>France and <t>Iran</t></s> met", ["France and Iran"], ["Iran"]),
        ("<t>Iran</t> <s>France</s> <t>Iraq</t>", ["France"], ["Iran", "Iraq"]),
        ("<s>France </s>warned <t> Iran</t>", ["France"], ["Iran"]),
        ("<s>France warned <t>Iran</t>", [], ["Iran"]),
        ("France</s> warned <t></t>Iran <s> </s>", [], []),
        ("nobody <b>and</b> nothing", [], []),
        ("", [], []),
    ],
)
def test_marks_are_read(written: str, actors: list[str], recipients: list[str]) -> None:
    sentence = marked(written)
    assert words(sentence, sentence.actors) == actors
    assert words(sentence, sentence.recipients) == recipients


pieces = st.lists(st.sampled_from(("<s>", "</s>", "<t>", "</t>", "Iran", " ", "é", "<", ">", "a")))


@given(pieces)
def test_any_text_loses_its_tags_and_nothing_else(listed: list[str]) -> None:
    written = "".join(listed)
    sentence = marked(written)
    assert sentence.text == re.sub("</?[st]>", "", written)
    for start, end in (*sentence.actors, *sentence.recipients):
        assert 0 <= start < end <= len(sentence.text)
        assert sentence.text[start:end] == sentence.text[start:end].strip()
