"""The times of the API are those of answers, and of every list."""

from __future__ import annotations

from pathlib import Path

from api_times import figures
from asked_ledger import made_ledger
from serving import serving

from detente.ledger.topics import TOPICS


def test_every_question_is_answered_and_timed(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    with serving(ledger.path) as address:
        found = figures(address, ledger, 1)
    assert all(time > 0 for time in found.values())
    for topic in TOPICS:
        assert f"/api/v1/{topic}?order=newest&version=1" in found
