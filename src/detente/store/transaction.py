"""What a writer puts into a ledger: all of it becomes one version, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from detente.store.delta import DeltaFiles
from detente.store.runs import Run, run_row
from detente.store.schema import RUNS, SUPERSEDED, Row
from detente.store.snapshot import Snapshot
from detente.store.typed import Query, typed


class Transaction:
    """Rows gathered under the lock; nothing of them is seen before ``commit``.

    Args:
        tables: all tables.
        snapshot: the latest version.
        versions: Delta version of each table that exists.
        on_commit: called with each version that was written.
    """

    def __init__(
        self,
        tables: Mapping[str, DeltaFiles],
        snapshot: Snapshot,
        versions: Mapping[str, int],
        on_commit: Callable[[Run], None],
    ) -> None:
        self.snapshot = snapshot
        self.version = snapshot.version + 1
        self._tables = tables
        self._versions = dict(versions)
        self._on_commit = on_commit
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table; their column ``version`` is this transaction's."""
        self._rows[table].extend(rows)

    def load(self, table: str, query: str, parameters: object = None) -> None:
        """Write the rows of a query to a table at once; for more than memory should hold.

        Args:
            table: the table.
            query: one SELECT that has the table's columns by name; they are cast to their types.
            parameters: a list for ``?``, or a dict for ``$name``.
        """
        self.snapshot.define(query)
        columns = self._tables[table].table.typed_names
        self._append(table, Query(f"SELECT {columns} FROM ({query})", parameters))  # noqa: S608

    def supersede(self, table: str, parts: Iterable[str]) -> None:
        """Replace the rows of earlier versions in some parts of a table.

        Args:
            table: the table.
            parts: values of its part column.
        """
        self.add(
            SUPERSEDED.name,
            (
                {"version": self.version, "table_name": table, "part": part}
                for part in sorted(set(parts))
            ),
        )

    def commit(self, run: Run) -> Run:
        """Write what was gathered, and last of all the version that makes it seen.

        Args:
            run: what was done; its version, time and tables are filled in here.
        """
        for name, rows in self._rows.items():
            if rows:
                self._append(name, typed(self._tables[name].table, rows))
        self._rows.clear()
        run = replace(
            run, version=self.version, time=datetime.now(UTC), tables=dict(self._versions)
        )
        self._tables[RUNS.name].append(self.snapshot.connection, typed(RUNS, [run_row(run)]))
        self._on_commit(run)
        return run

    def _append(self, table: str, rows: Query) -> None:
        self._versions[table] = self._tables[table].append(self.snapshot.connection, rows)
