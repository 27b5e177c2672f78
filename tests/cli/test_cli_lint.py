"""``detente lint``: the faults of a data folder, one a line, and the exit code."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest
from cli_cases import invoke, run

from detente.cli import command_lint


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data that ships."""
    folder = tmp_path / "data"
    with resources.as_file(resources.files("detente.data")) as shipped:
        shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_data_that_ships_is_without_fault() -> None:
    found = run("lint")
    assert (found.returncode, found.stdout) == (0, "")
    assert found.stderr.startswith("no fault in ")


def test_every_fault_is_a_line_with_file_and_line(data: Path) -> None:
    groups, territories = data / "groups.csv", data / "territories.csv"
    groups.write_text(f"{groups.read_text('utf-8')}x-y,X Y,,XXX,REB,armed,,\n", "utf-8")
    territories.write_text(f"{territories.read_text('utf-8')}Zed,,,FRA,QQQ\n", "utf-8")
    found = invoke("lint", "--data", data)
    last = {path: len(path.read_text("utf-8").splitlines()) for path in (groups, territories)}
    assert found.exit_code == 1
    assert found.stdout.splitlines() == [
        f"{groups}:{last[groups]}: x-y: no code 'XXX'",
        f"{territories}:{last[territories]}: Zed: no sector 'QQQ'",
    ]
    assert found.stderr == f"2 faults in {data}\n"


def test_a_name_cannot_break_the_line(data: Path) -> None:
    places = data / "places.csv"
    places.write_text(f'{places.read_text("utf-8")}"A\nB\x1b[1m",,XXX,city\n', "utf-8")
    found = invoke("lint", "--data", data)
    assert all(line.startswith(f"{data}/") for line in found.stdout.splitlines())
    assert "A\\nB\\x1b[1m" in found.stdout


def test_what_is_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    found = invoke("lint", "--data", tmp_path / "none")
    assert found.exit_code == 2
    assert not found.stdout
    assert "is no folder" in found.stderr


def test_the_help_has_examples_that_the_program_understands() -> None:
    assert "Examples" in invoke("lint", "--help").stdout
    lines = re.findall(r"^  detente (.+)$", command_lint._EPILOG, re.MULTILINE)
    assert len(lines) > 1
    for line in lines:
        assert invoke(*line.split(), "--help").exit_code == 0
