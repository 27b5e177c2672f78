"""Faults of what the fold stage knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_tables import TABLES, broken, written

from detente.lexicon.lint import faults

LEVELS, WORDS, EVIDENCE = "fold/levels.toml", "fold/words.toml", "fold/evidence.toml"


def test_a_folder_without_a_fault(tmp_path: Path) -> None:
    assert faults(written(tmp_path, TABLES)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "entry", "reason"),
    [
        (LEVELS, '["head-of-state"]', '["chief"]', 2, "roles", "heads: no role 'chief'"),
        (LEVELS, "heads =", "chiefs =", 2, "roles", "unknown field 'chiefs'"),
        (LEVELS, "[offices]", "[titles]", 0, "", "unknown field 'titles'"),
        (LEVELS, '"envoy"', '"Envoy"', 5, "offices", "envoys: 'Envoy' is not in lower case"),
        (LEVELS, "[roles]", '[roles]\nenvoys = ["head-of-state"]', 2, "roles", "'head-of-state' is in envoys and in heads"),
        (WORDS, '"the times"', '"the grammar"', 0, "", "'the grammar' is in grammar and in times"),
        (WORDS, '["the times"]', "[]", 0, "", "no list times"),
        (WORDS, '"the times"', '"Monday"', 3, "", "times: 'Monday' is not in lower case"),
        (WORDS, "times =", "days =", 3, "", "unknown field 'days'"),
        (EVIDENCE, "join = 0.0", "join = 0", 1, "", "join is no number with a decimal point"),
        (EVIDENCE, "title = 0.5\n", "", 4, "points", "no title"),
        (EVIDENCE, "title = 0.5", 'title = "1"', 8, "points", "title is no number with a decimal point"),
        (EVIDENCE, "[points]", "[category.MEET]\n[points]", 0, "", "no category 'MEET'"),
        (EVIDENCE, "[points]", '[category."ASSAULT/phone"]\n[points]', 0, "", "ASSAULT has no mode 'phone'"),
        (EVIDENCE, "[points]", '[category."ASSAULT/drone"]\nacts = 0.5\n[points]', 0, "ASSAULT/drone", "unknown field 'acts'"),
        (EVIDENCE, "apart = -2.0", "apart = 2.0", 2, "", "what is alike would be apart: apart is above join"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place(
    tmp_path: Path, name: str, old: str, new: str, line: int, entry: str, reason: str
) -> None:
    found = broken(tmp_path, name, old, new)
    assert {fault.file for fault in found} == {name}
    rows = [(fault.line, fault.entry, fault.reason) for fault in found]
    assert (entry, reason) in [row[1:] for row in rows]
    if line:
        assert (line, entry, reason) in rows
