"""The tables of a data set that is given away, and what their columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.ledger import flat
from detente.ledger.flat import FlatColumn, select
from detente.ledger.topics import TOPICS
from detente.store import (
    ARTICLES,
    CORRECTIONS,
    EVENTS,
    REJECTS,
    REVIEW_COLUMN,
    REVIEWED,
    RUNS,
    Column,
    Table,
)

# The text of a report is seldom the coder's own to give away.
_FULL_TEXT = "text"
_INTERNAL = ("tables", "folded_to")
_CHANGED = f"""(SELECT * FROM events WHERE id NOT IN (
    SELECT id FROM {REVIEWED} WHERE review IS DISTINCT FROM 'edited'))"""  # noqa: S608 - own names


@dataclass(frozen=True, slots=True)
class DatasetTable:
    """A table of a data set.

    Args:
        name: its name, and that of its files.
        meaning: what a row is, in one line.
        source: what it is read from, in SQL.
        order: columns that put its rows in an order of their own.
        columns: those of its Parquet file.
        flat: those of its CSV file.
    """

    name: str
    meaning: str
    source: str
    order: str
    columns: tuple[Column, ...]
    flat: tuple[FlatColumn, ...]

    @property
    def parquet_sql(self) -> str:
        """The rows of its Parquet file."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        return f"SELECT {names} FROM {self.source} ORDER BY {self.order}"  # noqa: S608 - own names

    @property
    def csv_sql(self) -> str:
        """The rows of its CSV file."""
        inner = f"SELECT * FROM {self.source} ORDER BY {self.order}"  # noqa: S608 - own names
        return f"SELECT {select(self.flat)} FROM ({inner})"  # noqa: S608 - own names

    def dictionary(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Table, form, column, type and meaning of every column."""
        for column in self.columns:
            yield self.name, "parquet", column.name, column.type, column.meaning
        for cell in self.flat:
            yield self.name, "csv", cell.name, "text", cell.meaning


def dataset_tables(*, full_text: bool) -> tuple[DatasetTable, ...]:
    """The tables of a data set.

    Args:
        full_text: whether the text of the reports is among them.
    """
    events = (*EVENTS.columns, Column(*REVIEW_COLUMN))
    coded = tuple(column for column in flat.EVENTS if column.name != REVIEW_COLUMN[0])
    return (
        _plain(ARTICLES, "key", () if full_text else (_FULL_TEXT,)),
        DatasetTable(
            "events",
            "one coded mention of an act, with its evidence, as corrected by analysts",
            REVIEWED,
            "date NULLS LAST, id",
            events,
            flat.EVENTS,
        ),
        DatasetTable(
            "events_before_correction",
            "the coder's own word on each event that analysts edited or rejected",
            _CHANGED,
            "id",
            EVENTS.columns,
            coded,
        ),
        *(_topic(name) for name in ("happenings", "contacts", "claims", "relations")),
        _plain(CORRECTIONS, "version, time, event, field"),
        _plain(REJECTS, "version, source, record, problem"),
        _plain(RUNS, "version", _INTERNAL),
    )


def _topic(name: str) -> DatasetTable:
    topic = TOPICS[name]
    order = f"{topic.day} NULLS LAST, {topic.tie}"
    return DatasetTable(
        name, topic.table.meaning, topic.view, order, topic.table.columns, topic.flat
    )


def _plain(table: Table, order: str, leave_out: Sequence[str] = ()) -> DatasetTable:
    columns = tuple(column for column in table.columns if column.name not in leave_out)
    cells = flat.plain_columns(table, leave_out)
    return DatasetTable(table.name, table.meaning, table.name, order, columns, cells)
