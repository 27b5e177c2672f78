"""What a ledger holds as records that JSON can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.ledger.plain import plain
from detente.records import Reject
from detente.store import Row, Run, event_of

if TYPE_CHECKING:
    from detente.ledger.profile import Known
    from detente.ledger.reports import Report, ReportEvent
    from detente.ledger.reviewing import Standpoint


def event_record(row: Row) -> Row:
    """The record that coding gives; ``review`` is added where an analyst has spoken."""
    record = event_of(row).to_dict()
    if row.get("review"):
        record["review"] = row["review"]
    return record


def article_record(row: Row) -> Row:
    """A report without its text, which is long and has its own question."""
    return plain_record({name: value for name, value in row.items() if name != "text"})


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


def report_record(report: Report) -> dict[str, Any]:
    """A report with its text, on which all offsets count, and its events."""
    article = report.article
    return {
        "key": report.key,
        "id": article.id,
        "title": article.title,
        "published": plain(article.published),
        "publication": article.publication,
        "url": article.url,
        "language": article.language,
        "source": article.source,
        "text": article.text,
        "events": [report_event_record(item) for item in report.events],
    }


def report_event_record(item: ReportEvent) -> dict[str, Any]:
    """An event of a report as corrected and as coded, with what analysts said of it."""
    return {
        "event": item.event.to_dict(),
        "coded": item.coded.to_dict(),
        "mark": item.mark,
        "happening": item.happening,
        "corrections": [correction_record(point) for point in item.corrections],
    }


def party_record(known: Known) -> dict[str, Any]:
    """A party that occurs."""
    return {"code": known.code, "happenings": known.happenings, "last": plain(known.last)}
