"""``detente show`` from the sample reports on: coded, folded, kept and asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_cases import invoke

from detente import Ledger

pytestmark = pytest.mark.model
REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "ledger"
    assert invoke("add", REPORTS, "--ledger", folder, "-q").exit_code == 0
    return folder


def _asked(folder: Path, first: str, second: str, *arguments: str) -> dict[str, Any]:
    found = invoke("show", first, second, "--ledger", folder, "--json", *arguments)
    assert found.exit_code == 0
    record: dict[str, Any] = json.loads(found.stdout)
    return record


def test_the_last_contact_is_that_of_the_report(folder: Path) -> None:
    answer = _asked(folder, "Cuba", "American")
    last = answer["last_contact"]
    assert (last["level"], last["date"], last["channel"]) == (
        "foreign ministers",
        "2015-07-20",
        "visit",
    )
    assert {party["identifier_text"] for party in last["actor"] + last["recipient"]} == {
        "Bruno Rodríguez",
        "John Kerry",
    }
    assert answer["last_contacts"]["heads"]["date"].startswith("2015-04")


def test_readiness_and_what_went_before(folder: Path) -> None:
    answer = _asked(folder, "IRN", "SAU", "--as-of", "2023-03-31")
    assert [item["ready"][0]["date"] for item in answer["openness"]] == ["2023-03-10"] * 2
    broken = answer["disruptions"]["listed"][0]
    assert (broken["event"], broken["date"][:7]) == ("SANCTION", "2016-01")
    assert broken["actor"][0]["code"] == "SAU"


def test_a_refusal_has_its_side_and_day(folder: Path) -> None:
    russia, turkey = _asked(folder, "RUS", "TUR", "--as-of", "2015-12-01")["openness"]
    assert russia["refusing_since"] == "2015-11-28"
    assert russia["refuses"][0]["mode"] == "meet"
    # it refuses to apologise, not to meet
    assert "meet" not in {item["mode"] for item in turkey["refuses"]}


def test_nothing_is_known_before_it_is_reported(folder: Path) -> None:
    answer = _asked(folder, "RUS", "TUR", "--as-of", "2015-11-27")
    assert answer["happenings"] == 0
    assert answer["last_report"] is None


def test_every_pair_is_shown_with_reports_that_there_are(folder: Path) -> None:
    ledger = Ledger(folder)
    rows = ledger.snapshot().rows("SELECT DISTINCT unnest(dyads) AS dyad FROM happenings")
    reports = {path.stem for path in REPORTS.glob("*.json")}
    assert len(rows) > 50
    for row in rows:
        first, _, second = row["dyad"].partition("-")
        answer = ledger.show(first, second)
        assert answer.happenings > 0
        told = json.dumps(answer.to_dict())
        for name in _reports(json.loads(told)):
            assert name in reports


def _reports(record: Any) -> list[str]:
    """The ids of all reports in an answer."""
    if isinstance(record, list):
        return [name for item in record for name in _reports(item)]
    if not isinstance(record, dict):
        return []
    own = [item["id"] for item in record.get("reports", ())]
    return own + [name for item in record.values() for name in _reports(item)]
