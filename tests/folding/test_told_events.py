"""Tellings find the events that stand for them, and enough of them do."""

from __future__ import annotations

from datetime import date

import pytest
from groups import Half, Report, Telling, groups
from told_events import told_events

from detente import Coder

pytestmark = pytest.mark.model

# Folding cannot be judged by a set of which the coder reads too little.
FOUND = 0.75


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _report(text: str) -> Report:
    return Report("r", date(2021, 4, 20), "Detente Sample Wire", text)


def test_two_acts_of_one_sentence_find_their_own_events(coder: Coder) -> None:
    report = _report("Britain attacked Egypt on Monday after Egypt bombed Malta.")
    first, second = (Telling("r", words, "ASSAULT") for words in ("attacked Egypt", "bombed Malta"))
    found = told_events(report, [second, first], coder.code(report.article))
    assert [found[telling].words[0].text for telling in (first, second)] == ["attacked", "bombed"]


def test_a_later_mention_is_found_in_the_record_of_the_first(coder: Coder) -> None:
    report = _report(
        "Germany's foreign minister met his Polish counterpart in Berlin on Monday. It rained. "
        "The two foreign ministers met in Berlin on Monday."
    )
    telling = Telling("r", "two foreign ministers met", "CONSULT")
    (event,) = coder.code(report.article)
    assert event.mentions == (2,)
    assert told_events(report, [telling], [event]) == {telling: event}


@pytest.mark.parametrize(
    "telling",
    [
        Telling("r", "attacked Egypt", "ACCUSE"),
        Telling("r", "It rained", "ASSAULT"),
        Telling("other", "attacked Egypt", "ASSAULT"),
    ],
)
def test_another_category_sentence_or_report_is_not_found(coder: Coder, telling: Telling) -> None:
    report = _report("Britain attacked Egypt on Monday. It rained.")
    assert told_events(report, [telling], coder.code(report.article)) == {}


# The unseen part is not bound to it: whatever the coder reads of that is a finding.
@pytest.mark.parametrize("half", [Half.DEV, Half.HELD])
def test_most_tellings_are_found(coder: Coder, half: Half) -> None:
    told = found = 0
    for group in groups(half):
        tellings = [telling for happening in group.happenings for telling in happening.tellings]
        codings = coder.codings(report.article for report in group.reports)
        told += len(tellings)
        for report, coding in zip(group.reports, codings, strict=True):
            found += len(told_events(report, tellings, coding.events))
    assert found / told >= FOUND
