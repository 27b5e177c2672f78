"""Corrections meet the events that they are about, also after these were coded again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from detente.errors import QuestionError
from detente.fold import Mention
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


def as_corrected(
    snapshot: Snapshot,
    events: Mapping[str, Sequence[Event]],
    pending: Sequence[Correction] = (),
) -> list[Mention]:
    """Mentions of some reports as they are to be folded.

    The snapshot is told of the corrections, so that its SQL has all other events corrected too.

    Args:
        snapshot: the ledger before.
        events: events of reports as coded, by key of the report.
        pending: corrections that are yet to be kept.
    """
    snapshot.review = review_of(snapshot, pending)
    corrections = _by_article(
        (item.article, item) for item in (*corrections_of(snapshot), *pending)
    )
    return [
        Mention(event, article)
        for article, coded in events.items()
        for event in reviewed(coded, corrections.get(article, ()))
    ]


def standpoints(snapshot: Snapshot) -> list[Standpoint]:
    """All corrections of a version with what they are about now, oldest first."""
    corrections = corrections_of(snapshot)
    if not corrections:
        return []
    rows = snapshot.rows(_EVENTS, [sorted({item.article for item in corrections})])
    by_article = _by_article((row["article"], event_of(row)) for row in rows)
    found: dict[Correction, Standpoint] = {}
    for article, items in _by_article((item.article, item) for item in corrections).items():
        for point in _Reviewed(by_article.get(article, []), items).points:
            found[point.correction] = point
    return [found[item] for item in corrections]


def standpoints_of(snapshot: Snapshot, article: str) -> list[Standpoint]:
    """The corrections of one report with what they are about now, oldest first.

    Args:
        snapshot: the version.
        article: key of the report.
    """
    items = [item for item in corrections_of(snapshot) if item.article == article]
    if not items:
        return []
    rows = snapshot.rows(_EVENTS, [[article]])
    return _Reviewed([event_of(row) for row in rows], items).points


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
        made, mark = event, ""
        # What was said at once is applied at once: a category and the mode that goes with it.
        for _, together in groupby(corrections, key=lambda item: (item.version, item.time)):
            said = list(together)
            stale = False
            if said[0].verdict is Verdict.EDIT:
                wanted = {**changes, **{str(item.field): item.value or "" for item in said}}
                try:
                    made, changes = edited(event, wanted), wanted
                except QuestionError:
                    # The event was coded again so that the edit no longer fits it.
                    stale = True
            if not stale:
                mark = "rejected" if said[0].verdict is Verdict.REJECT else "accepted"
            self.points += [_standpoint(item, event, stale=stale) for item in said]
        if mark == "accepted" and changes:
            mark = "edited"
            self.edited.append(made)
        if mark:
            self.marks[event.id] = mark


def _standpoint(correction: Correction, event: Event, *, stale: bool) -> Standpoint:
    if stale:
        return Standpoint(correction, Standing.STALE, event.id)
    moved = correction.event != event.id
    return Standpoint(correction, Standing.MOVED if moved else Standing.HOLDS, event.id)


def _by_article(pairs: Iterable[tuple[str, _Item]]) -> Mapping[str, list[_Item]]:
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for article, item in pairs:
        found[article].append(item)
    return found
