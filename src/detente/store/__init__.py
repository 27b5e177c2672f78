"""The store: a ledger's tables on disk. Delta Lake and DuckDB live here and nowhere else."""

from detente.store.article_rows import article_of, article_row, reject_of, reject_row
from detente.store.event_rows import event_of, event_row
from detente.store.happening_rows import claim_of, claim_row, happening_of, happening_row
from detente.store.schema import TABLES, Column, Row, Table

__all__ = [
    "TABLES",
    "Column",
    "Row",
    "Table",
    "article_of",
    "article_row",
    "claim_of",
    "claim_row",
    "event_of",
    "event_row",
    "happening_of",
    "happening_row",
    "reject_of",
    "reject_row",
]
