"""Help that teaches, and a start that does not wait for the language library."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import fields

import pytest
from cli_cases import invoke, run

import detente
from detente.cli import app as program
from detente.cli import (
    command_actors,
    command_add,
    command_code,
    command_correct,
    command_evaluate,
    command_explain,
    command_export,
    command_ledger,
    command_lists,
    command_sql,
    command_watch,
)
from detente.cli.read_options import takes_read_options
from detente.read import ReadOptions

COMMANDS = (
    (),
    ("code",),
    ("add",),
    ("ledger",),
    ("history",),
    ("rejects",),
    ("events",),
    ("happenings",),
    ("contacts",),
    ("claims",),
    ("relations",),
    ("articles",),
    ("mcp",),
    ("sql",),
    ("watch",),
    ("correct",),
    ("corrections",),
    ("export",),
    ("explain",),
    ("evaluate",),
    ("actors",),
    ("actors", "lookup"),
)
MODULES = (
    *(program, command_code, command_explain, command_evaluate, command_actors),
    *(command_add, command_ledger, command_lists, command_sql, command_correct, command_export),
    command_watch,
)


def _examples() -> list[str]:
    epilogs = (
        text
        for module in MODULES
        for name, text in vars(module).items()
        if name.endswith("_EPILOG")
    )
    plain = (re.sub(r"\[/?\w+\]", "", text) for text in epilogs)
    lines = [line.strip() for text in plain for line in text.splitlines()]
    return [line for line in lines if "detente" in line.split()[:1] or "| detente" in line]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_help_has_examples(path: tuple[str, ...]) -> None:
    found = invoke(*path, "--help")
    assert found.exit_code == 0
    assert "Usage: detente" in found.stdout
    assert "Examples" in found.stdout
    assert re.search(r"^ *# \w+", found.stdout, re.MULTILINE)


@pytest.mark.parametrize("line", _examples())
def test_every_example_is_one_the_program_understands(line: str) -> None:
    for part in re.split(r"[|>]", line):
        words = shlex.split(part)
        if words[0] == "detente":
            # Help is shown only once the other arguments are found to exist.
            assert invoke(*words[1:], "--help").exit_code == 0, line


def test_there_are_examples_to_check() -> None:
    assert len(_examples()) > 12


@pytest.mark.parametrize("arguments", [(), ("actors",)], ids=len)
def test_no_arguments_show_the_help(arguments: tuple[str, ...]) -> None:
    found = invoke(*arguments)
    assert found.exit_code in (0, 2)
    assert "Examples" in found.output


def test_the_version() -> None:
    found = run("--version")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == f"detente {detente.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("--bogus",),
        ("code",),
        ("code", "x", "--bogus"),
        ("code", "x", "--format", "xml"),
        ("code", "x", "--max-characters", "many"),
        ("code", "x", "--max-characters", "0"),
        ("code", "x", "--published", "2023-13-45"),
        ("code", "x", "--published", "03/04/2023"),
        ("code", "x", "--encoding", "bogus"),
        ("explain",),
        ("evaluate", "x"),
        ("actors", "bogus"),
        ("actors", "lookup"),
        ("actors", "lookup", "France", "--on", "yesterday"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_why(arguments: tuple[str, ...]) -> None:
    found = invoke(*arguments)
    assert found.exit_code == 2
    assert found.stderr.strip()
    assert not found.stdout
    assert "Traceback" not in found.stderr


def test_every_option_of_reading_can_be_given() -> None:
    given: list[ReadOptions] = []

    def command(*, reading: ReadOptions) -> None:
        given.append(reading)

    values = {
        "text_column": "a",
        "published_column": "b",
        "title_column": "c",
        "id_column": "d",
        "url_column": "e",
        "publication_column": "f",
        "language_column": "g",
        "published": "2023-11-12",
        "language": "de",
        "encoding": "latin-1",
        "day_first": False,
        "max_characters": 7,
    }
    takes_read_options(command)(**values)
    assert given == [ReadOptions(**values)]  # type: ignore[arg-type]
    left = {item.name for item in fields(ReadOptions)} - set(values)
    assert left == {"max_file_characters", "stdin"}


def _loaded(code: str) -> str:
    script = f"import sys\n{code}\nprint('spacy' in sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "code",
    [
        "import detente.cli.app",
        "from detente import Article, Event, Settings, read, __version__",
        "import detente.evaluate, detente.export",
        (
            "from detente.cli import main\nsys.argv[1:] = ['--help']\n"
            "try:\n    main()\nexcept SystemExit:\n    pass"
        ),
    ],
)
def test_the_language_library_is_not_loaded_without_need(code: str) -> None:
    assert _loaded(code) == "False"


def test_the_coder_is_there_for_whoever_asks() -> None:
    assert _loaded("from detente import Coder, Article, read") == "True"
    assert _loaded("import detente.read, detente\nassert callable(detente.read)") == "False"
    assert "Coder" in dir(detente)
    assert set(detente.__all__) <= set(dir(detente))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Decoder'"):
        detente.Decoder  # noqa: B018
