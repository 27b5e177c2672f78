"""Whether an act took place: the cases of tests/cases/whether.toml, and frames filled at random."""

from __future__ import annotations

from collections import defaultdict

import pytest
from event_cases import (
    PUBLISHED,
    EventCase,
    cases,
    faults,
    is_told_as_done,
    spelled,
)
from frames import Act, Country, Frame, acts, countries, frames
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import Article, Coder, Event

pytestmark = pytest.mark.model
CASES = cases("whether.toml")
FEWEST_CASES = 200
FEWEST_ACTS = 14
_COUNTRIES, _ACTS = countries(), acts()
_PAIRS = [(frame, act) for frame in frames() for act in _ACTS if frame.takes(act)]
_FILLED = st.tuples(
    st.sampled_from(_PAIRS),
    st.permutations(_COUNTRIES).map(lambda drawn: (drawn[0], drawn[1], drawn[2])),
)


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    assert len(CASES) >= FEWEST_CASES
    assert all(case.reason and case.act for case in CASES)
    assert len({case.text for case in CASES}) == len(CASES)
    assert len(_ACTS) >= FEWEST_ACTS
    assert all(frame.reason for frame in frames())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_case(case: EventCase, coder: Coder) -> None:
    found = faults(_coded(coder, [case.text])[0], case.expect)
    assert not found, "\n".join([case.reason, *found])


def test_only_what_is_told_as_done_comes_out_as_a_fact(coder: Coder) -> None:
    events = _coded(coder, [case.text for case in CASES])
    wrong = [
        case.text
        for number, case in enumerate(CASES)
        if case.done is not any(_is_the_act(event, case.act) for event in events[number])
    ]
    assert not wrong


@settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(drawn=st.lists(_FILLED, min_size=40, max_size=60))
def test_no_frame_turns_an_act_into_a_fact(
    coder: Coder, drawn: list[tuple[tuple[Frame, Act], tuple[Country, Country, Country]]]
) -> None:
    texts = [frame.filled(act, *named) for (frame, act), named in drawn]
    events = _coded(coder, texts)
    for number, ((frame, act), (actor, other, _)) in enumerate(drawn):
        wrong = [
            spelled(event)
            for event in events[number]
            if is_told_as_done(event, act.category, actor.code, other.code)
        ]
        assert not wrong, f"{texts[number]} ({frame.reason})"


def _is_the_act(event: Event, act: str) -> bool:
    actor, category, recipient = act.split()
    return is_told_as_done(event, category, actor, "" if recipient == "-" else recipient)


def _coded(coder: Coder, texts: list[str]) -> dict[int, list[Event]]:
    """The events of texts that are reports of their own, by their place."""
    found: dict[int, list[Event]] = defaultdict(list)
    articles = (
        Article(id=str(number), text=text, published=PUBLISHED) for number, text in enumerate(texts)
    )
    for event in coder.code_many(articles):
        found[int(event.citation.id)].append(event)
    return found
