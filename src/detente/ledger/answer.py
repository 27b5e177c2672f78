"""What a ledger answers: records, rows, Arrow, data frames and files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from arro3.core import Table

    from detente.store import Result, Row


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; it is asked for anew by each use, always of the same version of the ledger.

    Iterating gives one record at a time, ready for ``json.dumps``, however many there are. The
    columns of ``arrow``, ``polars``, ``pandas`` and Parquet are those of the ledger's table.

    Args:
        result: the rows of the table.
        flat: the same rows as CSV has them.
        record: makes a row a record.
    """

    result: Result
    flat: Result
    record: Callable[[Row], Row]

    def __iter__(self) -> Iterator[Row]:
        return map(self.record, self.result.rows())

    def count(self) -> int:
        """How many records there are."""
        return self.result.count()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows for any library that takes Arrow."""
        return self.result.__arrow_c_stream__(requested_schema)

    def arrow(self) -> Table:
        """The rows as an Arrow table (``arro3.core.Table``)."""
        return self.result.arrow()

    def polars(self) -> pl.DataFrame:
        """The rows as a Polars data frame.

        Raises:
            MissingExtraError: Polars is not installed.
        """
        return self.result.polars()

    def pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return self.result.pandas()

    def write_jsonl(self, stream: TextIO) -> None:
        """Write one JSON record a line."""
        stream.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in self)

    def write_csv(self, stream: TextIO) -> None:
        """Write a header and a row for each record.

        Args:
            stream: where to write; a file must be opened with ``newline=""``.
        """
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(self.flat.names)
        rows.writerows(self.flat.tuples())

    def write_parquet(self, path: Path) -> None:
        """Write a Parquet file."""
        self.result.write_parquet(path)
