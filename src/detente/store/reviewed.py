"""Events as corrected: what an analyst rejected is left out, what was edited stands in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from detente.store.schema import EVENTS, Row
from detente.store.typed import typed

VIEW = "reviewed_events"
REVIEW_COLUMN = ("review", "VARCHAR", "accepted or edited by an analyst, else null")


@dataclass(frozen=True, slots=True)
class Review:
    """What corrections make of the events of one version.

    Args:
        marks: accepted, edited or rejected, by id of the event.
        edited: the events that were edited, as rows of ``events``.
    """

    marks: Mapping[str, str] = field(default_factory=dict)
    edited: Sequence[Row] = ()


def define_reviewed(
    connection: duckdb.DuckDBPyConnection,
    review: Review,
    events: str = "events",
    *,
    shared: bool = False,
) -> None:
    """Make the view of the events as corrected.

    Args:
        connection: knows the events as coded.
        review: what corrections make of them.
        events: the name by which it knows them.
        shared: whether all connections to its database shall see the view.
    """
    make = f"CREATE OR REPLACE {'' if shared else 'TEMP '}"
    if not review.marks:
        query = f"SELECT *, NULL::VARCHAR AS review FROM {events}"  # noqa: S608 - own name
        connection.execute(f"{make}VIEW {VIEW} AS {query}")
        return
    _keep(connection, review, make)
    connection.execute(f"""
        {make}VIEW {VIEW} AS
        SELECT coded.*, marks.mark AS review
        FROM {events} AS coded LEFT JOIN review_marks AS marks ON coded.id = marks.event
        WHERE marks.mark IS NULL OR marks.mark = 'accepted'
        UNION ALL SELECT *, 'edited' AS review FROM edited_events
    """)  # noqa: S608 - own names


def _keep(connection: duckdb.DuckDBPyConnection, review: Review, make: str) -> None:
    connection.execute(f"{make}TABLE review_marks (event VARCHAR, mark VARCHAR)")
    marks = [list(review.marks), list(review.marks.values())]
    connection.execute("INSERT INTO review_marks SELECT unnest(?), unnest(?)", marks)
    edited = typed(EVENTS, list(review.edited))
    columns = ", ".join(f'"{column.name}" {column.type}' for column in EVENTS.columns)
    connection.execute(f"{make}TABLE edited_events ({columns})")
    connection.execute(f"INSERT INTO edited_events {edited.sql}", edited.parameters)
