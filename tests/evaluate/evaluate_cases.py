"""Events to compare: written by hand, drawn at random, and written as the two file formats."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from detente.evaluate import ComparedEvent

SHARED = Path(os.environ.get("DETENTE_SHARED", Path(__file__).parents[3] / "shared"))

CATEGORIES = ("CONSULT", "AGREE", "ASSAULT", "ACCUSE", "COERCE")
CODES = ("FRA", "RUS", "UKR")
STATUSES = ("actual", "future", "hypothetical", "negated")
SECTORS = ("GOV", "MIL", None)
MODES = (None, "phone", "visit")
DAYS = (None, ("2023-11-07", "2023-11-07"), ("2023-11-01", "2023-11-30"))


def compared(
    category: str = "ASSAULT", actors: str = "", recipients: str = "", **rest: Any
) -> ComparedEvent:
    """An event; codes are given as words of one text."""
    rest.setdefault("status", "actual")
    return ComparedEvent(
        category, actors=frozenset(actors.split()), recipients=frozenset(recipients.split()), **rest
    )


def party(code: str | None, sector: str | None = "GOV") -> dict[str, Any]:
    """A party as both formats write it."""
    return {"code": code, "sector": sector, "name": "somebody"}


def reference_record(**changes: Any) -> dict[str, Any]:
    """An event of the reference format."""
    return {
        "type": "REJECT",
        "mode": "meet",
        "actors": [party("FRA")],
        "recipients": [party("RUS")],
        "status": "actual",
        "date": ["2023-11-07", "2023-11-07"],
        "attribution": None,
        "evidence": [900, 1105],
        **changes,
    }


def coded_record(article: str = "a1", **changes: Any) -> dict[str, Any]:
    """An event record as the coder writes it, as far as the evaluation reads it."""
    return {
        "date": "2023-11-07",
        "enddate": "2023-11-07",
        "date_basis": "text",
        "actor": [party("FRA")],
        "recipient": [party("RUS")],
        "event": ["REJECT"],
        "mode": ["meet"],
        "status": "actual",
        "attribution": [],
        "text": "Earlier, on November 7, France disrupted Russia’s participation.",
        "text_info": {"sequence": 7, "start": 900, "end": 1105},
        "cite_info": {"id": article, "source": f"{article}.txt"},
        **changes,
    }


def write_reference(folder: Path, events: Mapping[str, Sequence[dict[str, Any]]]) -> Path:
    """A reference folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for article, records in events.items():
        document = {"id": article, "published": "2023-11-12", "events": records}
        (folder / f"{article}.json").write_text(json.dumps(document, indent=1), "utf-8")
    return folder


def write_coded(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    """A file of coded events."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.write_text("".join(lines), "utf-8")
    return path


_codes = st.frozensets(st.sampled_from(CODES), max_size=2)


@st.composite
def events(draw: st.DrawFn) -> ComparedEvent:
    """Any event, of few values so that they often match."""
    actors, recipients = draw(_codes), draw(_codes)
    sectors = frozenset((code, draw(st.sampled_from(SECTORS))) for code in actors | recipients)
    return ComparedEvent(
        category=draw(st.sampled_from(CATEGORIES)),
        mode=draw(st.sampled_from(MODES)),
        actors=actors,
        recipients=recipients,
        sectors=sectors,
        status=draw(st.sampled_from(STATUSES)),
        days=draw(st.sampled_from(DAYS)),
        attribution=draw(st.sampled_from((None, "FRA", "RUS"))),
    )


articles = st.lists(events(), max_size=8)
