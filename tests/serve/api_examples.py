"""The answers that the description of the API shows, asked of a small ledger made by hand.

    python tests/serve/api_examples.py

writes them anew; look at the difference before it is committed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from api_asking import API
from asked_ledger import AGAIN, AID, CALL, CALLED, VISAS, made_ledger
from served import Served, served

from detente.records import Reject

EXAMPLES = Path(__file__).parents[2] / "src/detente/serve/api/examples.json"
SAID = {
    "event": CALLED.id[:8],
    "action": "edit",
    "changes": {"mode": "visit"},
    "by": "Ann",
    "why": "see line 3",
}
_TIME = "2023-11-12T08:00:00+00:00"


def answers(folder: Path) -> dict[str, dict[str, Any]]:
    """What is asked and what comes, by operation.

    Args:
        folder: an empty one.
    """
    ledger = made_ledger(folder / "ledger", [CALL, AGAIN])
    made_ledger(ledger.path, [VISAS, AID])
    ledger.record_rejects([Reject("archive/a.txt", None, "it is empty", "leave it out")])
    with served(ledger.path) as site:
        post = httpx.post(f"{site.address}{API}/corrections", json=SAID, timeout=30)
        found = {"correct": _shown(f"POST {API}/corrections {json.dumps(SAID)}", post)}
        for name, path in _paths(site).items():
            found[name] = _shown(f"GET {API}{path}", site.get(API + path))
    return dict(sorted(found.items()))


def _paths(site: Served) -> dict[str, str]:
    happening = site.get(f"{API}/happenings?party=FRA&limit=1").json()["items"][0]["id"]
    claim = site.get(f"{API}/claims?limit=1").json()["items"][0]["id"]
    return {
        "list_events": "/events?actor=FRA&category=REJECT&from=2023",
        "list_happenings": "/happenings?dyad=FRA-RUS&order=newest&limit=1",
        "list_contacts": "/contacts?dyad=FRA-RUS&level=defence%20ministers",
        "list_claims": "/claims?stance=denies",
        "list_relations": "/relations?dyad=FRA-RUS",
        "list_articles": "/articles?source=gazette&order=newest",
        "list_corrections": "/corrections",
        "list_history": "/history?limit=2",
        "list_rejects": "/rejects",
        "list_parties": "/parties?limit=2",
        "read_event": f"/events/{CALLED.id}",
        "read_happening": f"/happenings/{happening}",
        "read_contact": f"/contacts/{happening}",
        "read_claim": f"/claims/{claim}",
        "read_article": f"/articles/{CALL.key}",
        "show_relation": "/relations/FRA-RUS?as_of=2023-11-30",
        "summary": "/summary",
        "version": "/version",
    }


def _shown(asked: str, answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code in {200, 201}, answer.text
    return {"asked": asked, "answer": _timeless(answer.json())}


def _timeless(value: Any) -> Any:
    """An answer whose times and sizes are always the same."""
    if isinstance(value, list):
        return [_timeless(item) for item in value]
    if not isinstance(value, dict):
        return value
    fixed = {"time": _TIME, "bytes": 65_536, "detente": "0.1.0"}
    return {
        name: fixed[name] if name in fixed and item else _timeless(item)
        for name, item in value.items()
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        text = json.dumps(answers(Path(made)), ensure_ascii=False, indent=1)
    EXAMPLES.write_text(f"{text}\n", "utf-8")
