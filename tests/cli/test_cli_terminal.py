"""What is shown on a terminal: a table, a progress bar, a closing line."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from cli_cases import DAY, ENVIRONMENT, GOOD, command, jsonl, run

pytestmark = pytest.mark.model
pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def _on_terminal(*arguments: str | Path, stdout: bool, stderr: bool) -> tuple[str, str, int]:
    """Run the program with a terminal in place of one or both outputs.

    Returns:
        What the terminal shows, without its escapes; what went elsewhere; the exit code.
    """
    leader, follower = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=follower if stdout else subprocess.PIPE,
        stderr=follower if stderr else subprocess.PIPE,
        env={**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "100"},
    )
    os.close(follower)
    shown = b""
    while chunk := _chunk(leader):
        shown += chunk
    os.close(leader)
    out, err = process.communicate(timeout=60)
    text = _ESCAPES.sub("", shown.decode("utf-8")).replace("\r\n", "\n")
    return text, ((out or b"") + (err or b"")).decode("utf-8"), process.returncode


def _chunk(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux says so when the program has ended
        return b""


def test_a_terminal_gets_a_table_and_a_bar(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "in.jsonl", GOOD, None)
    shown, _, code = _on_terminal("code", path, stdout=True, stderr=True)
    assert code == 1
    assert "IRN Iran" in shown
    assert "1 report, 1 event, 1 skipped" in shown
    assert "reading ━" in shown
    assert f"{path}:2: " in shown


def test_piped_data_with_a_bar_beside_them(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "in.jsonl", GOOD)
    shown, data, code = _on_terminal("code", path, stdout=False, stderr=True)
    assert code == 0
    assert data.startswith('{"id"')
    assert "reading ━" in shown
    assert shown.rstrip().endswith("1 report, 1 event")
    assert '{"id"' not in shown


def test_quiet_shows_no_bar_and_no_closing_line(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "in.jsonl", GOOD)
    shown, data, _ = _on_terminal("code", path, "--quiet", stdout=False, stderr=True)
    assert data.startswith('{"id"')
    assert shown == ""


def test_no_bar_where_errors_go_to_a_file(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "in.jsonl", GOOD)
    shown, errors, _ = _on_terminal("code", path, stdout=True, stderr=False)
    assert "IRN Iran" in shown
    assert "reading" not in shown
    assert errors == ""


def test_a_file_is_named_in_the_closing_line(tmp_path: Path) -> None:
    path, target = jsonl(tmp_path / "in.jsonl", GOOD), tmp_path / "out.csv"
    shown, _, _ = _on_terminal("code", path, "-o", target, stdout=True, stderr=True)
    assert f"1 report, 1 event -> {target}" in shown
    assert target.read_text().startswith("id,")


def test_a_pipe_shows_nothing_but_data(tmp_path: Path) -> None:
    found = run("code", jsonl(tmp_path / "in.jsonl", GOOD))
    assert found.stderr == ""
    assert found.stdout.startswith('{"id"')
    assert DAY in found.stdout
