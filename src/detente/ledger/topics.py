"""What a ledger can be asked for: events, happenings, contacts, claims, relations, articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.errors import QuestionError
from detente.ledger import conditions, flat
from detente.ledger.conditions import Condition, Where
from detente.ledger.filters import Filter, Order
from detente.ledger.flat import FlatColumn
from detente.ledger.records import article_record, event_record, plain_record
from detente.store import ARTICLES, CLAIMS, EVENTS, HAPPENINGS, REVIEWED, Column, Row, Table

RELATIONS = Table(
    "relations",
    "what happened between a pair on a day; what is told as denied or not yet done is left out",
    None,
    ("dyad", "date"),
    (
        Column("dyad", "VARCHAR", "the pair, codes in alphabetical order: FRA-RUS"),
        Column("date", "DATE", "the day; the first of those possible"),
        Column("happenings", "BIGINT", "how many happenings"),
        Column("verbal_cooperation", "BIGINT", "how many of quad code 1"),
        Column("material_cooperation", "BIGINT", "of quad code 2"),
        Column("verbal_conflict", "BIGINT", "of quad code 3"),
        Column("material_conflict", "BIGINT", "of quad code 4"),
        Column("event_scale", "DOUBLE", "sum of their PLOVER scores"),
        Column("goldstein", "DOUBLE", "sum of their Goldstein values"),
        Column("categories", "MAP(VARCHAR, UBIGINT)", "how many by PLOVER category"),
    ),
)
CONTACTS = Table(
    "contacts",
    "a happening in which two parties are in contact: the columns are those of happenings",
    None,
    HAPPENINGS.order,
    HAPPENINGS.columns,
)
_CATEGORIES = "array_to_string(list_transform(map_entries(categories), lambda e: e.key || ':' || e.value), ';')"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to ask a ledger for.

    Args:
        table: its columns, as the user's SQL sees them.
        view: where its rows are read from.
        day: the column of the first day.
        tie: the column that settles the order of what has one day.
        near: the column by which its rows lie in the files, never null; None where there is none.
        conditions: what each field of a filter means for it.
        flat: its columns in CSV.
        record: makes a row the record that is written as JSON.
    """

    table: Table
    view: str
    day: str
    tie: str
    near: str | None
    conditions: Mapping[str, Condition]
    flat: tuple[FlatColumn, ...]
    record: Callable[[Row], Row]

    @property
    def place(self) -> str:
        """The column by which its rows are found in the files."""
        return self.near or self.day

    def where(self, wanted: Filter) -> Where:
        """The conditions of a filter.

        Raises:
            QuestionError: the filter asks for something that this topic does not have.
        """
        for name, _ in wanted.wanted():
            if name not in self.conditions:
                message = f"{self.table.name} cannot be filtered by {name}"
                raise QuestionError(f"{message}; there is {', '.join(sorted(self.conditions))}")
        return conditions.where(self.conditions, wanted.wanted())

    def select(self, columns: str, where: str, wanted: Filter) -> str:
        """A query for what is wanted.

        Args:
            columns: what to select.
            where: the conditions of the filter.
            wanted: the filter, for order and number.
        """
        order, number = self.order(wanted), self._number(wanted)
        if self.near is None or wanted.limit is None:
            return f"SELECT {columns} FROM {self.view} WHERE {where} {order} {number}"  # noqa: S608
        # Of many rows in question few are wanted: only of these all columns are unpacked.
        keys = f"{self.near}, {self.tie}"
        few = f"SELECT {keys} FROM {self.view} WHERE {where} {order} {number}"  # noqa: S608 - bound
        return f"SELECT {columns} FROM {self.view} WHERE ({keys}) IN ({few}) {order}"  # noqa: S608

    def order(self, wanted: Filter) -> str:
        """The order in which a filter wants the rows."""
        direction = "DESC" if wanted.order is Order.NEWEST else "ASC"
        return f"ORDER BY {self.day} {direction} NULLS LAST, {self.tie}"

    def _number(self, wanted: Filter) -> str:
        parts = []
        if wanted.limit is not None:
            parts.append(f"LIMIT {wanted.limit:d}")
        if wanted.offset:
            parts.append(f"OFFSET {wanted.offset:d}")
        return " ".join(parts)


TOPICS: Mapping[str, Topic] = {
    "events": Topic(
        EVENTS, REVIEWED, "date", "id", None, conditions.EVENTS, flat.EVENTS, event_record
    ),
    "happenings": Topic(
        HAPPENINGS,
        "happenings",
        "date",
        "id",
        "earliest",
        conditions.HAPPENINGS,
        flat.happening_columns(HAPPENINGS),
        plain_record,
    ),
    "contacts": Topic(
        CONTACTS,
        "contacts",
        "date",
        "id",
        "earliest",
        conditions.CONTACTS,
        flat.happening_columns(HAPPENINGS),
        plain_record,
    ),
    "claims": Topic(
        CLAIMS,
        "claims",
        "said_on",
        "id",
        None,
        conditions.CLAIMS,
        flat.claim_columns(CLAIMS),
        plain_record,
    ),
    "relations": Topic(
        RELATIONS,
        "relations",
        "date",
        "dyad",
        None,
        conditions.RELATIONS,
        (
            *flat.plain_columns(RELATIONS, ["categories"]),
            FlatColumn("categories", "how many by PLOVER category", _CATEGORIES),
        ),
        plain_record,
    ),
    "articles": Topic(
        ARTICLES,
        "articles",
        "published_on",
        "key",
        None,
        conditions.ARTICLES,
        flat.plain_columns(ARTICLES, ["version", "text"]),
        article_record,
    ),
}
