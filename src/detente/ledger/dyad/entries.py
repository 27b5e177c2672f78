"""The chosen happenings as the answer shows them, with only what was known on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from detente.ledger.dyad.entry import Entry, reports_of
from detente.records import Assertion, DateBasis, Level, Stance, Status
from detente.store import Row, Snapshot, days_of, listed, parties_of

_COLUMNS = (
    "id, category, mode, quad_code, status, assertion, date, enddate, date_basis, actors,"
    " recipients, level, channel, location.name AS place, contexts, condition, text, best, events,"
    " reports, publications, published"
)
_WHERE = "earliest IN ({days}) AND id IN ({ids})"
_TELLINGS = "SELECT id, tellings FROM happenings WHERE {where}"


def entries_of(
    snapshot: Snapshot, wanted: Mapping[str, date], known_on: date | None
) -> dict[str, Entry]:
    """Happenings by their ids.

    Args:
        snapshot: the ledger.
        wanted: ids with the first day that a report of each gives.
        known_on: only what was published by this day is told; None where all is.
    """
    if not wanted:
        return {}
    where = _WHERE.format(days=listed(sorted(set(wanted.values()))), ids=listed(sorted(wanted)))
    # The ids and days come from the ledger itself; as literals they reach the reader of the files,
    # which then leaves out what it need not unpack.
    rows = snapshot.rows(f"SELECT {_COLUMNS} FROM happenings WHERE {where}")  # noqa: S608
    found = {row["id"]: _entry(row, known_on) for row in rows}
    if known_on is not None:
        found |= _as_known(snapshot, where, rows, found, known_on)
    return {name: entry for name, entry in found.items() if entry.reports}


def _as_known(
    snapshot: Snapshot,
    where: str,
    rows: Iterable[Row],
    entries: Mapping[str, Entry],
    known_on: date,
) -> Iterator[tuple[str, Entry]]:
    """Happenings of which some reports came later, by what the others say."""
    cut = (row for row in rows if len(entries[row["id"]].reports) < len(row["events"]))
    best = {row["id"]: row["best"] for row in cut}
    if not best:
        return
    query = _TELLINGS.format(where=f"({where}) AND id IN ({listed(sorted(best))})")
    for row in snapshot.rows(query):
        told = [
            item for item in row["tellings"] if item["published"] and item["published"] <= known_on
        ]
        if told:
            yield row["id"], _as_told(entries[row["id"]], told, best[row["id"]])


def _entry(row: Row, known_on: date | None) -> Entry:
    return Entry(
        happening=row["id"],
        category=row["category"],
        mode=row["mode"],
        quad_code=row["quad_code"],
        status=Status(row["status"]),
        assertion=Assertion(row["assertion"]),
        when=days_of(row),
        actors=parties_of(row["actors"]),
        recipients=parties_of(row["recipients"]),
        level=Level(row["level"]) if row["level"] else None,
        channel=row["channel"],
        place=row["place"],
        topics=tuple(row["contexts"]),
        condition=row["condition"],
        text=row["text"],
        reports=reports_of(row, known_on),
    )


def _as_told(entry: Entry, told: Sequence[Row], best: str) -> Entry:
    """A happening by the words and days of the reports there were."""
    entry = replace(entry, assertion=_assertion(told, entry))
    if any(row["event"] == best for row in told):
        return entry
    row = min(told, key=lambda row: (row["stance"] == Stance.DENIES, not _dates(row)))
    return replace(entry, text=row["text"], when=days_of(row))


def _dates(row: Row) -> bool:
    return bool(row["date_basis"] == DateBasis.TEXT)


def _assertion(told: Sequence[Row], entry: Entry) -> Assertion:
    if any(row["stance"] == Stance.DENIES for row in told):
        return Assertion.DENIED
    if any(not row["speakers"] for row in told):
        return Assertion.PRESS
    speakers = {party["code"] for row in told for party in row["speakers"]}
    sides = [side for side in _sides(entry) if side & speakers]
    return Assertion.BOTH_SIDES if len(sides) > 1 else Assertion.ONE_SIDE


def _sides(entry: Entry) -> list[set[str]]:
    """Codes of each side; in a meeting, every state is one."""
    acting = {party.code for party in entry.actors if party.code}
    acted_on = {party.code for party in entry.recipients if party.code}
    return [acting, acted_on - acting] if acted_on else [{code} for code in acting]
