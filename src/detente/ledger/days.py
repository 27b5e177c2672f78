"""Conditions on days, by which a reader leaves out most of a table that lies in their order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_MOST = 200


def on_days(column: str, days: Iterable[date | None]) -> str:
    """A condition that holds where a column is one of some days.

    Args:
        column: its name.
        days: the days; None stands for null. Very many give a condition that always holds.
    """
    wanted = set(days)
    if len(wanted) > _MOST:
        return "true"
    dated = sorted(day for day in wanted if day is not None)
    listed = ", ".join(f"DATE '{day.isoformat()}'" for day in dated)
    parts = [f"{column} IN ({listed})"] if dated else []
    parts += [f"{column} IS NULL"] if None in wanted else []
    return f"({' OR '.join(parts) or 'false'})"
