from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from asked_ledger import made_ledger
from line_coder import CODES, LineCoder, reports

from detente import Ledger
from detente.ledger import Filter, kept
from detente.ledger.kept import KeptHappenings, acts
from detente.store import compaction

WANTED = (
    Filter.of(),
    Filter.of(dyad="FRA-RUS", order="newest"),
    Filter.of(party=["FRA", "USA"]),
    Filter.of(category="CONSULT", known="2023-06-30", limit=3, offset=1),
    Filter.of(text="tanker"),
)


def answers(ledger: Ledger) -> list[object]:
    """What is answered from the narrow columns."""
    found: list[object] = [ledger.listing(wanted) for wanted in WANTED]
    found += [ledger.marks(wanted, 50) for wanted in WANTED]
    found += [ledger.show(*pair) for pair in (("FRA", "RUS"), ("USA", "CHN"))]
    found += [ledger.profile(code) for code in CODES[:2]]
    summary = ledger.summary()
    counts = (summary.happenings, summary.contacts)
    return [*found, ledger.news(), ledger.movers(), ledger.parties(), counts]


def test_without_a_table_in_memory_the_files_are_read(tmp_path: Path) -> None:
    snapshot = made_ledger(tmp_path / "ledger").snapshot()
    assert acts(snapshot) == "happenings"
    KeptHappenings().bring_up(snapshot)
    assert "kept_happenings" in acts(snapshot)
    assert acts(snapshot, ["text"]) == "happenings"
    assert acts(Ledger(tmp_path / "ledger").snapshot()) == "happenings"


@pytest.mark.parametrize("seed", range(2))
def test_memory_answers_what_the_files_do_whatever_is_added_recoded_and_corrected(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 2:
        # Compaction now and then, so that what was replaced is no longer named.
        monkeypatch.setattr(compaction, "_CROWD", 3)
        monkeypatch.setattr(compaction, "_MANY_REPLACED", 1)
        monkeypatch.setattr(compaction, "_REPLACED_SHARE", 0.0)
    random, every = Random(seed), reports(24)  # noqa: S311 - no secret
    reader, writer = Ledger(tmp_path / "ledger"), Ledger(tmp_path / "ledger")
    writer.add(every[:4], LineCoder())
    table, earlier = KeptHappenings(), []
    for turn in range(4):
        held = reader.pinned()
        table.bring_up(held.snapshot())
        assert "kept_happenings" in acts(held.snapshot())
        expected = answers(Ledger(tmp_path / "ledger").at(version=held.version))
        assert answers(held) == expected
        earlier.append((held, expected))
        some = random.sample(every, 3)
        writer.add(some, LineCoder(str(random.randrange(2))), recode=bool(turn % 3))
        events = list(writer.events())
        if events:
            event = random.choice(events)["id"]
            writer.correct(event, random.choice(("accept", "reject")), author="Ann", why="so")
    for held, expected in earlier[-2:]:
        assert answers(held) == expected


def test_a_ledger_too_large_for_memory_is_read_from_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    snapshot = made_ledger(tmp_path / "ledger").snapshot()
    KeptHappenings().bring_up(snapshot)
    assert acts(snapshot) == "happenings"
