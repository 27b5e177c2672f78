"""Ways to run the program, and input for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from detente.cli.app import app

GOOD = "France attacked Iran on Monday."
DAY = "2023-11-12"
_FORCING = ("FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "NO_COLOR")
# Wide enough for any path of a test to stand on one line of an error.
_WIDTH = "400"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _FORCING} | {
    "COLUMNS": _WIDTH
}


def run(
    *arguments: str | Path, stdin: str | bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the real program.

    Args:
        arguments: its arguments.
        stdin: what it reads from standard input.
        cwd: the folder it runs in.
    """
    done = subprocess.run(  # noqa: S603
        command(*arguments),
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env=ENVIRONMENT,
        check=False,
        timeout=120,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def command(*arguments: str | Path) -> list[str]:
    """The command line of the real program."""
    return [sys.executable, "-m", "detente.cli", *map(str, arguments)]


def invoke(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run the program in this process; what is no matter of exit codes goes on."""
    result = CliRunner().invoke(
        app, [str(item) for item in arguments], input=stdin, env=ENVIRONMENT, prog_name="detente"
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def jsonl(path: Path, *texts: str | None) -> Path:
    """A file of reports, one a line; None gives a broken line."""
    lines = [
        "{" if text is None else json.dumps({"text": text, "published": DAY}) for text in texts
    ]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path
