"""A list page by page: each goes on where the one before it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from detente.ledger import kept
from detente.ledger.answer import Answer
from detente.ledger.days import on_days
from detente.ledger.filters import Filter, Order
from detente.ledger.flat import select
from detente.ledger.topics import TOPICS, Topic
from detente.store import Result, Row, Snapshot, listed
from detente.store.views import DERIVED

_USUAL = 100
# Of a large ledger these fill a page many times over.
_SOME_DAYS = 32
_KEYS = """
    SELECT {day} AS day, {tie} AS tie, {place} AS place FROM {rows}
    WHERE ({where}) AND ({after}) {order} LIMIT {number}
"""
_ROWS = "SELECT {columns} FROM {rows} WHERE {where} {order}"
# Each of these days has one pair at least, so that a page reaches no further.
_DAYS = """
    SELECT DISTINCT date FROM (
        SELECT date, unnest(dyads) AS dyad FROM {acts}
        WHERE status = 'actual' AND assertion <> 'denied' AND date IS NOT NULL
    ) WHERE ({where}) AND ({after}) ORDER BY date {direction} LIMIT {number}
"""
_OF_DAYS = f"""
    (WITH happenings AS (
        SELECT * FROM temp.happenings WHERE date BETWEEN DATE '{{first}}' AND DATE '{{last}}'
    ) {DERIVED["relations"]})
"""  # noqa: S608 - own names


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The last row of a page.

    Args:
        day: its day, or None.
        tie: what settles the order of rows of one day.
    """

    day: date | None
    tie: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list.

    Args:
        answer: its rows.
        last: its last row, where others follow; None where this is the last page.
    """

    answer: Answer
    last: Bookmark | None


def page_of(snapshot: Snapshot, topic: str, wanted: Filter, after: Bookmark | None) -> Page:
    """A page of a list.

    Args:
        snapshot: the version, with its corrections.
        topic: one of ``TOPICS``.
        wanted: which, in which order, and how many at most; 100 where it does not say.
        after: the last row of the page before; None for the first page.

    Raises:
        QuestionError: the filter does not fit the topic.
    """
    wanted = replace(wanted, limit=_USUAL if wanted.limit is None else wanted.limit)
    return _Paged(snapshot, TOPICS[topic], wanted, after).page()


class _Paged:
    """What is asked, as SQL.

    Args:
        snapshot: the version.
        topic: what is listed.
        wanted: which; its limit is a number.
        after: the last row of the page before.
    """

    def __init__(
        self, snapshot: Snapshot, topic: Topic, wanted: Filter, after: Bookmark | None
    ) -> None:
        self._snapshot = snapshot
        self._topic = topic
        self._wanted = wanted
        self._where = topic.where(wanted)
        self._limit = wanted.limit or 0
        self._after = _after(topic, wanted.order, after)
        self._values: dict[str, Any] = {**self._where.parameters, **_values(after)}

    def page(self) -> Page:
        """The page: first where its rows lie, then these rows alone with all their columns."""
        for view in self._views():
            keys = self._keys(view)
            if len(keys) > self._limit:
                break
        few = keys[: self._limit]
        last = Bookmark(few[-1]["day"], few[-1]["tie"]) if len(keys) > len(few) > 0 else None
        return Page(self._answer(view, few), last)

    def _views(self) -> Iterator[str]:
        """What holds the page; if the first does not fill it, the next does."""
        if self._topic.view != "relations":
            yield self._topic.view
            return
        days = self._days()
        yield _of_days(days[:_SOME_DAYS])
        if len(days) > _SOME_DAYS:
            yield _of_days(days)

    def _keys(self, view: str) -> list[Row]:
        """Day, tie and place of the rows of the page, and of one more where there is one."""
        topic = self._topic
        query = _KEYS.format(
            day=topic.day,
            tie=topic.tie,
            place=topic.place,
            rows=self._narrow(view),
            where=self._where.sql,
            after=self._after,
            order=topic.order(self._wanted),
            number=self._limit + 1,
        )
        return self._snapshot.rows(query, self._values)

    def _narrow(self, view: str) -> str:
        """Where keys are read from: memory, for what is kept there, or the files."""
        if view not in ("happenings", "contacts"):
            return view
        acts = kept.acts(self._snapshot, [name for name, _ in self._wanted.wanted()])
        return f"(SELECT * FROM {acts} WHERE level IS NOT NULL)" if view == "contacts" else acts  # noqa: S608

    def _days(self) -> list[date]:
        """The days that a page of relations can reach, in their order."""
        query = _DAYS.format(
            acts=kept.acts(self._snapshot),
            where=self._where.sql,
            after=self._after,
            direction="DESC" if self._wanted.order is Order.NEWEST else "ASC",
            number=self._limit + 1,
        )
        return [row["date"] for row in self._snapshot.rows(query, self._values)]

    def _answer(self, view: str, keys: Sequence[Row]) -> Answer:
        """The rows of the keys.

        These come from the ledger itself; as literals they reach the reader of the files, which
        then leaves out all else. A pair can have rows before and after the page on its first and
        last day alone, and none that the filter would not take.
        """
        where = (
            f"{on_days(self._topic.place, (row['place'] for row in keys))}"
            f" AND {self._topic.tie} IN ({listed(sorted({row['tie'] for row in keys})) or 'NULL'})"
            f" AND ({self._after})"
        )
        order = f"{self._topic.order(self._wanted)} LIMIT {self._limit:d}"
        values = {name: value for name, value in self._values.items() if f"${name}" in where}

        def result(columns: str) -> Result:
            sql = _ROWS.format(columns=columns, rows=view, where=where, order=order)
            return self._snapshot.result(sql, values)

        return Answer(result("*"), result(select(self._topic.flat)), self._topic.record)


def _of_days(days: Sequence[date]) -> str:
    """The view of relations over some days."""
    return _OF_DAYS.format(first=min(days, default=date.max), last=max(days, default=date.min))


def _after(topic: Topic, order: Order, mark: Bookmark | None) -> str:
    """The condition of what comes after a row."""
    if mark is None:
        return "true"
    if mark.day is None:
        return f"{topic.day} IS NULL AND {topic.tie} > $after_tie"
    sign = "<" if order is Order.NEWEST else ">"
    later = f"{topic.day} {sign} $after_day OR {topic.day} IS NULL"
    return f"{later} OR ({topic.day} = $after_day AND {topic.tie} > $after_tie)"


def _values(mark: Bookmark | None) -> Mapping[str, Any]:
    if mark is None:
        return {}
    return {"after_tie": mark.tie, **({"after_day": mark.day} if mark.day else {})}
