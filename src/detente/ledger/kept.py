"""The narrow columns of all happenings, kept in memory by whoever answers many questions.

A question that goes over all that a pair ever had takes sixty milliseconds to unpack them from the
files of a million events, and three to read them here.
"""

from __future__ import annotations

import threading
from collections.abc import Collection

from detente.store import Snapshot

# About 300 bytes each: a ledger of more is asked from its files.
MOST = 3_000_000
_COLUMNS = (
    "version, component, id, earliest, date, enddate, date_basis, historical, first_seen, last_seen,"
    " status, assertion, category, mode, quad_code, level, channel, dyads, codes"
)
# What filters can ask for that these columns answer.
FIELDS = frozenset(
    [
        "party",
        "dyad",
        "category",
        "mode",
        "status",
        "since",
        "until",
        "known",
        "assertion",
        "level",
        "channel",
    ]
)
_TABLE, _FILES = "memory.main.kept_happenings", "happenings"
_MADE = "SELECT comment FROM duckdb_tables() WHERE table_name = 'kept_happenings'"
_NUMBER = "SELECT count(*) FROM happenings"
_REPLACED = """
    SELECT part, max(version) AS until FROM superseded
    WHERE table_name = 'happenings' AND version > $since AND version <= $version GROUP BY part
"""
_MAKE = f"""
    CREATE OR REPLACE TABLE {_TABLE} AS
    SELECT {_COLUMNS}, NULL::BIGINT AS gone FROM happenings ORDER BY dyads[1], earliest
"""  # noqa: S608 - own names
_LET_GO = f"""
    UPDATE {_TABLE} AS kept SET gone = replaced.until FROM ({_REPLACED}) AS replaced
    WHERE kept.component = replaced.part AND kept.version < replaced.until AND kept.gone IS NULL
"""  # noqa: S608 - own names
_TAKE_IN = f"""
    INSERT INTO {_TABLE} SELECT {_COLUMNS}, NULL FROM happenings WHERE version > $since
"""  # noqa: S608 - own names


def acts(snapshot: Snapshot, fields: Collection[str] = ()) -> str:
    """What the narrow columns of happenings are read from, in SQL: memory, or the files.

    Args:
        snapshot: the version that is asked.
        fields: fields of the filter that is asked for.
    """
    if not FIELDS.issuperset(fields):
        return _FILES
    rows = snapshot.rows(_MADE)
    since = int(rows[0]["comment"]) if rows and rows[0]["comment"] else None
    version = snapshot.version
    if since is None or not since <= version:
        return _FILES
    live = f"version <= {version:d} AND (gone IS NULL OR gone > {version:d})"
    return f"(SELECT * FROM {_TABLE} WHERE {live})"  # noqa: S608 - own names


class KeptHappenings:
    """Makes the table and brings it up to later versions."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: int | None = None
        self._is_refused = False

    def bring_up(self, snapshot: Snapshot) -> None:
        """Take in what a version has that the table has not.

        Args:
            snapshot: the version; its connection is to the database that all readers share.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        with self._lock:
            if self._is_refused or (self._last is not None and snapshot.version <= self._last):
                return
            if self._last is None or not self._followed(snapshot, self._last):
                self._make(snapshot)

    def _make(self, snapshot: Snapshot) -> None:
        if snapshot.value(_NUMBER) > MOST:
            self._is_refused = True
            return
        _run(snapshot, _MAKE)
        _run(snapshot, f"COMMENT ON TABLE {_TABLE} IS '{snapshot.version:d}'")
        self._last = snapshot.version

    def _followed(self, snapshot: Snapshot, last: int) -> bool:
        """Whether what came since could be told; after compaction it sometimes cannot."""
        since = {"since": last}
        _run(snapshot, _LET_GO, {**since, "version": snapshot.version})
        _run(snapshot, _TAKE_IN, since)
        live = f"SELECT count(*) FROM {_TABLE} WHERE gone IS NULL"  # noqa: S608 - own names
        if snapshot.value(live) != snapshot.value(_NUMBER):
            return False
        self._last = snapshot.version
        return True


def _run(snapshot: Snapshot, sql: str, parameters: object = None) -> None:
    snapshot.define(sql)
    snapshot.connection.execute(sql, parameters)
