"""Texts without an event, and near misses: the cases of tests/cases/no_events.toml."""

from __future__ import annotations

import pytest
from event_cases import PUBLISHED, EventCase, cases, faults

from detente import Article, Coder

pytestmark = pytest.mark.model
CASES = cases("no_events.toml")
FEWEST_WITHOUT = 80
FEWEST_NEAR = 20


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    assert sum(not case.expect for case in CASES) >= FEWEST_WITHOUT
    assert sum(bool(case.expect) for case in CASES) >= FEWEST_NEAR
    assert all(case.reason for case in CASES)
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_case(case: EventCase, coder: Coder) -> None:
    events = coder.code(Article(id="case", text=case.text, published=PUBLISHED))
    found = faults(events, case.expect)
    assert not found, "\n".join([case.reason, *found])


def test_a_report_that_is_all_sport_has_no_event(coder: Coder) -> None:
    sport = " ".join(
        case.text for case in CASES if case.reason.startswith("sport") and not case.expect
    )
    text = f"{sport} The coach of Iran attacked Turkey."
    assert coder.code(Article(id="case", text=text, published=PUBLISHED)) == []
