"""A page of happenings, and the marks that stand for them on a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.ledger import kept
from detente.ledger.dyad.entries import entries_of
from detente.ledger.dyad.entry import Entry
from detente.ledger.filters import Filter, Order
from detente.ledger.topics import TOPICS
from detente.records import Assertion, Level, Status
from detente.store import Row, Snapshot

_DAY = "coalesce(date, first_seen)"
_KEYS = f"""
    SELECT id, earliest, count(*) OVER () AS number FROM {{acts}} WHERE {{where}}
    ORDER BY {_DAY} {{direction}} NULLS LAST, id LIMIT $limit OFFSET $offset
"""  # noqa: S608 - own names
_NEWS = """
    SELECT id, earliest FROM {acts} WHERE first_seen <= $today AND first_seen >= $since
    ORDER BY first_seen DESC, date DESC NULLS LAST, id LIMIT $limit
"""
_MARKS = f"""
    SELECT id, {_DAY} AS day, enddate, category, mode, quad_code, status, assertion, level, channel,
        count(*) OVER () AS number
    FROM {{acts}} WHERE ({{where}}) AND {_DAY} IS NOT NULL
    ORDER BY {_DAY} DESC, id LIMIT $limit
"""  # noqa: S608 - own names
_LAST = "SELECT max(published_on) FROM articles WHERE published_on <= $today"
_USUAL = 25
# Nearly always the last weeks hold enough, and all that lies before them can be passed over.
_LATELY = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Listing:
    """Some of the happenings that are wanted.

    Args:
        number: how many there are, listed or not.
        listed: those listed, in their order.
    """

    number: int
    listed: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening as a chart shows it.

    Args:
        happening: its id.
        day: its first possible day, else that of the first report.
        last: its last possible day, or None.
        category: PLOVER category.
        mode: PLOVER mode, or None.
        quad_code: 1 to 4.
        status: whether it took place.
        assertion: on whose word it rests.
        level: rank of a contact; None where it is none.
        channel: channel of a contact; None where it is none.
    """

    happening: str
    day: date
    last: date | None
    category: str
    mode: str | None
    quad_code: int
    status: Status
    assertion: Assertion
    level: Level | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """The latest of the happenings that are wanted, as a chart shows them.

    Args:
        number: how many have a day, shown or not.
        shown: the latest first.
    """

    number: int
    shown: tuple[Mark, ...]


def listing_of(snapshot: Snapshot, wanted: Filter) -> Listing:
    """A page of happenings.

    Args:
        snapshot: the ledger.
        wanted: which, in which order, from where and how many; 25 where it does not say.

    Raises:
        QuestionError: the filter does not fit happenings.
    """
    number = _USUAL if wanted.limit is None else wanted.limit
    direction = "DESC" if wanted.order is Order.NEWEST else "ASC"
    rows = _asked(snapshot, _KEYS, wanted, direction=direction, limit=number, offset=wanted.offset)
    found = entries_of(snapshot, {row["id"]: row["earliest"] for row in rows}, wanted.known)
    listed = (found[row["id"]] for row in rows if row["id"] in found)
    if rows or not wanted.offset:
        return Listing(rows[0]["number"] if rows else 0, tuple(listed))
    return Listing(listing_of(snapshot, replace(wanted, limit=1, offset=0)).number, ())


def news_of(snapshot: Snapshot, today: date, limit: int) -> tuple[Entry, ...]:
    """The happenings that were reported last, the latest first.

    Args:
        snapshot: the ledger.
        today: what is reported later is left out.
        limit: how many.
    """
    last = snapshot.value(_LAST, {"today": today}) or today
    wanted = {"today": today, "limit": limit}
    query = _NEWS.format(acts=kept.acts(snapshot))
    rows = snapshot.rows(query, {**wanted, "since": last - _LATELY})
    if len(rows) < limit:
        rows = snapshot.rows(query, {**wanted, "since": date.min})
    found = entries_of(snapshot, {row["id"]: row["earliest"] for row in rows}, None)
    return tuple(found[row["id"]] for row in rows)


def marks_of(snapshot: Snapshot, wanted: Filter, limit: int) -> Marks:
    """The latest happenings as a chart shows them.

    Args:
        snapshot: the ledger.
        wanted: which.
        limit: how many at most.

    Raises:
        QuestionError: the filter does not fit happenings.
    """
    rows = _asked(snapshot, _MARKS, wanted, limit=limit)
    return Marks(rows[0]["number"] if rows else 0, tuple(_marks(rows)))


def _asked(
    snapshot: Snapshot, query: str, wanted: Filter, direction: str = "", **values: int
) -> list[Row]:
    where = TOPICS["happenings"].where(wanted)
    acts = kept.acts(snapshot, [name for name, _ in wanted.wanted()])
    sql = query.format(acts=acts, where=where.sql, direction=direction)
    return snapshot.rows(sql, {**where.parameters, **values})


def _marks(rows: Iterable[Row]) -> Iterable[Mark]:
    for row in rows:
        yield Mark(
            happening=row["id"],
            day=row["day"],
            last=row["enddate"],
            category=row["category"],
            mode=row["mode"],
            quad_code=row["quad_code"],
            status=Status(row["status"]),
            assertion=Assertion(row["assertion"]),
            level=Level(row["level"]) if row["level"] else None,
            channel=row["channel"],
        )
