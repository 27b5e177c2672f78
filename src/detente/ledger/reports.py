"""A report with its events, as coded and as corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.ledger.reviewing import Standpoint, standpoints_of
from detente.records import Article, Event
from detente.store import REVIEWED, Row, Snapshot, article_of, event_of

_ARTICLE = "SELECT * FROM articles WHERE key = $key"
_CODED = "SELECT * FROM events WHERE article = $key ORDER BY sentence_start, id"
_REVIEWED = f"SELECT * FROM {REVIEWED} WHERE article = $key"  # noqa: S608 - own name
_HAPPENINGS = """
    SELECT id, events, sources FROM happenings
    WHERE latest >= $first AND earliest <= $last AND list_contains(articles, $key)
"""
_PLACE = "SELECT article FROM events WHERE starts_with(id, $id) LIMIT 2"
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """An event of a report.

    Args:
        event: as corrected; as coded where it was rejected.
        coded: as coded.
        mark: accepted, edited or rejected; None where no analyst has spoken.
        happening: id of the happening that it tells of; None where it was rejected.
        sources: outlets that tell of that happening.
        corrections: what analysts said of it, oldest first.
    """

    event: Event
    coded: Event
    mark: str | None
    happening: str | None
    sources: int
    corrections: tuple[Standpoint, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its events.

    Args:
        key: its key in the ledger.
        article: the report.
        events: in the order of the text.
        version: ledger version.
    """

    key: str
    article: Article
    events: tuple[ReportEvent, ...]
    version: int

    def event(self, wanted: str) -> ReportEvent | None:
        """The event of an id; None where the report has none such."""
        return next((item for item in self.events if item.event.id == wanted), None)


def report_of(snapshot: Snapshot, key: str) -> Report | None:
    """A report by its key; None where the ledger does not have it.

    Args:
        snapshot: the version, with its corrections.
        key: key of the report.
    """
    rows = snapshot.rows(_ARTICLE, {"key": key})
    if not rows:
        return None
    coded = snapshot.rows(_CODED, {"key": key})
    told = _happenings(snapshot, key, coded)
    events = tuple(_events(snapshot, key, coded, told))
    return Report(key, article_of(rows[0]), events, snapshot.version)


def key_of_event(snapshot: Snapshot, wanted: str) -> str | None:
    """The key of the report of the event whose id begins so; None where there is none, or several.

    Args:
        snapshot: the ledger.
        wanted: the id, or eight characters of its beginning at least.
    """
    if len(wanted) < _SHORTEST:
        return None
    rows = snapshot.rows(_PLACE, {"id": wanted})
    return str(rows[0]["article"]) if len(rows) == 1 else None


def _happenings(
    snapshot: Snapshot, key: str, coded: Sequence[Row]
) -> Mapping[str, tuple[str, int]]:
    """The happening that each event tells of, and how many outlets tell it."""
    days = [day for row in coded for day in (row["date"], row["published"]) if day]
    if not coded:
        return {}
    bounds = {"first": min(days, default=date.min), "last": max(days, default=date.max)}
    if any(row["date"] is None for row in coded):
        bounds = {"first": date.min, "last": date.max}
    rows = snapshot.rows(_HAPPENINGS, {"key": key, **bounds})
    return {event: (row["id"], row["sources"]) for row in rows for event in row["events"]}


def _events(
    snapshot: Snapshot, key: str, coded: Sequence[Row], told: Mapping[str, tuple[str, int]]
) -> Iterator[ReportEvent]:
    marks = snapshot.review.marks
    reviewed = {}
    if any(row["id"] in marks for row in coded):
        reviewed = {row["id"]: event_of(row) for row in snapshot.rows(_REVIEWED, {"key": key})}
    points = standpoints_of(snapshot, key) if reviewed or marks else []
    for row in coded:
        event = event_of(row)
        happening, sources = told.get(event.id, (None, 0))
        yield ReportEvent(
            event=reviewed.get(event.id, event),
            coded=event,
            mark=marks.get(event.id),
            happening=happening,
            sources=sources,
            corrections=tuple(point for point in points if point.event == event.id),
        )
