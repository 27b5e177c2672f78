"""What events rest on: the words of a report, and where in its text they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.records import Span, TextSpan
from detente.store import REVIEWED, Row, Snapshot, listed

_EVENTS = f"""
    SELECT id, article, report, title, publication, published, words, text, sentence_start,
        sentence_end FROM {REVIEWED} WHERE id IN ({{ids}})
"""  # noqa: S608 - own name


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an event rests on.

    Args:
        event: its id.
        words: the words that carry the act; offsets count characters of the report's text.
        sentence: the sentence they stand in.
        article: key of the report in the ledger.
        report: id under which the report is cited.
        title: its headline, or None.
        publication: its outlet, or None.
        published: its day of publication, or None.
    """

    event: str
    words: tuple[TextSpan, ...]
    sentence: TextSpan
    article: str
    report: str
    title: str | None
    publication: str | None
    published: date | None

    def to_dict(self) -> dict[str, Any]:
        """The same, ready for ``json.dumps``."""
        return {
            "event": self.event,
            "words": [_record(item) for item in self.words],
            "sentence": _record(self.sentence),
            "article": self.article,
            "report": self.report,
            "title": self.title,
            "publication": self.publication,
            "published": self.published.isoformat() if self.published else None,
        }


def evidence_of(snapshot: Snapshot, events: Collection[str]) -> Mapping[str, Evidence]:
    """What some events rest on, by their ids.

    Args:
        snapshot: the version, with its corrections.
        events: the ids.
    """
    if not events:
        return {}
    rows = snapshot.rows(_EVENTS.format(ids=listed(sorted(set(events)))))
    return {row["id"]: _evidence(row) for row in rows}


def _evidence(row: Row) -> Evidence:
    return Evidence(
        event=row["id"],
        words=tuple(
            TextSpan(item["text"], Span(item["start"], item["end"])) for item in row["words"]
        ),
        sentence=TextSpan(row["text"], Span(row["sentence_start"], row["sentence_end"])),
        article=row["article"],
        report=row["report"],
        title=row["title"],
        publication=row["publication"],
        published=row["published"],
    )


def _record(words: TextSpan) -> dict[str, Any]:
    return {"text": words.text, "start": words.span.start, "end": words.span.end}
