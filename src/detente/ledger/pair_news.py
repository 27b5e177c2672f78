"""What was reported last of two parties, each happening under a name that it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from detente.ledger import kept
from detente.ledger.dyad.entries import entries_of
from detente.ledger.dyad.entry import Entry
from detente.store import Snapshot, listed

_NEWS = """
    SELECT id, earliest FROM {acts} WHERE list_contains(dyads, $dyad) AND {whether}
    ORDER BY last_seen DESC NULLS LAST, date DESC NULLS LAST, id LIMIT $limit
"""
_KNOWN_SINCE = "SELECT id, version FROM events WHERE id IN ({ids})"


@dataclass(frozen=True, slots=True)
class PairNews:
    """A happening of two parties.

    Args:
        entry: the happening.
        first: id of that of its events which the ledger had first: unlike the happening's own id it
            stays the same when another report is added.
        first_seen: day of the first report, or None.
        last_seen: day of the last report, or None.
    """

    entry: Entry
    first: str
    first_seen: date | None
    last_seen: date | None


def pair_news_of(
    snapshot: Snapshot, dyad: str, limit: int, *, contacts: bool
) -> tuple[PairNews, ...]:
    """What was reported last of two parties, the latest first.

    Args:
        snapshot: the ledger.
        dyad: the two, as ``dyads`` has them: ``FRA-RUS``.
        limit: how many.
        contacts: whether only contacts are wanted.
    """
    query = _NEWS.format(
        acts=kept.acts(snapshot), whether="level IS NOT NULL" if contacts else "true"
    )
    rows = snapshot.rows(query, {"dyad": dyad, "limit": limit})
    found = entries_of(snapshot, {row["id"]: row["earliest"] for row in rows}, None)
    entries = [found[row["id"]] for row in rows if row["id"] in found]
    since = _known_since(snapshot, entries)
    return tuple(_news(entry, since) for entry in entries)


def _known_since(snapshot: Snapshot, entries: Iterable[Entry]) -> Mapping[str, int]:
    """The version that added each event, of happenings that several tell of."""
    told = [entry.reports for entry in entries if len(entry.reports) > 1]
    events = {report.event for reports in told for report in reports}
    if not events:
        return {}
    rows = snapshot.rows(_KNOWN_SINCE.format(ids=listed(sorted(events))))
    return {row["id"]: row["version"] for row in rows}


def _news(entry: Entry, since: Mapping[str, int]) -> PairNews:
    days = [report.published for report in entry.reports if report.published]
    return PairNews(
        entry=entry,
        first=min((since.get(item.event, 0), item.event) for item in entry.reports)[1],
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
    )
