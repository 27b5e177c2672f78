"""What a ledger holds as records that JSON can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.ledger.plain import plain
from detente.records import Reject
from detente.store import Row, Run, event_of

if TYPE_CHECKING:
    from detente.ledger.reviewing import Standpoint


def event_record(row: Row) -> Row:
    """The record that coding gives; ``review`` is added where an analyst has spoken."""
    record = event_of(row).to_dict()
    if row.get("review"):
        record["review"] = row["review"]
    return record


def plain_record(row: Row) -> Row:
    """A row with days and moments as ISO 8601."""
    return {name: plain(value) for name, value in row.items()}


def run_record(run: Run) -> dict[str, Any]:
    """A version and how it came about."""
    return {
        "version": run.version,
        "time": run.time.isoformat(),
        "command": run.command,
        "coder": run.coder,
        "lexicon": run.lexicon,
        "articles": run.articles,
        "events": run.events,
        "rejects": run.rejects,
        "author": run.author,
        "note": run.note,
    }


def reject_record(reject: Reject) -> dict[str, Any]:
    """What could not be read."""
    return {
        "source": reject.source,
        "record": reject.record,
        "problem": reject.problem,
        "remedy": reject.remedy,
    }


def correction_record(point: Standpoint) -> dict[str, Any]:
    """A correction and how it stands to what is coded now."""
    item = point.correction
    return {
        "event": item.event,
        "action": str(item.verdict),
        "field": item.field,
        "value": item.value,
        "by": item.author,
        "why": item.why,
        "time": item.time.isoformat(),
        "version": item.version,
        "standing": str(point.standing),
        "about": point.event,
        "article": item.article,
        "category": item.category,
        "words": [words.text for words in item.words],
        "start": item.sentence.start,
        "end": item.sentence.end,
    }
