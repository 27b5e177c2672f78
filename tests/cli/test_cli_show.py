"""``detente show`` as people and programs see it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from cli_cases import ENVIRONMENT, command, invoke, run
from dyad_cases import FRANCE, RELATION, RUSSIA, happening, ledger_of, on, told
from show_screens import AS_OF, SCREENS, screen

ESCAPE, RED = "\x1b", "\x1b[31m"
NASTY = "He said:\n[red]yes[/red] \x1b[31mand \u202eno\x00."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show") / "ledger"
    ledger_of(folder, *RELATION)
    return folder


def _show(folder: Path, *arguments: str) -> str:
    found = invoke("show", "FRA", "RUS", "--ledger", folder, *arguments)
    assert found.exit_code == 0
    return found.stdout


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_the_screen_is_the_kept_one(name: str, tmp_path: Path) -> None:
    kept, shown = SCREENS[name], screen(name, tmp_path)
    assert shown == kept.file.read_text("utf-8"), "refresh with python tests/cli/refresh_screens.py"
    assert max(map(len, shown.splitlines())) <= kept.width


def test_every_line_names_its_reports(folder: Path) -> None:
    text = _show(folder, *AS_OF)
    named = ("call-1", "summit", "since", "ready", "no-2023-01-10", "expelled", "visas")
    for report in (*named, "accused", "armed", "unarmed"):
        assert f"[{report}, " in text, report


def test_colours_are_for_terminals_that_want_them(folder: Path) -> None:
    assert ESCAPE not in _show(folder, *AS_OF)
    coloured = _forced(folder)
    assert RED in coloured
    assert RED not in _forced(folder, NO_COLOR="1")


def _forced(folder: Path, **more: str) -> str:
    """What is printed on a terminal with colours."""
    done = subprocess.run(  # noqa: S603
        command("show", "FRA", "RUS", "--ledger", folder, *AS_OF),
        capture_output=True,
        env={**ENVIRONMENT, "FORCE_COLOR": "1", "TERM": "xterm-256color", **more},
        check=True,
    )
    return done.stdout.decode()


def test_a_plain_terminal_gets_figures_and_plain_marks() -> None:
    text = SCREENS["plain"].file.read_text("utf-8")
    chart = [line for line in text.splitlines() if line.startswith("  conflict")]
    assert "1121112.26+93" in chart[0]
    assert not set("“”–…▁█·") & set(text)


def test_json_is_whole(folder: Path) -> None:
    found = json.loads(_show(folder, "--json", *AS_OF))
    assert found["sides"] == [{"code": "FRA", "name": "France"}, {"code": "RUS", "name": "Russia"}]
    assert (found["day"], found["as_of"]) == ("2023-11-12", "2023-11-12")
    reports = found["last_contact"]["reports"]
    assert [item["id"] for item in reports] == ["call-1", "call-2", "seed"]
    assert found["last_contacts"].keys() == {"heads", "defence ministers"}
    assert len(found["balance"]["months"]) == 24
    assert found["neighbours"] == {}


def test_a_pair_with_nothing_says_so_and_names_other_pairs(folder: Path) -> None:
    found = invoke("show", "Ukraine", "Russia", "--ledger", folder)
    assert found.exit_code == 0
    assert "has nothing on these two" in found.stdout
    assert "Ukraine has most to do with FRA (1)" in found.stdout
    nobody = invoke("show", "Fiji", "Tonga", "--ledger", folder)
    assert "Fiji does not occur with anybody" in nobody.stdout


def test_an_unknown_party_is_told_with_near_ones(folder: Path) -> None:
    found = run("show", "Frnce", "RUS", "--ledger", folder)
    assert found.returncode == 2
    assert found.stderr.splitlines()[0].startswith("Frnce: no such party is known; did you mean")
    assert len(found.stderr.splitlines()) == 1
    assert found.stdout == ""


def test_a_folder_without_a_ledger_is_told(tmp_path: Path) -> None:
    found = run("show", "FRA", "RUS", "--ledger", tmp_path / "nowhere")
    assert found.returncode == 1
    assert "is no ledger" in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize("day", ["yesterday", "2023-02-30", ""])
def test_a_day_that_is_none_is_told(folder: Path, day: str) -> None:
    found = invoke("show", "FRA", "RUS", "--ledger", folder, "--as-of", day)
    assert found.exit_code == 2
    assert "is no day" in found.output


def test_an_earlier_version_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    ledger_of(folder, RELATION[0])
    ledger_of(folder, *RELATION[1:])
    first = json.loads(_show(folder, "--json", "--version", "1"))
    assert (first["version"], first["happenings"]) == (1, 1)
    assert json.loads(_show(folder, "--json"))["version"] == 2
    unknown = invoke("show", "FRA", "RUS", "--ledger", folder, "--version", "3")
    assert unknown.exit_code == 1


def test_text_cannot_take_over_the_terminal(tmp_path: Path) -> None:
    nasty = told("[bold]id\x1b[2J", "2023-01-01", text=NASTY, outlet="[link=x]Out\nlet[/link]")
    act = happening("AGREE", (FRANCE,), (RUSSIA,), on("2023-01-01"), nasty, condition=NASTY)
    folder = tmp_path / "ledger"
    ledger_of(folder, act)
    text = _show(folder, *AS_OF)
    assert ESCAPE not in text
    assert "\x00" not in text
    assert "[red]yes[/red]" in text
    assert "[bold]id" in text
    assert json.loads(_show(folder, "--json"))["openness"][0]["ready"][0]["text"] == NASTY


def test_lists_are_as_long_as_asked(folder: Path) -> None:
    assert "and 3 earlier" in _show(folder, "--limit", "1", *AS_OF)
    assert "earlier" not in _show(folder, *AS_OF)


def test_an_answer_that_nobody_reads_to_its_end_is_no_fault(folder: Path) -> None:
    line = " ".join(command("show", "FRA", "RUS", "--ledger", folder))
    done = subprocess.run(  # noqa: S603
        ["/bin/bash", "-c", f"{line} | head -1"], capture_output=True, check=True
    )
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode().startswith("France")
