"""The tables of a ledger: every column with its DuckDB type and what it means.

Tables are only ever added to. A row carries the ledger version that added it; a later version
replaces the rows of an article or a component by naming it in ``superseded``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]

PARTY = (
    "STRUCT(code VARCHAR, sector VARCHAR, entity_text VARCHAR, identifier_text VARCHAR,"
    ' identifier_id VARCHAR, office VARCHAR, "start" INTEGER, "end" INTEGER, gender VARCHAR)'
)
WORDS = 'STRUCT(text VARCHAR, "start" INTEGER, "end" INTEGER)'
LOCATION = (
    "STRUCT(name VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE,"
    ' geonames_id BIGINT, "start" INTEGER, "end" INTEGER)'
)
_ATTRIBUTION = f'STRUCT(party {PARTY}, relation VARCHAR, "start" INTEGER, "end" INTEGER)'
_TELLING = (
    "STRUCT(event VARCHAR, article VARCHAR, report VARCHAR, publication VARCHAR, published DATE,"
    f" stance VARCHAR, speakers {PARTY}[], date DATE, enddate DATE, date_basis VARCHAR,"
    " dead BIGINT, injured BIGINT, arrested BIGINT, text VARCHAR)"
)
# The types that stand inside columns, by the name that the documentation gives them.
STRUCTS = {
    "TELLING": _TELLING,
    "ATTRIBUTION": _ATTRIBUTION,
    "PARTY": PARTY,
    "WORDS": WORDS,
    "LOCATION": LOCATION,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        name: as SQL knows it.
        type: DuckDB type.
        meaning: what it holds, in one line.
    """

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a ledger.

    Args:
        name: as SQL knows it, and the name of its folder.
        meaning: what a row is, in one line.
        part: column whose value ``superseded`` names; None where rows are never replaced.
        order: columns by which compaction sorts it, so that a reader skips what it need not see.
        columns: its columns.
    """

    name: str
    meaning: str
    part: str | None
    order: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def typed_names(self) -> str:
        """The columns as SQL selects them by name, each cast to its type."""
        return ", ".join(
            f'CAST("{item.name}" AS {item.type}) AS "{item.name}"' for item in self.columns
        )

    @property
    def row_type(self) -> str:
        """DuckDB type of a whole row."""
        fields = (f'"{column.name}" {column.type}' for column in self.columns)
        return f"STRUCT({', '.join(fields)})"


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_VERSION = ("version", "BIGINT", "ledger version that added the row")
_ACT = (
    ("category", "VARCHAR", "PLOVER category"),
    ("mode", "VARCHAR", "PLOVER mode, or null"),
    ("contexts", "VARCHAR[]", "PLOVER contexts"),
    ("quad_code", "INTEGER", "quad code, 1 to 4"),
    ("event_scale", "DOUBLE", "PLOVER score"),
    ("cameo", "VARCHAR", "nearest CAMEO code"),
    ("goldstein", "DOUBLE", "Goldstein value of that code"),
    ("actors", f"{PARTY}[]", "who acts; for a meeting, everyone in it"),
    ("recipients", f"{PARTY}[]", "on whom; empty for a meeting"),
    ("codes", "VARCHAR[]", "codes of all these parties, sorted"),
    ("dyads", "VARCHAR[]", "pairs it links, codes in alphabetical order: FRA-RUS"),
    ("status", "VARCHAR", "actual, future, hypothetical or negated"),
    ("date", "DATE", "first possible day, or null"),
    ("enddate", "DATE", "last possible day, or null"),
    ("date_basis", "VARCHAR", "text, or published where the text gives no day"),
    ("historical", "BOOLEAN", "whether it is told as background"),
    ("location", LOCATION, "where, or null"),
)

ARTICLES = Table(
    "articles",
    "a report that was coded",
    "key",
    ("published_on", "key"),
    _columns(
        _VERSION,
        ("key", "VARCHAR", "digest of the report, by which it is known again"),
        ("coding", "VARCHAR", "digest of the report, the coder, its settings and the lexicon"),
        ("id", "VARCHAR", "id under which it is cited"),
        ("text", "VARCHAR", "the body; all offsets count its characters"),
        ("published", "VARCHAR", "publication as ISO 8601 day or moment, or null"),
        ("published_on", "DATE", "day of publication, or null"),
        ("title", "VARCHAR", "headline, or null"),
        ("url", "VARCHAR", "address, or null"),
        ("publication", "VARCHAR", "outlet, or null"),
        ("language", "VARCHAR", "ISO 639-1 code"),
        ("source", "VARCHAR", "path or URL it was read from"),
        ("coder", "VARCHAR", "name and version of the coder"),
        ("lexicon", "VARCHAR", "digest of the lexicon and registry"),
        ("events", "INTEGER", "number of events coded from it"),
    ),
)

EVENTS = Table(
    "events",
    "one coded mention of an act, with its evidence",
    "article",
    ("date", "article", "id"),
    _columns(
        _VERSION,
        ("article", "VARCHAR", "key of the report"),
        ("report", "VARCHAR", "id under which the report is cited"),
        ("id", "VARCHAR", "digest of the event, the same on every run"),
        *_ACT,
        ("attribution", f"{_ATTRIBUTION}[]", "who asserts it, outermost first"),
        ("words", f"{WORDS}[]", "words that carry the act"),
        ("dead", "BIGINT", "dead, as the text counts them"),
        ("injured", "BIGINT", "injured"),
        ("arrested", "BIGINT", "arrested"),
        ("condition", WORDS, "words of the condition it is bound to, or null"),
        ("sentence", "INTEGER", "number of the sentence, from 0"),
        ("sentence_start", "INTEGER", "its first character"),
        ("sentence_end", "INTEGER", "the character after its last"),
        ("text", "VARCHAR", "the sentence"),
        ("mentions", "INTEGER[]", "numbers of the other sentences that tell it"),
        ("source", "VARCHAR", "path or URL of the report"),
        ("title", "VARCHAR", "headline of the report"),
        ("publication", "VARCHAR", "its outlet"),
        ("published", "DATE", "its day of publication, or null"),
        ("language", "VARCHAR", "its language, ISO 639-1"),
        ("confidence", "DOUBLE", "0 to 1"),
        ("coder", "VARCHAR", "name and version of the coder"),
        ("lexicon", "VARCHAR", "digest of the lexicon and registry"),
        ("coded_on", "DATE", "day of coding"),
    ),
)

HAPPENINGS = Table(
    "happenings",
    "something that happened, was announced or denied, however many reports tell it",
    "component",
    ("earliest", "component", "id"),
    _columns(
        _VERSION,
        ("component", "VARCHAR", "group of mentions that were folded together"),
        ("id", "VARCHAR", "digest of the events that tell it"),
        *_ACT,
        ("dead_least", "BIGINT", "least number of dead in its reports"),
        ("dead_most", "BIGINT", "most"),
        ("injured_least", "BIGINT", "least number of injured"),
        ("injured_most", "BIGINT", "most"),
        ("arrested_least", "BIGINT", "least number of arrested"),
        ("arrested_most", "BIGINT", "most"),
        ("condition", "VARCHAR", "words of the condition it is bound to, or null"),
        ("words", "VARCHAR[]", "words that carry the act in the best report"),
        ("text", "VARCHAR", "the best sentence"),
        ("best", "VARCHAR", "id of the event that the fields above are taken from"),
        ("assertion", "VARCHAR", "on whose word: press, one side, both sides or denied"),
        ("tellings", f"{_TELLING}[]", "every report of it, by day of publication and event"),
        ("events", "VARCHAR[]", "ids of the events that tell it"),
        ("articles", "VARCHAR[]", "keys of the reports that tell it"),
        ("reports", "VARCHAR[]", "ids of the reports, in the order of events"),
        ("publications", "VARCHAR[]", "their outlets, null where none is named"),
        ("published", "DATE[]", "their days of publication, null where unknown"),
        ("first_seen", "DATE", "day of the first report"),
        ("last_seen", "DATE", "day of the last report"),
        ("sources", "INTEGER", "number of distinct outlets"),
        ("level", "VARCHAR", "rank of a contact, null where it is none"),
        ("channel", "VARCHAR", "channel of a contact, null where it is none"),
        ("event_dates", "DATE[]", "first possible days of these events, in their order"),
        ("earliest", "DATE", "first day on which a report of the component can be looked for"),
        ("latest", "DATE", "last such day"),
        (
            "all_codes",
            "VARCHAR[]",
            "codes in any report of the component, empty where one has none",
        ),
    ),
)

CLAIMS = Table(
    "claims",
    "what a party says that another did",
    "component",
    ("said_on", "component", "id"),
    _columns(
        _VERSION,
        ("component", "VARCHAR", "component of the happening"),
        ("id", "VARCHAR", "digest of happening, claimant and stance"),
        ("happening", "VARCHAR", "id of the happening that it is about"),
        ("claimant", PARTY, "who says so"),
        ("stance", "VARCHAR", "asserts or denies"),
        ("about", "VARCHAR[]", "codes of those said to have acted"),
        ("dyads", "VARCHAR[]", "claimant with each of them: FRA-RUS"),
        ("category", "VARCHAR", "PLOVER category of what is claimed"),
        ("mode", "VARCHAR", "PLOVER mode of it, or null"),
        ("said_on", "DATE", "day of the first report of the claim, or null"),
        ("text", "VARCHAR", "the sentence"),
        ("events", "VARCHAR[]", "ids of the events in which it is told"),
        ("reports", "VARCHAR[]", "ids of the reports, in the order of events"),
        ("publications", "VARCHAR[]", "their outlets, null where none is named"),
        ("published", "DATE[]", "their days of publication, null where unknown"),
        ("answers", "VARCHAR[]", "claims of the other stance on the same happening"),
    ),
)

REJECTS = Table(
    "rejects",
    "a file or record that could not be read",
    None,
    ("source", "record"),
    _columns(
        _VERSION,
        ("source", "VARCHAR", "path or URL as given"),
        ("record", "INTEGER", "1-based number of the record, or null for the whole source"),
        ("problem", "VARCHAR", "what is wrong"),
        ("remedy", "VARCHAR", "what can be done"),
    ),
)

CORRECTIONS = Table(
    "corrections",
    "an analyst's word on an event; the coder's own stays as it was",
    None,
    ("time", "event"),
    _columns(
        _VERSION,
        ("event", "VARCHAR", "id of the event"),
        ("action", "VARCHAR", "accept, reject or edit"),
        ("field", "VARCHAR", "what is edited, or null"),
        ("value", "VARCHAR", "its right value, or null"),
        ("author", "VARCHAR", "who says so"),
        ("why", "VARCHAR", "the reason"),
        ("time", "TIMESTAMPTZ", "when"),
        ("article", "VARCHAR", "key of the report"),
        ("category", "VARCHAR", "PLOVER category as coded"),
        ("sentence_start", "INTEGER", "first character of the sentence"),
        ("sentence_end", "INTEGER", "the character after its last"),
        ("words", f"{WORDS}[]", "words that carry the act"),
        ("codes", "VARCHAR[]", "codes of the parties"),
    ),
)

SUPERSEDED = Table(
    "superseded",
    "a part of a table whose rows of earlier versions are replaced",
    None,
    ("table_name", "part"),
    _columns(
        _VERSION,
        ("table_name", "VARCHAR", "the table"),
        ("part", "VARCHAR", "key of an article, or component of happenings and claims"),
    ),
)

RUNS = Table(
    "runs",
    "one version of the ledger: what was done, and which table versions belong to it",
    None,
    ("version",),
    _columns(
        ("version", "BIGINT", "ledger version, from 1"),
        ("time", "TIMESTAMPTZ", "when"),
        ("command", "VARCHAR", "what was done: add, recode, correct"),
        ("coder", "VARCHAR", "name and version of the coder, or null"),
        ("lexicon", "VARCHAR", "digest of the lexicon and registry, or null"),
        ("articles", "INTEGER", "reports added or coded again"),
        ("events", "INTEGER", "events coded from them"),
        ("rejects", "INTEGER", "files and records that could not be read"),
        ("folded_to", "BIGINT", "version up to which events are folded"),
        ("tables", "STRUCT(name VARCHAR, version BIGINT)[]", "Delta version of each table"),
        ("author", "VARCHAR", "who did it, or null"),
        ("note", "VARCHAR", "a remark, or null"),
    ),
)

DATA_TABLES = (ARTICLES, EVENTS, REJECTS, CORRECTIONS, HAPPENINGS, CLAIMS, SUPERSEDED)
TABLES = (*DATA_TABLES, RUNS)
