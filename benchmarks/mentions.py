"""Made-up mentions, each of a report of its own, to be folded."""

from __future__ import annotations

import duckdb
from stories import News, make_events

from detente.fold import Mention
from detente.store import event_of

_NEWS = "SELECT * FROM made ORDER BY published, id"


def mentions(news: News) -> list[Mention]:
    """Mentions of happenings that one to many reports tell, in the order of reports.

    Args:
        news: how many, and of whom.
    """
    with duckdb.connect() as connection:
        make_events(connection, news)
        found = connection.sql(_NEWS)
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    events = map(event_of, rows)
    return [Mention(event, event.id) for event in events]
