"""An event is compared alike whether it comes from the coder or from a file it was written to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente import Coder, read
from detente.evaluate import ComparedEvent
from detente.evaluate.coded import coded_events

pytestmark = pytest.mark.model

_REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


def test_what_is_written_of_an_event_compares_the_same(tmp_path: Path) -> None:
    events = list(Coder().code_many(read(_REPORTS)))
    path = tmp_path / "coded.jsonl"
    path.write_text("".join(json.dumps(event.to_dict()) + "\n" for event in events), "utf-8")
    written = [event for found in coded_events(path).values() for event in found]
    assert len(written) > 50
    assert any(event.days for event in written)
    assert any(event.attribution for event in written)
    assert written == [ComparedEvent.of(event) for event in events]
