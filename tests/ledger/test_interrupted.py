"""Writers that are killed, that run at once, or whose disk is full; readers meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from line_coder import LineCoder, content, reports

from detente import Ledger

_KILLS, _KILLS_OF_ONE = 50, 10
_REPORTS = 5
_DIGESTS = ("1", "2")


class Nursery:
    """Processes that add to a ledger.

    Args:
        path: folder of the ledger.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._server = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, str(Path(__file__).with_name("nursery.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(
        self,
        path: Path | None = None,
        numbers: Sequence[int] = range(_REPORTS),
        digests: Sequence[str] = _DIGESTS,
        limit: int | None = None,
    ) -> int:
        """Start one process; the answer is its id."""
        request = {
            "path": str(path or self.path),
            "numbers": list(numbers),
            "digests": digests,
            "limit": limit,
        }
        return int(self._asked(json.dumps(request)))

    def wait(self, process: int) -> int:
        """Wait for the end of a process; the answer is its exit code."""
        return int(self._asked(f"wait {process}"))

    def close(self) -> None:
        """End; no process may run any more, and none may have complained on its own."""
        _, complaints = self._server.communicate(timeout=60)
        assert not complaints

    def _asked(self, line: str) -> str:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(f"{line}\n")
        self._server.stdin.flush()
        return self._server.stdout.readline()


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    found = Nursery(tmp_path / "ledger")
    yield found
    found.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the same reports give that nobody disturbs."""
    ledger = Ledger(tmp_path_factory.mktemp("undisturbed") / "ledger")
    for digest in _DIGESTS:
        ledger.add(reports(_REPORTS), LineCoder(digest), recode=True, batch=1)
    return content(ledger)


def _assert_whole(ledger: Ledger) -> int:
    """A ledger that is what its runs say, and of which no event is outside all happenings.

    Returns:
        Its version.
    """
    snapshot = ledger.snapshot()
    told = snapshot.rows("SELECT unnest(events) AS id FROM happenings ORDER BY id")
    assert told == snapshot.rows("SELECT id FROM events ORDER BY id")
    articles = snapshot.rows("SELECT key, events FROM articles")
    assert len({row["key"] for row in articles}) == len(articles)
    assert sum(row["events"] for row in articles) == len(told)
    runs = snapshot.rows("SELECT * FROM runs ORDER BY version")
    assert [row["version"] for row in runs] == list(range(1, snapshot.version + 1))
    added = sum(row["articles"] for row in runs if row["command"] == "add")
    assert added == len(articles)
    return snapshot.version


def test_a_writer_killed_at_any_moment_leaves_a_ledger_that_it_completes(
    nursery: Nursery, undisturbed: dict[str, list[str]]
) -> None:
    chance = Random(3)  # noqa: S311 - no secret
    start = time.monotonic()
    path = nursery.path.with_name("whole")
    assert nursery.wait(nursery.start(path)) == 0
    whole = time.monotonic() - start
    assert content(path) == undisturbed
    kills = ledgers = 0
    while kills < _KILLS:
        ledgers += 1
        path = nursery.path.with_name(f"ledger{ledgers}")
        for _ in range(_KILLS_OF_ONE):
            process = nursery.start(path)
            time.sleep(chance.uniform(0, whole / 5))
            os.kill(process, signal.SIGKILL)
            kills += nursery.wait(process) == -signal.SIGKILL
            if (path / "tables" / "runs" / "_delta_log").exists():
                _assert_whole(Ledger(path))
        assert nursery.wait(nursery.start(path)) == 0
        assert content(path) == undisturbed


def test_two_writers_at_once_lose_nothing_and_readers_see_whole_commits(
    nursery: Nursery, undisturbed: dict[str, list[str]]
) -> None:
    parts = (range(4), range(2, _REPORTS))
    processes = [nursery.start(numbers=numbers, digests=["1"]) for numbers in parts]
    last, end = 0, time.monotonic() + 60
    while last < _REPORTS and time.monotonic() < end:
        if (nursery.path / "tables" / "runs").exists():
            last = _assert_whole(Ledger(nursery.path))
    assert [nursery.wait(process) for process in processes] == [0, 0]
    _assert_whole(Ledger(nursery.path))
    assert nursery.wait(nursery.start()) == 0
    assert content(nursery.path) == undisturbed


@pytest.mark.parametrize("limit", [1000, 10_000])
def test_a_disk_that_fills_up_is_one_clear_line_and_loses_nothing(
    nursery: Nursery, undisturbed: dict[str, list[str]], limit: int
) -> None:
    Ledger(nursery.path).add(reports(2), LineCoder("1"))
    assert nursery.wait(nursery.start(limit=limit)) == 1
    fault = nursery.path.with_name("fault.txt").read_text()
    assert fault.endswith(
        "cannot be written (File too large); allow larger files there, then run the same again"
    )
    _assert_whole(Ledger(nursery.path))
    assert Ledger(nursery.path).summary().articles >= 2
    assert nursery.wait(nursery.start()) == 0
    assert content(nursery.path) == undisturbed
