"""The linter as a whole: the shipped data, the small folder, files that cannot be read."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from lint_tables import TABLES, broken, written

from detente.lexicon.lint import Fault, faults


def test_the_shipped_data_has_no_fault() -> None:
    assert [str(fault) for fault in faults(resources.files("detente.data"))] == []


def test_the_small_folder_has_no_fault(tmp_path: Path) -> None:
    assert faults(written(tmp_path, TABLES)) == []


def test_all_faults_come_at_once_in_order(tmp_path: Path) -> None:
    changed = {
        "places.csv": TABLES["places.csv"].replace("Gao,,MLI,city", "Gao,,XXX,town"),
        "acts/assault.toml": TABLES["acts/assault.toml"].replace('mode = "aerial"', 'mode = "sea"'),
    }
    found = faults(written(tmp_path, TABLES | changed))
    assert [(fault.file, fault.line, fault.entry) for fault in found] == [
        ("acts/assault.toml", 11, "assault.bomb"),
        ("places.csv", 2, "Gao"),
        ("places.csv", 2, "Gao"),
    ]
    assert found == sorted(found)


def test_a_fault_reads_as_one_line() -> None:
    assert str(Fault("people/a.csv", 7, "x-y", "no code")) == "people/a.csv:7: x-y: no code"
    assert str(Fault("a.csv", 0, "", "the table is missing")) == "a.csv: the table is missing"


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"SOURCES.md"}))
def test_a_table_without_a_word_on_its_source(tmp_path: Path, name: str) -> None:
    folder, slash, _ = name.partition("/")
    found = broken(tmp_path, "SOURCES.md", f"`{folder}/`" if slash else f"`{name}`", "")
    assert Fault("SOURCES.md", 0, name, "nothing is said of this table") in found


@pytest.mark.parametrize(
    "name",
    [name for name in sorted(TABLES) if not name.startswith(("acts/", "people/a", "people/e"))],
)
def test_a_table_that_is_not_there(tmp_path: Path, name: str) -> None:
    tables = {other: text for other, text in TABLES.items() if other != name}
    reason = "the file is missing" if name == "SOURCES.md" else "the table is missing"
    assert Fault(name, 0, "", reason) in faults(written(tmp_path, tables))


@pytest.mark.parametrize("name", [name for name in sorted(TABLES) if name.endswith(".toml")])
def test_a_table_that_is_no_toml(tmp_path: Path, name: str) -> None:
    text = f"{TABLES[name]}\n= 3\n"
    found = faults(written(tmp_path, TABLES | {name: text}))
    (fault,) = (fault for fault in found if "no TOML" in fault.reason)
    assert (fault.file, fault.line) == (name, len(text.splitlines()))


@pytest.mark.parametrize("name", [name for name in sorted(TABLES) if name.endswith(".csv")])
def test_a_table_with_a_wrong_header(tmp_path: Path, name: str) -> None:
    header, rest = TABLES[name].split("\n", 1)
    found = faults(written(tmp_path, TABLES | {name: f"{header}x\n{rest}"}))
    assert Fault(name, 1, "", f"the header must be {header}") in found


def test_a_row_with_too_many_fields(tmp_path: Path) -> None:
    found = broken(tmp_path, "places.csv", "Gao,,MLI,city", "Gao,,MLI,city,big")
    assert found == [Fault("places.csv", 2, "Gao", "5 fields where the header has 4")]


def test_a_quote_that_is_not_closed(tmp_path: Path) -> None:
    found = broken(tmp_path, "places.csv", "Say,,NER", '"Say,,NER')
    assert ("places.csv", "no CSV: unexpected end of data") in [(f.file, f.reason) for f in found]


def test_a_table_in_another_encoding(tmp_path: Path) -> None:
    folder = written(tmp_path, TABLES)
    (folder / "places.csv").write_bytes(b"name,aliases,code,kind\nGao,Ga\xf3,MLI,city\n")
    found = [fault for fault in faults(folder) if fault.file == "places.csv"]
    assert Fault("places.csv", 2, "", "no UTF-8") in found
