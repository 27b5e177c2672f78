from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from cli_cases import ENVIRONMENT, command, invoke

_BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"starlette", "fastapi", "uvicorn", "jinja2", "altair"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocker())
sys.argv = ["detente", *sys.argv[1:]]
from detente.cli import main
main()
"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--host", "0.0.0.0"), "can be reached by others: give --token, or --trust-proxy"),
        (("--host", "0.0.0.0", "--token", "short"), "16 characters"),
        (("--token", "a" * 16, "--correct-token", "a" * 16), "must differ"),
        (("--trust-proxy", "X-User", "--token", "a" * 16), "not both"),
        (("--corrector", "ann"), "a trusted proxy names"),
        (("--host", "no.such.host.invalid", "--token", "a" * 16), "cannot be listened at"),
        (("--host", "203.0.113.1", "--token", "a" * 16), "cannot be listened at"),
    ],
    ids=str,
)
def test_what_is_not_safe_or_cannot_be_is_refused(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = invoke("serve", "--ledger", tmp_path / "ledger", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = invoke("serve", "--ledger", tmp_path, "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert "name another --host or --port" in done.stderr


def test_the_page_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - our own program
        command("serve", "--ledger", tmp_path / "ledger", "--port", str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == f"{tmp_path / 'ledger'} is open at http://127.0.0.1:{port}/  (Ctrl-C ends it)\n"
    answer = httpx.get(f"http://127.0.0.1:{port}/", timeout=20)
    assert "This ledger is empty" in answer.text
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, "")


def test_without_the_extra_it_is_named_and_the_rest_works(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", _BLOCKED, *arguments],
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            check=False,
            timeout=60,
        )

    done = run("serve", "--ledger", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "the page needs the 'serve' extra: pip install 'detente[serve]'\n"
    assert run("--version").returncode == 0
