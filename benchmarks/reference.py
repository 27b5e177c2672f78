"""Figures on the reference articles, by the evaluation that users have."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from articles import dev_articles

from detente import Coder, Event
from detente.evaluate import Evaluation, evaluation


def reference_figures(coder: Coder, shared: Path) -> dict[str, float]:
    """Precision, recall and F1, and what is right on the matched events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coded.jsonl"
        _write(path, coder.code_many(dev_articles(shared)))
        found = evaluation(shared / "data" / "articles_dev" / "events", path)
    return _figures(found)


def _write(path: Path, events: Iterable[Event]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(event.to_dict()) + "\n" for event in events)


def _figures(found: Evaluation) -> dict[str, float]:
    full = found.full.counts
    shares = found.full.agreement.shares()
    return {
        "articles_f1": full.f1,
        "articles_precision": full.precision,
        "articles_recall": full.recall,
        "articles_actor_f1": found.actor.counts.f1,
        "articles_type_f1": found.type.counts.f1,
        **{f"articles_{name}": share.rate for name, share in shares.items()},
    }
