"""The store: a ledger's tables on disk. Delta Lake and DuckDB live here and nowhere else."""

from detente.store.article_rows import article_of, article_row, reject_of, reject_row
from detente.store.cells import days_of, parties_of, party_of
from detente.store.correction_rows import correction_of, correction_row
from detente.store.event_rows import event_of, event_row
from detente.store.happening_rows import (
    Reach,
    claim_of,
    claim_row,
    happening_of,
    happening_row,
    telling_of,
)
from detente.store.literals import listed
from detente.store.result import Result
from detente.store.reviewed import REVIEW_COLUMN, Review
from detente.store.reviewed import VIEW as REVIEWED
from detente.store.runs import Run
from detente.store.sandbox import CODED, USER_VIEWS, Sandbox
from detente.store.schema import (
    ARTICLES,
    CLAIMS,
    CORRECTIONS,
    EVENTS,
    HAPPENINGS,
    REJECTS,
    RUNS,
    STRUCTS,
    TABLES,
    Column,
    Row,
    Table,
)
from detente.store.snapshot import Snapshot
from detente.store.store import Store
from detente.store.transaction import Transaction

__all__ = [
    "ARTICLES",
    "CLAIMS",
    "CODED",
    "CORRECTIONS",
    "EVENTS",
    "HAPPENINGS",
    "REJECTS",
    "REVIEWED",
    "REVIEW_COLUMN",
    "RUNS",
    "STRUCTS",
    "TABLES",
    "USER_VIEWS",
    "Column",
    "Reach",
    "Result",
    "Review",
    "Row",
    "Run",
    "Sandbox",
    "Snapshot",
    "Store",
    "Table",
    "Transaction",
    "article_of",
    "article_row",
    "claim_of",
    "claim_row",
    "correction_of",
    "correction_row",
    "days_of",
    "event_of",
    "event_row",
    "happening_of",
    "happening_row",
    "listed",
    "parties_of",
    "party_of",
    "reject_of",
    "reject_row",
    "telling_of",
]
