"""``detente evaluate``: figures, lists and faults."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_cases import invoke, run


def _party(code: str) -> dict[str, Any]:
    return {"code": code, "sector": "GOV"}


def _reference(folder: Path) -> Path:
    folder.mkdir()
    event = {
        "type": "REJECT",
        "mode": "meet",
        "actors": [_party("FRA")],
        "recipients": [_party("RUS")],
        "status": "actual",
        "date": ["2023-11-07", "2023-11-07"],
        "attribution": None,
        "evidence": [900, 1105],
    }
    for name, events in {
        "g1": [event, {**event, "type": "AID", "mode": None}],
        "w1": [],
        "w2": [event],
    }.items():
        (folder / f"{name}.json").write_text(json.dumps({"id": name, "events": events}))
    return folder


def _coded(path: Path) -> Path:
    record = {
        "event": ["REJECT"],
        "mode": [],
        "actor": [_party("FRA")],
        "recipient": [_party("RUS")],
        "status": "future",
        "date": "2023-11-12",
        "date_basis": "published",
        "attribution": [_party("UKR")],
        "text": "France\nrefused [visas].",
        "text_info": {"start": 7, "end": 30},
        "cite_info": {"id": "g1"},
    }
    records = [
        record,
        {**record, "event": ["PROTEST"]},
        {**record, "cite_info": {"id": "elsewhere"}},
    ]
    path.write_text("".join(json.dumps(item) + "\n" for item in records))
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A reference and a coding of it."""
    return _reference(tmp_path / "reference"), _coded(tmp_path / "coded.jsonl")


def test_figures(files: tuple[Path, Path]) -> None:
    found = invoke("evaluate", *files)
    assert (found.exit_code, found.stderr) == (0, "")
    rows = {line.split()[0]: line.split()[1:] for line in found.stdout.splitlines() if line}
    assert rows["full"] == ["0.500", "0.333", "0.400", "1", "3", "2"]
    assert rows["REJECT"] == ["1.000", "0.500", "0.667", "1", "2", "1"]
    assert rows["AID"] == ["–", "0.000", "0.000", "0", "1", "0"]
    assert rows["PROTEST"] == ["0.000", "–", "0.000", "0", "0", "1"]
    assert rows["status"] == ["0.000", "0", "of", "1"]
    assert rows["sector"] == ["1.000", "1", "of", "1"]
    assert "2 articles of the reference: w1, w2" in found.stdout
    assert "1 coded event of articles that the reference does not have" in found.stdout


def test_every_hit_miss_and_spurious_event(files: tuple[Path, Path]) -> None:
    lines = invoke("evaluate", *files, "--show").stdout.splitlines()
    assert lines[:4] == [
        "g1",
        (
            "  hit      REJECT meet  FRA > RUS  actual  2023-11-07..2023-11-07  @900-1105"
            "  [coded: status future, date none, attribution UKR, mode none]"
        ),
        "  miss     AID  FRA > RUS  actual  2023-11-07..2023-11-07  @900-1105",
        "  spurious PROTEST  FRA > RUS  future  by UKR  @7-30  France refused [visas].",
    ]
    assert lines[lines.index("w1") + 1] == "  no events in either"


def test_only_some_articles(files: tuple[Path, Path]) -> None:
    found = invoke("evaluate", *files, "--only", "w", "--show").stdout
    assert "g1" not in found
    assert "w2" in found


def test_figures_as_json(files: tuple[Path, Path]) -> None:
    found = json.loads(invoke("evaluate", *files, "--json").stdout)
    assert found["levels"]["full"]["hits"] == 1
    assert "comparisons" not in found
    shown = json.loads(invoke("evaluate", *files, "--json", "--show").stdout)
    assert shown["comparisons"][0]["spurious"][0]["category"] == "PROTEST"


def test_coded_events_from_standard_input(files: tuple[Path, Path]) -> None:
    reference, coded = files
    found = run("evaluate", reference, "-", stdin=coded.read_bytes())
    assert found.returncode == 0
    assert found.stdout == invoke("evaluate", reference, coded).stdout


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("coded.jsonl", '{"event": ["AID"], "cite_info": {"id": "g1"}}\n{', "coded.jsonl:2: "),
        ("coded.jsonl", "id,event\n", "coded.jsonl:1: "),
        ("reference/g1.json", '{"events": [\n{"type": "AID"}]}', "g1.json:2: "),
        ("reference/g1.json", '{\n"events": [', "g1.json:2: "),
    ],
)
def test_a_fault_is_one_line_with_its_place(
    files: tuple[Path, Path], tmp_path: Path, name: str, text: str, where: str
) -> None:
    (tmp_path / name).write_text(text)
    found = run("evaluate", *files)
    assert (found.returncode, found.stdout) == (1, "")
    assert len(found.stderr.splitlines()) == 1
    assert where in found.stderr


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    found = invoke("evaluate", tmp_path / "none", tmp_path / "none.jsonl")
    assert found.exit_code == 1
    assert str(tmp_path / "none") in found.stderr
