"""The JSON form of the answer, which programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dyad_cases import CALL, DAY, RELATION, ledger_of

from detente.ledger.dyad import DyadView

REPORT = {"event": str, "id": str, "publication": (str, None), "published": (str, None)}
PARTY = {
    "code": str,
    "sector": str,
    "entity_text": str,
    "identifier_text": str,
    "identifier_id": (str, None),
    "office": (str, None),
}
ENTRY = {
    "happening": str,
    "event": str,
    "mode": (str, None),
    "quad_code": int,
    "status": str,
    "assertion": str,
    "date": (str, None),
    "enddate": (str, None),
    "date_basis": (str, None),
    "actor": [PARTY],
    "recipient": [PARTY],
    "level": (str, None),
    "channel": (str, None),
    "place": (str, None),
    "context": [str],
    "condition": (str, None),
    "text": str,
    "reports": [REPORT],
}
DENIAL = {
    "id": str,
    "claimant": PARTY,
    "said_on": (str, None),
    "text": str,
    "reports": [REPORT],
}
CLAIM = {
    **DENIAL,
    "happening": str,
    "event": str,
    "mode": (str, None),
    "denials": [DENIAL],
}
MONTH = {"month": str, "cooperation": int, "conflict": int}
BAND = {"mean": float, "low": float, "high": float}
ANSWER = {
    "sides": [{"code": str, "name": str}],
    "version": int,
    "day": str,
    "as_of": (str, None),
    "happenings": int,
    "last_report": (str, None),
    "last_report_in_ledger": (str, None),
    "days_since_contact": (int, None),
    "last_contact": (ENTRY, None),
    "last_contacts": {"heads": ENTRY, "defence ministers": ENTRY},
    "silence": {
        "levels": [
            {
                "level": str,
                "since": str,
                "days": int,
                "talks": int,
                "longest_gap": int,
                "unusual": bool,
                "last_contact": str,
            }
        ],
        "said": [ENTRY],
    },
    "openness": [
        {"code": str, "ready": [ENTRY], "refuses": [ENTRY], "refusing_since": (str, None)}
    ],
    "disruptions": {"number": int, "listed": [ENTRY]},
    "claims": [{"code": str, "number": int, "listed": [CLAIM]}],
    "balance": {
        "months": [MONTH],
        "running": (MONTH, None),
        "usual": {"cooperation": BAND, "conflict": BAND, "net": BAND},
        "recent": float,
        "trend": (str, None),
    },
    "neighbours": {},
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> DyadView:
    return ledger_of(tmp_path_factory.mktemp("json") / "ledger", *RELATION).show("FRA", "RUS", DAY)


def _faults(found: Any, form: Any, place: str = "answer") -> list[str]:
    """Where a value is not of its form."""
    if isinstance(form, tuple):
        return [] if found is None else _faults(found, form[0], place)
    if isinstance(form, list):
        if not isinstance(found, list):
            return [f"{place} is no list"]
        return [fault for item in found for fault in _faults(item, form[0], f"{place}[]")]
    if isinstance(form, dict):
        if not isinstance(found, dict) or set(found) != set(form):
            return [f"{place} is {found!r}, without the fields {list(form)}"]
        parts = (_faults(found[name], part, f"{place}.{name}") for name, part in form.items())
        return [fault for part in parts for fault in part]
    return [] if type(found) is form else [f"{place} is {found!r}, no {form.__name__}"]


def test_the_answer_has_its_form(view: DyadView) -> None:
    record = view.to_dict()
    assert _faults(record, ANSWER) == []
    assert json.loads(json.dumps(record)) == record


def test_an_answer_with_nothing_has_the_same_form(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "ledger", *RELATION)
    record = ledger.show("UKR", "RUS").to_dict()
    neighbours = {
        "UKR": [{"code": str, "happenings": int}],
        "RUS": [{"code": str, "happenings": int}],
    }
    form = ANSWER | {"last_contacts": {}, "neighbours": neighbours}
    assert _faults(record, form) == []
    assert record["last_contact"] is None
    assert record["balance"]["trend"] is None


def test_every_field_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "relations.md").read_text("utf-8")
    names = _names(ANSWER) | {"neighbours"}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def _names(form: Any) -> set[str]:
    if isinstance(form, tuple | list):
        return _names(form[0])
    if not isinstance(form, dict):
        return set()
    levels = {"heads", "defence ministers"}
    return {name for name in form if name not in levels}.union(*map(_names, form.values()))


def test_dates_and_reports_are_written_out(view: DyadView) -> None:
    last = view.to_dict()["last_contact"]
    assert (last["date"], last["enddate"], last["date_basis"]) == ("2022-10-23",) * 2 + ("text",)
    assert last["happening"] == CALL.id
    assert last["reports"][0] == {
        "event": "e-call-1",
        "id": "call-1",
        "publication": "Le Monde",
        "published": "2022-10-24",
    }
