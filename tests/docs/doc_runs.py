"""Runs what the pages show, as a reader would."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from doc_blocks import ROOT, Example
from typer.testing import CliRunner

from detente.cli.app import app

_SHELL = re.compile(r"[|<>&;*$]")
_LAST_CODE = "echo $?"
# Run in this process like the plain commands, which saves loading the language library again.
_PIPED = re.compile(
    r"""echo (?P<quote>['"])(?P<text>((?!(?P=quote)).)*)(?P=quote) \| (?P<line>detente [^|<>&;$]+)"""
)
_FORCING = ("FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "NO_COLOR")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _FORCING} | {
    "COLUMNS": "100",
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}


class Reader:
    """Works through one page in a folder of its own, with the example files in it.

    Args:
        folder: an empty folder.
    """

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "docs" / "examples", folder, dirs_exist_ok=True)
        for name in ("docs", "examples"):
            (folder / name).symlink_to(ROOT / name, target_is_directory=True)
        self._folder = folder
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._code = 0

    def output(self, example: Example) -> str:
        """What an example prints, on standard output and standard error."""
        if example.language == "sql":
            return self._program("detente sql - --format table", example.code)
        if example.language == "python":
            return self._python(example)
        return self._command(example.code)

    def _command(self, line: str) -> str:
        if line == _LAST_CODE:
            return f"{self._code}\n"
        if piped := _PIPED.fullmatch(line):
            return self._program(piped["line"], f"{piped['text']}\n")
        if _SHELL.search(line) or not line.startswith("detente "):
            return self._shell(line)
        return self._program(line)

    def _program(self, line: str, stdin: str | None = None) -> str:
        words = shlex.split(line)[1:]
        with contextlib.chdir(self._folder):
            result = CliRunner().invoke(
                app, words, input=stdin, env=_ENVIRONMENT, prog_name="detente"
            )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        self._code = result.exit_code
        return result.output

    def _shell(self, line: str) -> str:
        done = subprocess.run(  # noqa: S603
            ["/bin/bash", "-c", f"set -o pipefail; {line}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=self._folder,
            env=_ENVIRONMENT,
            check=False,
            timeout=60,
        )
        self._code = done.returncode
        return done.stdout.decode("utf-8")

    def _python(self, example: Example) -> str:
        # Blank lines in front, so that a traceback counts the lines of the page.
        source = "\n" * (example.line - 1) + example.code
        with contextlib.chdir(self._folder), contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(source, "the page", "exec", dont_inherit=True), self._names)  # noqa: S102
        return printed.getvalue()


def agrees(shown: str, printed: str) -> bool:
    """Whether an output is as shown; ``...`` in what is shown stands for anything."""
    parts = (re.escape(part) for part in _plain(shown).split("..."))
    return re.fullmatch(".*".join(parts), _plain(printed), re.DOTALL) is not None


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())
