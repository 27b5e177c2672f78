"""Who asserts an act: the cases of tests/cases/who_says.toml."""

from __future__ import annotations

import pytest
from event_cases import PUBLISHED, EventCase, cases, faults

from detente import Article, Coder

pytestmark = pytest.mark.model
CASES = cases("who_says.toml")
FEWEST_CASES = 80


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    assert len(CASES) >= FEWEST_CASES
    assert all(case.reason for case in CASES)
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_case(case: EventCase, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=case.text, published=PUBLISHED))
    found = faults(events, case.expect)
    assert not found, "\n".join([case.reason, *found])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_every_link_of_a_chain_points_at_its_words(case: EventCase, coder: Coder) -> None:
    for event in coder.code(Article(id="case", text=case.text, published=PUBLISHED)):
        for link in event.to_dict()["attribution"]:
            words = case.text[link["start"] : link["end"]]
            assert words == link["entity_text"] or (link["code"] is None and words)
