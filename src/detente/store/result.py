"""What a query gives: as rows, as Arrow, as a data frame, or as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from detente.errors import MissingExtraError
from detente.store.faults import told
from detente.store.schema import Row

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from arro3.core import Table

_AT_A_TIME = 1_000
_EXTRA = "frames"


@dataclass(frozen=True, slots=True)
class Result:
    """A query, run anew by each use of it; two uses do not disturb each other.

    Args:
        opened: gives a connection of its own that knows the views.
        told: turns what goes wrong below into an error of ours.
        sql: one SELECT.
        parameters: a dict for ``$name``, a list for ``?``, or None.
    """

    opened: Callable[[], duckdb.DuckDBPyConnection]
    told: Callable[[], AbstractContextManager[None]]
    sql: str
    parameters: object = None

    def relation(self) -> duckdb.DuckDBPyRelation:
        """The query, not yet run."""
        with self.told():
            return self.opened().sql(self.sql, params=self.parameters)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, each once: a second ``a`` is ``a_1``."""
        found: dict[str, None] = {}
        for name in self.relation().columns:
            number, given = 0, name
            while given in found:
                number, given = number + 1, f"{name}_{number + 1}"
            found[given] = None
        return tuple(found)

    def count(self) -> int:
        """How many rows there are."""
        relation = self.relation()
        with self.told():
            return len(relation)

    def tuples(self) -> Iterator[tuple[Any, ...]]:
        """The rows one by one; not all of them are held at once."""
        with self.told():
            found = self.opened().execute(self.sql, self.parameters)
            while batch := found.fetchmany(_AT_A_TIME):
                yield from batch

    def rows(self) -> Iterator[Row]:
        """The rows one by one, by name of column."""
        names = self.names
        for row in self.tuples():
            yield dict(zip(names, row, strict=True))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows for any library that takes Arrow."""
        return self.relation().__arrow_c_stream__(requested_schema)

    def arrow(self) -> Table:
        """The rows as an Arrow table."""
        from arro3.core import Table  # noqa: PLC0415 - few ask for it

        relation = self.relation()
        with self.told():
            return Table.from_arrow(relation)

    def polars(self) -> pl.DataFrame:
        """The rows as a Polars data frame.

        Raises:
            MissingExtraError: Polars is not installed.
        """
        try:
            import polars as pl  # noqa: PLC0415 - an extra
        except ImportError as fault:
            raise MissingExtraError("a Polars data frame", _EXTRA) from fault
        return pl.DataFrame(self.arrow())

    def pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas  # noqa: F401, ICN001, PLC0415 - an extra
        except ImportError as fault:
            raise MissingExtraError("a pandas data frame", _EXTRA) from fault
        relation = self.relation()
        with self.told():
            return relation.df()

    def write_parquet(self, path: Path) -> None:
        """Write the rows to a Parquet file; the same rows give the same bytes."""
        relation = self.relation()
        with self.told(), _written(path):
            relation.write_parquet(str(path), compression="zstd", use_tmp_file=False)

    def write_csv(self, path: Path) -> None:
        """Write the rows to a CSV file with a header; the same rows give the same bytes."""
        relation = self.relation()
        with self.told(), _written(path):
            relation.write_csv(str(path), header=True, use_tmp_file=False)


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Turn what the file system refuses into an error about the file that is written.

    Raises:
        LedgerError: it cannot be written.
    """
    try:
        yield
    except duckdb.IOException:
        with told(path, "written"):
            raise
