"""The corpus: its sheets, its checks, and that it has none of their faults."""

from __future__ import annotations

from datetime import date

import pytest
from corpus.build import reference
from corpus.check import faults, shared_happenings
from corpus.collection import Described, Split, World, described, report, sheet
from corpus.sheets import CodedParty, SheetError, events_of, place_of

_TEXT = 'France said: "No." France and Iran met on Tuesday in Geneva; France left.'
_LINE = 'CONSULT visit | FRA GOV "France"; IRN GOV | - | actual | 2022-02-01..2022-02-02 | CHE JRN "a paper" | "France and … Tuesday"'


def test_a_line_of_a_sheet_is_an_event() -> None:
    (event,) = events_of(f"# a remark\n\n{_LINE}\n", _TEXT)
    assert (event.category, event.mode, event.status) == ("CONSULT", "visit", "actual")
    assert event.actors == (CodedParty("FRA", "GOV", "France"), CodedParty("IRN", "GOV"))
    assert event.recipients == ()
    assert event.days == (date(2022, 2, 1), date(2022, 2, 2))
    assert event.attribution == CodedParty("CHE", "JRN", "a paper")
    start, end = event.evidence
    assert _TEXT[start:end] == "France and Iran met on Tuesday"


@pytest.mark.parametrize(
    ("evidence", "words", "start"),
    [
        ('"France"', "France", 0),
        ('#2 "France"', "France", 19),
        ('#3 "France … left"', "France left", 61),
        ('"said: "No.""', 'said: "No."', 7),
    ],
)
def test_evidence_is_found_in_the_report(evidence: str, words: str, start: int) -> None:
    found = place_of(evidence, _TEXT)
    assert found[0] == start
    assert _TEXT[slice(*found)] == words


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (_LINE.replace(" | - |", " |"), "6 fields"),
        (_LINE.replace("FRA GOV", "France"), "no party"),
        (_LINE.replace("2022-02-02", "2022-01-02"), "ends before"),
        (_LINE.replace("2022-02-02", "Tuesday"), "isoformat"),
        (_LINE.replace("Tuesday", "Friday"), "does not have the words 'Friday'"),
        (_LINE.replace('"France and', '"Germany and'), "does not have the words 'Germany and'"),
        (_LINE.replace("CHE JRN", "CHE GOV; CHE JRN"), "several who assert"),
        (_LINE.replace('| "France and … Tuesday"', "| France"), "quotation marks"),
    ],
)
def test_what_is_no_line_says_why(line: str, told: str) -> None:
    with pytest.raises(SheetError, match=f"line 1: .*{told}"):
        events_of(line, _TEXT)


def test_a_happening_in_two_splits_is_a_fault() -> None:
    rows = [
        Described("a", Split.TRAIN, "wire", World.INVENTED, "one"),
        Described("b", Split.TEST, "wire", World.INVENTED, "one"),
        Described("c", Split.TEST, "wire", World.INVENTED, "two"),
    ]
    assert list(shared_happenings(rows)) == ["reports.csv: a, b tell one happening: one"]


def test_the_corpus_has_no_fault() -> None:
    assert list(faults()) == []


def test_the_splits_are_of_use() -> None:
    sizes = {split: len(described(split)) for split in Split}
    assert sizes[Split.TRAIN] > sizes[Split.TEST] > sizes[Split.VALIDATION] > 50


def test_a_reference_holds_what_its_sheet_says() -> None:
    name = described()[0].id
    assert reference(name).count('"type"') == len(sheet(name))
    assert f'"published": "{report(name).published}"' in reference(name)
