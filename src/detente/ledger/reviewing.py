"""Corrections meet the events that they are about, also after these were coded again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from detente.errors import QuestionError
from detente.ledger.edits import edited
from detente.records import Correction, Event, Verdict
from detente.store import Review, Snapshot, correction_of, event_of, event_row

_Item = TypeVar("_Item")
_CORRECTIONS = "SELECT * FROM corrections ORDER BY version, time, event, field"
_EVENTS = "SELECT * FROM events WHERE article IN (SELECT unnest(?))"


class Standing(StrEnum):
    """How a correction stands to the events as they are coded now."""

    HOLDS = "holds"
    MOVED = "moved"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A correction and what it is about now.

    Args:
        correction: the correction.
        standing: moved where the event was coded again under another id; stale where there is
            none any more of that category on those words, or it can no longer be edited so.
        event: id of the event that it is about now, or None.
    """

    correction: Correction
    standing: Standing
    event: str | None


def corrections_of(snapshot: Snapshot) -> list[Correction]:
    """All corrections of a version, oldest first."""
    if not snapshot.files.get("corrections"):
        return []
    return list(map(correction_of, snapshot.rows(_CORRECTIONS)))


def review_of(snapshot: Snapshot, pending: Sequence[Correction] = ()) -> Review:
    """What corrections make of the events of a version.

    Args:
        snapshot: the version.
        pending: corrections that are yet to be kept.
    """
    corrections = [*corrections_of(snapshot), *pending]
    if not corrections:
        return Review()
    rows = snapshot.rows(_EVENTS, [sorted({item.article for item in corrections})])
    by_article = _by_article((row["article"], event_of(row)) for row in rows)
    versions = {row["id"]: (row["article"], row["version"]) for row in rows}
    marks: dict[str, str] = {}
    changed = []
    for article, items in _by_article((item.article, item) for item in corrections).items():
        reviewed = _Reviewed(by_article.get(article, []), items)
        marks.update(reviewed.marks)
        changed += reviewed.edited
    return Review(marks, [event_row(event, *versions[event.id]) for event in changed])


def reviewed(events: Iterable[Event], corrections: Iterable[Correction]) -> list[Event]:
    """The events of one report as corrected; the rejected are left out.

    Args:
        events: all its events as coded.
        corrections: all corrections of it, oldest first.
    """
    coded = list(events)
    found = _Reviewed(coded, list(corrections))
    changed = {event.id: event for event in found.edited}
    return [
        changed.get(event.id, event) for event in coded if found.marks.get(event.id) != "rejected"
    ]


def standpoints(snapshot: Snapshot) -> list[Standpoint]:
    """All corrections of a version with what they are about now, oldest first."""
    corrections = corrections_of(snapshot)
    rows = snapshot.rows(_EVENTS, [sorted({item.article for item in corrections})])
    by_article = _by_article((row["article"], event_of(row)) for row in rows)
    found: dict[Correction, Standpoint] = {}
    for article, items in _by_article((item.article, item) for item in corrections).items():
        for point in _Reviewed(by_article.get(article, []), items).points:
            found[point.correction] = point
    return [found[item] for item in corrections]


def event_of_correction(correction: Correction, events: Sequence[Event]) -> Event | None:
    """The event that a correction is about: by its id, else by its words and category.

    Args:
        correction: the correction.
        events: the events of its report.
    """
    for event in events:
        if event.id == correction.event:
            return event
    near = [
        (-overlap, event.id, event)
        for event in events
        if event.category == correction.category and (overlap := correction.overlap(event))
    ]
    return min(near)[2] if near else None


class _Reviewed:
    """The events of one report under the corrections of it.

    Args:
        events: its events as coded.
        corrections: its corrections, oldest first.
    """

    def __init__(self, events: Sequence[Event], corrections: Sequence[Correction]) -> None:
        self.points: list[Standpoint] = []
        self.marks: dict[str, str] = {}
        self.edited: list[Event] = []
        by_id = {event.id: event for event in events}
        about: dict[str, list[Correction]] = defaultdict(list)
        for item in corrections:
            event = event_of_correction(item, events)
            if event is None:
                self.points.append(Standpoint(item, Standing.STALE, None))
            else:
                about[event.id].append(item)
        for name, items in about.items():
            self._apply(by_id[name], items)

    def _apply(self, event: Event, corrections: Sequence[Correction]) -> None:
        changes: dict[str, str] = {}
        made, mark = event, "accepted"
        for item in corrections:
            standing = Standing.HOLDS if item.event == event.id else Standing.MOVED
            if item.verdict is Verdict.EDIT:
                wanted = {**changes, str(item.field): item.value or ""}
                try:
                    made, changes = edited(event, wanted), wanted
                except QuestionError:
                    # The event was coded again so that the edit no longer fits it.
                    standing = Standing.STALE
            mark = "rejected" if item.verdict is Verdict.REJECT else "accepted"
            self.points.append(Standpoint(item, standing, event.id))
        if mark != "rejected" and changes:
            mark = "edited"
            self.edited.append(made)
        if any(
            point.event == event.id and point.standing is not Standing.STALE
            for point in self.points
        ):
            self.marks[event.id] = mark


def _by_article(pairs: Iterable[tuple[str, _Item]]) -> Mapping[str, list[_Item]]:
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for article, item in pairs:
        found[article].append(item)
    return found
