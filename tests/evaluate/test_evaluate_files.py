"""Reading the reference and the coded events; every fault names file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluate_cases import coded_record, party, reference_record, write_coded, write_reference

from detente.errors import ReferenceDataError
from detente.evaluate import ComparedEvent, Counts, evaluation
from detente.evaluate.coded import coded_events
from detente.evaluate.reference import reference_events
from detente.records import Span


def test_a_reference_event_is_read_whole(tmp_path: Path) -> None:
    record = reference_record(
        attribution=party("UKR"), recipients=[party("RUS", "MIL"), party(None, "CVL")]
    )
    folder = write_reference(tmp_path / "reference", {"a1": [record], "b": []})
    assert reference_events(folder) == {
        "a1": [
            ComparedEvent(
                category="REJECT",
                mode="meet",
                actors=frozenset({"FRA"}),
                recipients=frozenset({"RUS"}),
                sectors=frozenset({("FRA", "GOV"), ("RUS", "MIL"), (None, "CVL")}),
                status="actual",
                days=("2023-11-07", "2023-11-07"),
                attribution="UKR",
                evidence=Span(900, 1105),
            )
        ],
        "b": [],
    }


def test_a_coded_event_is_read_whole(tmp_path: Path) -> None:
    record = coded_record(attribution=[party("UKR"), party("FRA")], enddate="2023-11-08")
    path = write_coded(tmp_path / "coded.jsonl", [record])
    (event,) = coded_events(path)["a1"]
    assert event == ComparedEvent(
        category="REJECT",
        mode="meet",
        actors=frozenset({"FRA"}),
        recipients=frozenset({"RUS"}),
        sectors=frozenset({("FRA", "GOV"), ("RUS", "GOV")}),
        status="actual",
        days=("2023-11-07", "2023-11-08"),
        attribution="UKR",
        evidence=Span(900, 1105),
        text="Earlier, on November 7, France disrupted Russia’s participation.",
    )


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"date_basis": "published"}, None),
        ({"date": None, "date_basis": None}, None),
        ({"enddate": None}, ("2023-11-07", "2023-11-07")),
    ],
)
def test_only_days_that_the_text_gives_count(
    tmp_path: Path, changes: dict[str, Any], days: tuple[str, str] | None
) -> None:
    path = write_coded(tmp_path / "coded.jsonl", [coded_record(**changes)])
    assert coded_events(path)["a1"][0].days == days


def test_hearsay_is_no_attribution_to_anybody(tmp_path: Path) -> None:
    path = write_coded(tmp_path / "coded.jsonl", [coded_record(attribution=[party(None, None)])])
    assert coded_events(path)["a1"][0].attribution is None


def test_the_source_names_the_article_where_no_id_does(tmp_path: Path) -> None:
    record = coded_record(cite_info={"id": None, "source": "/archive/a7.txt"})
    assert list(coded_events(write_coded(tmp_path / "coded.jsonl", [record]))) == ["a7"]


def test_a_record_without_category_is_spurious(tmp_path: Path) -> None:
    folder = write_reference(tmp_path / "reference", {"a1": []})
    path = write_coded(tmp_path / "coded.jsonl", [coded_record(event=[])])
    found = evaluation(folder, path)
    assert found.full.categories == {None: Counts(0, 0, 1)}


def test_articles_are_chosen_by_the_beginning_of_their_ids(tmp_path: Path) -> None:
    folder = write_reference(
        tmp_path / "r", {"g1": [reference_record()], "w1": [reference_record()]}
    )
    path = write_coded(tmp_path / "c.jsonl", [coded_record("g1"), coded_record("w1")])
    found = evaluation(folder, path, only="g")
    assert found.full.counts == Counts(1, 1, 1)
    assert found.outside == 0


def test_an_empty_coded_file_is_a_coding_without_events(tmp_path: Path) -> None:
    folder = write_reference(tmp_path / "r", {"a1": [reference_record()]})
    (tmp_path / "c.jsonl").write_text("\n")
    found = evaluation(str(folder), str(tmp_path / "c.jsonl"))
    assert (found.full.counts, found.uncoded) == (Counts(0, 1, 0), ("a1",))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    folder = write_reference(tmp_path / "r", {"a1": [reference_record()]})
    for path in (folder / "a1.json", write_coded(tmp_path / "c.jsonl", [coded_record()])):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert evaluation(folder, tmp_path / "c.jsonl").full.counts == Counts(1, 1, 1)


def _reference_fault(tmp_path: Path, text: str | bytes) -> ReferenceDataError:
    (tmp_path / "a1.json").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ReferenceDataError) as caught:
        reference_events(tmp_path)
    assert caught.value.remedy
    assert str(caught.value).startswith(str(tmp_path / "a1.json"))
    return caught.value


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"type": None}, "'type' is missing"),
        ({"type": 7}, "'type' must be text or null"),
        ({"status": "done"}, "'status' is 'done', not one of"),
        ({"status": None}, "'status' is missing"),
        ({"mode": ["meet"]}, "'mode' must be text or null"),
        ({"actors": "FRA"}, "'actors' must be a list"),
        ({"actors": [{"code": "FRA"}, "RUS"]}, "'actors[2]' must be an object"),
        ({"recipients": [{"code": 3}]}, "'recipients[1].code' must be text or null"),
        ({"date": "2023-11-07"}, "'date' must be a list"),
        ({"date": ["2023-11-07"]}, "'date' must hold the first and the last"),
        ({"date": ["2023-11-07", "7 November"]}, "'date' holds \"7 November\", no day"),
        ({"date": ["2023-11-07", "20231108"]}, "no day as YYYY-MM-DD"),
        ({"date": ["2023-02-29", "2023-03-01"]}, "no day as YYYY-MM-DD"),
        ({"date": ["2023-11-07", 8]}, "'date' holds 8"),
        ({"date": ["2023-11-08", "2023-11-07"]}, "ends on 2023-11-07, before it begins"),
        ({"attribution": "FRA"}, "'attribution' must be an object"),
        ({"evidence": [3]}, "'evidence' must hold a start and an end"),
        ({"evidence": ["a", "b"]}, "'evidence' must hold a start and an end"),
    ],
)
def test_a_fault_of_a_reference_event_names_its_line(
    tmp_path: Path, changes: dict[str, Any], problem: str
) -> None:
    good, bad = reference_record(), reference_record(**changes)
    lines = ["{", '"id": "events",', '"events": [', json.dumps(good) + ",", "", json.dumps(bad)]
    fault = _reference_fault(tmp_path, "\n".join([*lines, "]", "}"]))
    assert fault.place.record == 6
    assert problem in fault.problem


def test_a_missing_list_of_parties_is_a_fault(tmp_path: Path) -> None:
    record = reference_record()
    del record["actors"]
    fault = _reference_fault(tmp_path, json.dumps({"events": [record]}))
    assert "'actors' is missing" in fault.problem


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('{\n"events": [\n{]}', 3, "is not JSON"),
        ("", 1, "is not JSON"),
        (b'{\n"events": "\xff"}', 2, "is not UTF-8"),
        ("[]", None, "has no list of 'events'"),
        ('{"events": null}', None, "has no list of 'events'"),
        ('{"events": [\n1]}', 2, "is no object"),
        ('{"events": ' + "[" * 100_000 + "]" * 100_000 + "}", None, "nested too deeply"),
    ],
)
def test_a_fault_of_a_reference_file_is_named(
    tmp_path: Path, text: str | bytes, line: int | None, problem: str
) -> None:
    fault = _reference_fault(tmp_path, text)
    assert fault.place.record == line
    assert problem in fault.problem


@pytest.mark.parametrize("only", ["", "zz"])
def test_a_folder_without_reference_is_a_fault(tmp_path: Path, only: str) -> None:
    (tmp_path / "README.md").write_text("nothing here")
    with pytest.raises(ReferenceDataError, match="holds no reference file"):
        reference_events(tmp_path, only)


def test_a_reference_that_is_no_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"cannot be read as a folder.*folder of the"):
        reference_events(tmp_path / "none")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is not JSON"),
        ("[1]", "is no JSON object"),
        ("id,date,event", "is not JSON"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ({"cite_info": None}, "'cite_info' is missing"),
        ({"cite_info": {"source": 3}}, "'cite_info.source' must be text"),
        ({"event": "REJECT"}, "'event' must be a list"),
        ({"event": [3]}, "'event' must be a list of names"),
        ({"mode": [{}]}, "'mode' must be a list of names"),
        ({"actor": {"code": "FRA"}}, "'actor' must be a list"),
        ({"actor": [{"code": ["FRA"]}]}, "'actor[1].code' must be text or null"),
        ({"date": 20231107}, "'date' must be text"),
        ({"date": "yesterday"}, 'holds "yesterday", no day'),
        ({"enddate": "2023-13-01"}, "'enddate' holds"),
        ({"status": True}, "'status' must be text"),
        ({"attribution": [None]}, "'attribution[1]' must be an object"),
    ],
)
def test_a_fault_of_a_coded_line_names_it(
    tmp_path: Path, line: str | bytes | dict[str, Any], problem: str
) -> None:
    if isinstance(line, dict):
        line = json.dumps(coded_record(**line))
    data = line.encode() if isinstance(line, str) else line
    path = tmp_path / "coded.jsonl"
    path.write_bytes(json.dumps(coded_record()).encode() + b"\n\n" + data + b"\n")
    with pytest.raises(ReferenceDataError) as caught:
        coded_events(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert problem in caught.value.problem
    assert "detente code --format jsonl" in caught.value.remedy or "UTF-8" in caught.value.remedy


def test_a_record_that_is_no_event_is_a_fault(tmp_path: Path) -> None:
    path = write_coded(tmp_path / "coded.jsonl", [{"cite_info": {"id": "a1"}}])
    with pytest.raises(ReferenceDataError, match=r"coded.jsonl:1: 'event' is missing"):
        coded_events(path)


def test_a_coded_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="cannot be read"):
        coded_events(tmp_path / "none.jsonl")
