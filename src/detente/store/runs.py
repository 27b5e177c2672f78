"""The versions of a ledger: one run each, with the table versions that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from detente.store.schema import Row

_SAME = (
    *("version", "time", "command", "coder", "lexicon", "articles", "events", "rejects"),
    *("folded_to", "author", "note"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One version of a ledger.

    Args:
        version: from 1.
        time: when it was made, in UTC.
        command: what was done: ``add``, ``recode``, ``correct``.
        coder: name and version of the coder, or None.
        lexicon: digest of the lexicon and registry, or None.
        articles: reports added or coded again.
        events: events coded from them.
        rejects: files and records that could not be read.
        folded_to: version up to which events are folded.
        tables: Delta version of each table.
        author: who did it, or None.
        note: a remark, or None.
    """

    version: int
    time: datetime
    command: str
    coder: str | None = None
    lexicon: str | None = None
    articles: int = 0
    events: int = 0
    rejects: int = 0
    folded_to: int = 0
    author: str | None = None
    note: str | None = None
    tables: Mapping[str, int] = field(default_factory=dict)


def run_row(run: Run) -> Row:
    """A run as a row, ready for ``json.dumps``."""
    return {
        **{name: getattr(run, name) for name in _SAME},
        "time": run.time.astimezone(UTC).isoformat(),
        "tables": [{"name": name, "version": number} for name, number in run.tables.items()],
    }


def run_of(row: Row) -> Run:
    """The run of a row of the table."""
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    same["time"] = row["time"].astimezone(UTC)
    return Run(**same, tables={item["name"]: item["version"] for item in row["tables"]})
