"""The data set of a version, and reference files of what was reviewed."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from asked_ledger import (
    AGAIN,
    AID,
    ARTICLES,
    CALL,
    CALLED,
    DENIED,
    EVENTS,
    PROMISED,
    REFUSED,
    SHELLED,
    SPOKE,
    TOLD,
    HandCoder,
    made_ledger,
)

import detente
from detente.errors import LedgerError
from detente.evaluate import evaluation
from detente.ledger import Ledger

ANN: dict[str, Any] = {"author": "Ann", "why": "read it"}
TABLES = {
    *("articles", "events", "events_before_correction", "happenings", "contacts", "claims"),
    *("relations", "corrections", "rejects", "runs"),
}
PAGES = {
    "README.md",
    "codebook.md",
    "codebook.json",
    "counts.csv",
    "dataset.json",
    "dictionary.csv",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = made_ledger(tmp_path_factory.mktemp("dataset") / "ledger")
    ledger.correct(REFUSED.id, "edit", {"mode": "change"}, **ANN)
    ledger.correct(SHELLED.id, "accept", **ANN)
    ledger.correct(DENIED.id, "reject", **ANN)
    return ledger


@pytest.fixture(scope="module")
def dataset(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "dataset"
    made = ledger.export(folder, title="Paris and Moscow", author="A. Analyst")
    assert made.version == 4
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parquet(path: Path, what: str = "*") -> list[tuple[Any, ...]]:
    query = f"SELECT {what} FROM read_parquet('{path}')"
    return duckdb.connect().execute(query).fetchall()


def _columns(path: Path) -> list[tuple[str, str]]:
    query = f"DESCRIBE SELECT * FROM read_parquet('{path}')"
    return [(row[0], row[1]) for row in duckdb.connect().execute(query).fetchall()]


def test_every_table_comes_in_both_forms(dataset: Path) -> None:
    assert {path.name for path in dataset.iterdir()} == {*PAGES, "SHA256SUMS", "data"}
    assert {path.name for path in (dataset / "data").iterdir()} == {
        f"{name}.{form}" for name in TABLES for form in ("csv", "parquet")
    }
    told = json.loads((dataset / "dataset.json").read_text("utf-8"))["rows"]
    assert told.keys() == TABLES
    for name in TABLES:
        assert len(_rows(dataset / "data" / f"{name}.csv")) == told[name]
        assert len(_parquet(dataset / "data" / f"{name}.parquet")) == told[name]


def test_corrections_are_applied_and_marked(dataset: Path) -> None:
    rows = {row["id"]: row for row in _rows(dataset / "data" / "events.csv")}
    assert {name: row["review"] for name, row in rows.items() if row["review"]} == {
        REFUSED.id: "edited",
        SHELLED.id: "accepted",
    }
    assert rows[REFUSED.id]["mode"] == "change"
    assert DENIED.id not in rows
    before = _rows(dataset / "data" / "events_before_correction.csv")
    assert {row["id"]: row["mode"] for row in before} == {
        REFUSED.id: "meet",
        DENIED.id: "heavy-weapons",
    }
    found = _parquet(dataset / "data" / "events.parquet", "id, mode, review")
    assert sorted(found) == sorted(
        (row["id"], row["mode"] or None, row["review"] or None) for row in rows.values()
    )


def test_the_dictionary_names_every_column_of_every_file(dataset: Path) -> None:
    listed: dict[tuple[str, str], list[str]] = {}
    for row in _rows(dataset / "dictionary.csv"):
        assert row["meaning"]
        listed.setdefault((row["table"], row["form"]), []).append(row["column"])
    for name in TABLES:
        path = dataset / "data" / name
        columns = [column for column, _ in _columns(path.with_suffix(".parquet"))]
        assert listed[name, "parquet"] == columns
        header = path.with_suffix(".csv").read_text("utf-8").splitlines()[0]
        assert listed[name, "csv"] == header.split(",")


def test_types_in_parquet_are_those_of_the_dictionary(dataset: Path) -> None:
    listed = [row for row in _rows(dataset / "dictionary.csv") if row["form"] == "parquet"]
    for name in TABLES:
        found = dict(_columns(dataset / "data" / f"{name}.parquet"))
        for row in listed:
            if row["table"] == name and "STRUCT" not in row["type"]:
                wanted = row["type"].replace("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE")
                assert found[row["column"]] == wanted, row


def test_counts_are_right(dataset: Path) -> None:
    counts = {
        (row["what"], row["value"]): int(row["number"]) for row in _rows(dataset / "counts.csv")
    }
    assert counts["rows", "events"] == len(EVENTS) - 1
    assert counts["category", "CONSULT"] == 2
    assert counts["status", "actual"] == len(EVENTS) - 1
    assert counts["year", "2023"] == 2
    assert counts["outlet", "The Gazette"] == 2


def test_the_pages_say_what_is_needed_to_cite(dataset: Path) -> None:
    about = json.loads((dataset / "dataset.json").read_text("utf-8"))
    page = (dataset / "README.md").read_text("utf-8")
    assert page.startswith("# Paris and Moscow\n")
    for wanted in ("A. Analyst", "Ledger version 4", about["data_sha256"], "lexicon 0-0"):
        assert wanted in page
    assert "CC BY-SA 4.0" in page
    book = json.loads((dataset / "codebook.json").read_text("utf-8"))
    assert book["categories"]["CONSULT"]["modes"]["phone"] == {"event_scale": 1.5, "cameo": "041"}
    assert book["codes"]["FRA"] == "France"
    assert "| ASSAULT | 4 | -9 | 190 | Uses violence. |" in (dataset / "codebook.md").read_text(
        "utf-8"
    )


def test_checksums_hold_for_every_file(dataset: Path) -> None:
    lines = (dataset / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {path.relative_to(dataset).as_posix() for path in _files(dataset)}
    assert listed.keys() == files - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((dataset / name).read_bytes()).hexdigest() == digest
    data = "".join(f"{line}\n" for line in lines if "  data/" in line)
    about = json.loads((dataset / "dataset.json").read_text("utf-8"))
    assert about["data_sha256"] == hashlib.sha256(data.encode()).hexdigest()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_the_usual_tool_checks_them(dataset: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],  # noqa: S607
        cwd=dataset,
        check=False,
        capture_output=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def test_the_same_version_gives_the_same_bytes(
    ledger: Ledger, dataset: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ledger.path, copy)
    grown = Ledger(copy)
    grown.correct(CALLED.id, "reject", **ANN)
    grown.add(ARTICLES, HandCoder(TOLD, "new"), recode=True)
    made = grown.at(version=4).export(
        tmp_path / "again", title="Paris and Moscow", author="A. Analyst"
    )
    assert made.version == 4
    for path in _files(dataset):
        again = tmp_path / "again" / path.relative_to(dataset)
        assert again.read_bytes() == path.read_bytes(), path.name
    later = grown.export(tmp_path / "later")
    assert later.digest != made.digest


def test_the_text_of_reports_goes_along_only_where_asked(
    ledger: Ledger, dataset: Path, tmp_path: Path
) -> None:
    assert "text" not in _rows(dataset / "data" / "articles.csv")[0]
    assert AID.text not in (dataset / "data" / "articles.csv").read_text("utf-8")
    ledger.export(tmp_path / "full", full_text=True)
    texts = {row["text"] for row in _rows(tmp_path / "full" / "data" / "articles.csv")}
    assert texts == {article.text for article in ARTICLES}


def test_a_folder_that_is_taken_is_left_alone(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(LedgerError, match="is there already"):
        ledger.export(tmp_path / "mine")
    assert [path.name for path in _files(tmp_path)] == ["thesis.txt"]
    (tmp_path / "empty").mkdir()
    ledger.export(tmp_path / "empty")
    assert (tmp_path / "empty" / "SHA256SUMS").exists()
    assert not (tmp_path / "empty.part").exists()


def test_a_place_that_cannot_be_written_is_one_clear_line(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(LedgerError) as fault:
        ledger.export(tmp_path / "file" / "dataset")
    assert "cannot be written (Not a directory); name another folder" in str(fault.value)


def _gold(folder: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("events/*.json")}


def test_reviewed_reports_become_reference_files(ledger: Ledger, tmp_path: Path) -> None:
    made = ledger.export_gold(tmp_path / "gold")
    assert (made.articles, made.events) == (("visas",), 1)
    assert {(item.article, item.reason) for item in made.left_out} == {
        ("call", "1 of its events not reviewed"),
        ("again", "1 of its events not reviewed"),
    }
    assert _gold(tmp_path / "gold") == {
        "visas": {
            "id": "visas",
            "published": "2023-11-08",
            "events": [
                {
                    "type": "REJECT",
                    "mode": "change",
                    "actors": [{"code": "FRA", "sector": "GOV", "name": "France"}],
                    "recipients": [
                        {"code": "RUS", "sector": "GOV", "name": "delegates; of Russia"}
                    ],
                    "status": "actual",
                    "date": ["2023-11-07", "2023-11-07"],
                    "attribution": None,
                    "evidence": [0, 56],
                }
            ],
        }
    }


def test_reports_that_are_partly_reviewed_come_where_asked(ledger: Ledger, tmp_path: Path) -> None:
    made = ledger.export_gold(tmp_path / "gold", partly=True)
    assert made.articles == ("call", "again", "visas")
    found = _gold(tmp_path / "gold")
    assert [event["type"] for event in found["again"]["events"]] == ["CONSULT"]
    assert found["call"]["events"][1]["attribution"] == {
        "code": "FRA",
        "sector": "GOV",
        "name": "France",
    }


def test_the_articles_of_a_reference_can_be_coded_again(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export_gold(tmp_path / "gold", partly=True)
    found = list(detente.read(tmp_path / "gold" / "articles.jsonl"))
    wanted = {article.id: article for article in ARTICLES}
    assert [article.key for article in found] == [wanted[article.id].key for article in found]
    assert len(found) == 3


def test_a_reference_goes_into_the_evaluation_and_back(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger", [CALL, AGAIN, AID])
    for event in (CALLED, SHELLED, SPOKE, PROMISED):
        ledger.correct(event.id, "accept", **ANN)
    ledger.correct(DENIED.id, "edit", {"actor": "FRA"}, **ANN)
    ledger.export_gold(tmp_path / "gold")
    coded, corrected = tmp_path / "coded.jsonl", tmp_path / "corrected.jsonl"
    with coded.open("w", encoding="utf-8") as stream:
        ledger.at(version=1).events().write_jsonl(stream)
    with corrected.open("w", encoding="utf-8") as stream:
        ledger.events().write_jsonl(stream)
    right = evaluation(tmp_path / "gold" / "events", corrected)
    assert (right.full.counts.precision, right.full.counts.recall) == (1.0, 1.0)
    assert all(share.right == share.of for share in right.full.agreement.shares().values())
    wrong = evaluation(tmp_path / "gold" / "events", coded)
    assert (wrong.full.counts.hits, wrong.full.counts.reference) == (4, 5)


def test_a_reference_needs_something_reviewed(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    with pytest.raises(LedgerError, match="has no report whose events are all reviewed"):
        ledger.export_gold(tmp_path / "gold")
    assert not (tmp_path / "gold").exists()
