"""Writes the reference that ``detente evaluate`` reads from the agreed sheets.

python -m corpus.build
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from corpus.collection import FOLDER, described, report, sheet
from corpus.sheets import CodedEvent, CodedParty

EVENTS = FOLDER / "events"


def reference(name: str) -> str:
    """The reference file of a report, as JSON.

    Args:
        name: its id.
    """
    published = report(name).published.isoformat()
    events = [_event(event) for event in sheet(name)]
    document = {"id": name, "published": published, "events": events}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _event(event: CodedEvent) -> dict[str, object]:
    days = event.days and [day.isoformat() for day in event.days]
    return {
        "type": event.category,
        "mode": event.mode or None,
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "status": event.status,
        "date": days,
        "attribution": event.attribution and _party(event.attribution),
        "evidence": list(event.evidence),
    }


def _parties(parties: Iterable[CodedParty]) -> list[dict[str, str]]:
    return [_party(party) for party in parties]


def _party(party: CodedParty) -> dict[str, str]:
    return {"code": party.code, "sector": party.sector, "name": party.words}


def write(folder: Path = EVENTS) -> int:
    """Writes every report's reference file.

    Args:
        folder: where to.

    Returns:
        How many were written.
    """
    folder.mkdir(exist_ok=True)
    names = [row.id for row in described()]
    for name in names:
        (folder / f"{name}.json").write_text(reference(name), "utf-8")
    return len(names)


if __name__ == "__main__":
    print(f"{write()} reference files written to {EVENTS.relative_to(FOLDER.parent)}")
