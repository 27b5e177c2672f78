"""A ledger as one version has it, for questions in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from detente.store.faults import told
from detente.store.result import Result
from detente.store.reviewed import VIEW, Review, define_reviewed
from detente.store.runs import Run
from detente.store.schema import Row
from detente.store.views import needed, view


class Snapshot:
    """A ledger as one version has it; later writing does not change it.

    Args:
        folder: the ledger, for messages.
        run: the version; None for a ledger that has none yet.
        files: Parquet files of each table that has any.
        connection: a DuckDB connection of its own.

    Attributes:
        review: what corrections make of the events; nothing, until whoever knows sets it.
    """

    def __init__(
        self,
        folder: Path,
        run: Run | None,
        files: Mapping[str, Sequence[str]],
        connection: duckdb.DuckDBPyConnection,
    ) -> None:
        self.folder = folder
        self.run = run
        self.files = files
        self.connection = connection
        self.review = Review()
        self._made: set[str] = set()
        self._corrected: Review | None = None

    @property
    def version(self) -> int:
        """The ledger version; 0 where there is none yet."""
        return self.run.version if self.run else 0

    def relation(self, sql: str, parameters: object = None) -> duckdb.DuckDBPyRelation:
        """A query of ours over the views, not yet run.

        Args:
            sql: one SELECT; every view of ``views.NAMES`` can be named, and ``reviewed_events``:
                the events as corrected, by what ``review`` holds.
            parameters: a list for ``?``, or a dict for ``$name``.

        Raises:
            LedgerError: a file of the ledger cannot be read.
        """
        with told(self.folder, "read"):
            self.define(sql)
            return self.connection.sql(sql, params=parameters)

    def result(self, sql: str, parameters: object = None) -> Result:
        """A query of ours whose answer may be large, or taken as Arrow; the arguments are the same."""

        def opened() -> duckdb.DuckDBPyConnection:
            other = Snapshot(self.folder, self.run, self.files, self.connection.cursor())
            other.review = self.review
            other.define(sql)
            return other.connection

        return Result(opened, lambda: told(self.folder, "read"), sql, parameters)

    def define(self, sql: str) -> None:
        """Make the views that a query names."""
        corrected = VIEW in sql
        for name in needed(f"{sql} events" if corrected else sql):
            self._make(name)
        if corrected and self._corrected is not self.review:
            define_reviewed(self.connection, self.review)
            self._corrected = self.review

    def rows(self, sql: str, parameters: object = None) -> list[Row]:
        """The rows of a query of ours, by name of column."""
        found = self.relation(sql, parameters)
        with told(self.folder, "read"):
            names = found.columns
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def value(self, sql: str, parameters: object = None) -> Any:
        """The one value of a query of ours that gives one row of one column."""
        ((value,),) = (row.values() for row in self.rows(sql, parameters))
        return value

    def _make(self, name: str) -> None:
        """Views cost an opening of files each, so they are made when first named."""
        if name not in self._made:
            query = view(name, self.files, self.run.version if self.run else None)
            self.connection.execute(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {query}')
            self._made.add(name)
