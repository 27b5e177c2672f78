"""``detente add`` and what tells of a ledger: the real program, killed and started again."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cli_cases import DAY, ENVIRONMENT, GOOD, command, invoke, jsonl, run
from typer.testing import CliRunner

from detente import Ledger
from detente.cli.app import app

_TEXTS = (
    GOOD,
    "France's foreign minister met his Russian counterpart in Moscow on Monday.",
    "Russia accused France of breaking its obligations.",
    "China offered aid to Iran.",
)
_KILLS = 3
_TABLES = ("articles", "events", "happenings", "claims", "rejects")


def _records(text: str) -> Any:
    return json.loads(text)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return jsonl(tmp_path / "archive.jsonl", *_TEXTS, None)


@pytest.fixture
def ledger(archive: Path, tmp_path: Path) -> Path:
    """A ledger of the archive, made in this process."""
    found = invoke("add", archive, "--ledger", tmp_path / "ledger", "--quiet")
    assert found.exit_code == 1
    return tmp_path / "ledger"


def _content(path: Path) -> dict[str, list[str]]:
    snapshot = Ledger(path).snapshot()
    return {
        table: sorted(map(repr, snapshot.rows(f"SELECT * EXCLUDE (version) FROM {table}")))
        for table in _TABLES
    }


@pytest.mark.model
def test_add_keeps_reports_and_says_what_it_did(archive: Path, tmp_path: Path) -> None:
    found = invoke("add", archive, "--ledger", tmp_path / "ledger")
    assert found.exit_code == 1
    assert found.stdout == ""
    bad, closing = found.stderr.splitlines()
    assert bad.startswith(f"{archive}:5: broken JSON")
    assert closing.startswith("4 reports added, ")
    assert closing.endswith(f", 1 skipped -> {tmp_path / 'ledger'}, version 2")
    again = invoke("add", archive, "--ledger", tmp_path / "ledger")
    assert "0 reports added, 4 known already, 0 events, 1 skipped" in again.stderr
    assert "version 2" in again.stderr


@pytest.mark.model
def test_add_with_all_well_ends_with_0_and_quietly(tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "good.jsonl", GOOD)
    found = invoke("add", archive, "--ledger", tmp_path / "ledger", "--quiet")
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "")


@pytest.mark.model
def test_the_folder_around_a_ledger_can_be_added_again(tmp_path: Path) -> None:
    jsonl(tmp_path / "one.jsonl", GOOD)
    first = run("add", ".", cwd=tmp_path)
    again = run("add", ".", cwd=tmp_path)
    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert "0 reports added, 1 known already" in again.stderr


def test_the_environment_can_name_the_ledger(tmp_path: Path) -> None:
    chosen = {**ENVIRONMENT, "DETENTE_LEDGER": str(tmp_path / "chosen")}
    found = CliRunner().invoke(app, ["ledger"], env=chosen, prog_name="detente")
    assert found.exit_code == 1
    assert f"{tmp_path / 'chosen'}: is no ledger" in found.stderr


@pytest.mark.model
def test_a_ledger_is_told_as_a_table_and_as_json(ledger: Path) -> None:
    shown = invoke("ledger", "--ledger", ledger).stdout
    assert f"published {DAY} to {DAY}" in shown
    figures = _records(invoke("ledger", "--ledger", ledger, "--json").stdout)
    assert (figures["articles"], figures["rejects"], figures["version"]) == (4, 1, 2)
    assert figures["first_published"] == DAY
    assert figures["events"] == sum(
        run["events"] for run in _records(invoke("history", "--ledger", ledger, "--json").stdout)
    )
    for name in ("reports", "events", "happenings", "contacts", "claims", "size"):
        assert f"\n{name} " in shown


@pytest.mark.model
def test_an_earlier_version_can_be_named_by_number_or_time(ledger: Path) -> None:
    first = _records(invoke("ledger", "--ledger", ledger, "--version", "1", "--json").stdout)
    assert (first["version"], first["rejects"]) == (1, 0)
    early, late = _records(invoke("history", "--ledger", ledger, "--json").stdout)
    at = invoke("history", "--ledger", ledger, "--at", early["time"], "--json")
    assert [run["version"] for run in _records(at.stdout)] == [1]
    day = invoke("ledger", "--ledger", ledger, "--at", late["time"][:10], "--json")
    assert _records(day.stdout)["version"] == 2
    both = invoke("ledger", "--ledger", ledger, "--at", "2020-01-01", "--version", "1")
    assert (both.exit_code, "not both" in both.stderr) == (2, True)
    assert "has no version 3" in invoke("ledger", "--ledger", ledger, "--version", "3").stderr
    assert invoke("ledger", "--ledger", ledger, "--at", "then").exit_code == 2


@pytest.mark.model
def test_rejects_and_history_are_listed(ledger: Path, archive: Path) -> None:
    (line,) = invoke("rejects", "--ledger", ledger).stdout.splitlines()
    assert line.startswith(f"{archive}:5: broken JSON")
    reject = _records(invoke("rejects", "--ledger", ledger, "--json").stdout)
    assert (reject["source"], reject["record"]) == (str(archive), 5)
    head, first, second = invoke("history", "--ledger", ledger).stdout.splitlines()
    assert head.split()[:2] == ["version", "time"]
    assert first.split()[0] == "1"
    assert second.split()[-2:] == ["1", "–"]


@pytest.mark.model
def test_what_is_killed_is_completed_by_the_same_command(
    archive: Path, ledger: Path, tmp_path: Path
) -> None:
    chance = Random(1)  # noqa: S311 - no secret
    other = tmp_path / "other"
    start = time.monotonic()
    assert run("add", archive, "--ledger", tmp_path / "timed").returncode == 1
    whole = time.monotonic() - start
    for _ in range(_KILLS):
        process = subprocess.Popen(  # noqa: S603
            command("add", archive, "--ledger", other),
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )
        time.sleep(chance.uniform(whole / 2, whole))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        if (other / "ledger.json").exists():
            assert invoke("ledger", "--ledger", other).exit_code == 0
    assert run("add", archive, "--ledger", other).returncode == 1
    assert _content(other) == _content(ledger)
