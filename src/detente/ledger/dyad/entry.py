"""A happening as the answer about a pair holds it, with the reports it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.records import Assertion, DateSpan, Level, Party, Status
from detente.store import Row


@dataclass(frozen=True, slots=True)
class Report:
    """A report that tells of something.

    Args:
        event: id of the event coded from it.
        id: id under which the report is cited.
        publication: outlet, or None.
        published: day of publication, or None.
    """

    event: str
    id: str
    publication: str | None
    published: date | None


def reports_of(row: Row, known_on: date | None) -> tuple[Report, ...]:
    """The reports of a row of ``happenings`` or ``claims``.

    Args:
        row: with the lists ``events``, ``reports``, ``publications`` and ``published``.
        known_on: only those published by this day; None for all.
    """
    columns = (row["events"], row["reports"], row["publications"], row["published"])
    reports = (Report(*cells) for cells in zip(*columns, strict=True))
    return tuple(report for report in reports if _is_known(report.published, known_on))


def _is_known(published: date | None, known_on: date | None) -> bool:
    return known_on is None or (published is not None and published <= known_on)


@dataclass(frozen=True, slots=True)
class Entry:
    """A happening, shortened to what the answer about a pair tells of it.

    Args:
        happening: its id.
        category: PLOVER category.
        mode: PLOVER mode, or None.
        quad_code: 1 to 4.
        status: whether it took place.
        assertion: on whose word it rests.
        when: first and last possible day, or None.
        actors: who acts; for a meeting, everyone in it.
        recipients: on whom; empty for a meeting.
        level: rank of a contact; None where it is none.
        channel: channel of a contact; None where it is none.
        place: where, or None.
        topics: PLOVER contexts.
        condition: words of the condition it is bound to, or None.
        text: the best sentence.
        reports: every report of it, by day of publication.
    """

    happening: str
    category: str
    mode: str | None
    quad_code: int
    status: Status
    assertion: Assertion
    when: DateSpan | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    level: Level | None
    channel: str | None
    place: str | None
    topics: tuple[str, ...]
    condition: str | None
    text: str
    reports: tuple[Report, ...]

    @property
    def day(self) -> date | None:
        """The day it is listed under: its first possible one, else that of the first report."""
        if self.when is not None:
            return self.when.first
        return min((item.published for item in self.reports if item.published), default=None)
