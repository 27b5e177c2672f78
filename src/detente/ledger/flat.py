"""Flat columns for CSV: one cell a value, several values in a cell joined by semicolons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.export.columns import COLUMNS
from detente.ledger.conditions import each
from detente.store import Table


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """A column of a CSV file.

    Args:
        name: its header.
        meaning: what it holds.
        sql: reads it from the view.
    """

    name: str
    meaning: str
    sql: str


def select(columns: Iterable[FlatColumn]) -> str:
    """The columns as SQL selects them."""
    return ", ".join(f'{column.sql} AS "{column.name}"' for column in columns)


def joined(items: str) -> str:
    """A list of texts in one cell; a separator inside a text becomes a comma."""
    return f"array_to_string({each(items, _separated('p'))}, ';')"


def _separated(text: str) -> str:
    return f"replace(coalesce({text}::VARCHAR, ''), ';', ',')"


def _party_sql(name: str, parties: str) -> dict[str, str]:
    return {
        f"{name}_code": joined(each(parties, "p.code")),
        f"{name}_sector": joined(each(parties, "p.sector")),
        f"{name}_name": joined(each(parties, "p.identifier_text")),
        f"{name}_text": joined(each(parties, "p.entity_text")),
        f"{name}_office": joined(each(parties, "p.office")),
        f"{name}_span": joined(each(parties, """p."start" || '-' || p."end" """)),
    }


# The columns of the CSV that coding writes, read from the table in the place of the record.
_EVENT_SQL = {
    "article": "report",
    "event": "category",
    **_party_sql("actor", "actors"),
    **_party_sql("recipient", "recipients"),
    "context": joined("contexts"),
    "historical": "historical::INTEGER",
    "attribution_code": joined(each("attribution", "p.party.code")),
    "attribution_sector": joined(each("attribution", "p.party.sector")),
    "attribution_name": joined(each("attribution", "p.party.identifier_text")),
    "attribution_relation": joined(each("attribution", "p.relation")),
    "condition": "condition.text",
    "location": "location.name",
    "location_country": "location.country",
    "latitude": "location.latitude",
    "longitude": "location.longitude",
    "event_text": joined(each("words", "p.text")),
    "start": "sentence_start",
    "end": "sentence_end",
    "mentions": joined("mentions"),
    "coded_date": "coded_on",
}
EVENTS = (
    *(
        FlatColumn(column.name, column.meaning, _EVENT_SQL.get(column.name, f'"{column.name}"'))
        for column in COLUMNS
    ),
    FlatColumn("review", "accepted or edited by an analyst, else empty", "review"),
)


def _parties(name: str, who: str, parties: str) -> tuple[FlatColumn, ...]:
    sql = _party_sql(name, parties)
    return (
        FlatColumn(f"{name}_code", f"codes of {who}", sql[f"{name}_code"]),
        FlatColumn(f"{name}_sector", "their sectors", sql[f"{name}_sector"]),
        FlatColumn(f"{name}_name", "their fullest names", sql[f"{name}_name"]),
        FlatColumn(f"{name}_office", "offices held on the day", sql[f"{name}_office"]),
    )


def _plain(table: Table, names: Sequence[str]) -> tuple[FlatColumn, ...]:
    """Columns of a table as they are; lists of texts are joined."""
    found = {column.name: column for column in table.columns}
    return tuple(
        FlatColumn(
            name,
            found[name].meaning,
            joined(f'"{name}"') if found[name].type == "VARCHAR[]" else f'"{name}"',
        )
        for name in names
    )


def happening_columns(table: Table) -> tuple[FlatColumn, ...]:
    """The columns of happenings and contacts."""
    return (
        *_plain(table, ("id", "date", "enddate", "date_basis")),
        *_parties("actor", "those who act", "actors"),
        *_parties("recipient", "those acted on", "recipients"),
        *_plain(table, ("category", "mode", "contexts", "status", "historical", "assertion")),
        *_plain(table, ("level", "channel", "quad_code", "event_scale", "cameo", "goldstein")),
        *_plain(table, ("dead_least", "dead_most", "injured_least", "injured_most")),
        *_plain(table, ("arrested_least", "arrested_most", "condition")),
        FlatColumn("location", "place as written", "location.name"),
        FlatColumn("location_country", "its state, ISO 3166 alpha-3", "location.country"),
        *_plain(table, ("words", "text", "dyads", "sources", "first_seen", "last_seen")),
        *_plain(table, ("events", "reports", "publications")),
    )


def claim_columns(table: Table) -> tuple[FlatColumn, ...]:
    """The columns of claims."""
    return (
        *_plain(table, ("id", "said_on")),
        FlatColumn("claimant_code", "code of who says so", "claimant.code"),
        FlatColumn("claimant_sector", "its sector", "claimant.sector"),
        FlatColumn("claimant_name", "its fullest name", "claimant.identifier_text"),
        FlatColumn("claimant_office", "the office held on the day", "claimant.office"),
        *_plain(table, ("stance", "about", "dyads", "category", "mode", "text")),
        *_plain(table, ("happening", "events", "answers")),
    )


def plain_columns(table: Table, leave_out: Sequence[str] = ()) -> tuple[FlatColumn, ...]:
    """All columns of a table; what is nested goes in as JSON.

    Args:
        table: the table.
        leave_out: columns to leave out.
    """
    columns = []
    for column in table.columns:
        if column.name in leave_out:
            continue
        sql = f'"{column.name}"'
        if column.type == "VARCHAR[]":
            sql = joined(sql)
        elif "STRUCT" in column.type:
            sql = f"to_json({sql})"
        columns.append(FlatColumn(column.name, column.meaning, sql))
    return tuple(columns)
