"""The ledger: reports of many days, coded, folded and kept, with all its earlier versions."""

from detente.ledger.adding import Added, ReportCoder
from detente.ledger.ledger import Ledger
from detente.ledger.summary import Summary
from detente.store import Run, Snapshot

__all__ = ["Added", "Ledger", "ReportCoder", "Run", "Snapshot", "Summary"]
