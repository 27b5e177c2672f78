"""The ledger: reports of many days, coded, folded and kept, with all its earlier versions."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.ledger.adding import Added, ReportCoder
    from detente.ledger.answer import Answer
    from detente.ledger.dataset import Dataset
    from detente.ledger.edits import EDITABLE
    from detente.ledger.exchange import Exported
    from detente.ledger.filters import Filter, Order
    from detente.ledger.gold import Gold
    from detente.ledger.ledger import Ledger
    from detente.ledger.reviewing import Standing, Standpoint
    from detente.ledger.summary import Summary
    from detente.store import Run, Snapshot

__all__ = [
    "EDITABLE",
    "Added",
    "Answer",
    "Dataset",
    "Exported",
    "Filter",
    "Gold",
    "Ledger",
    "Order",
    "ReportCoder",
    "Run",
    "Snapshot",
    "Standing",
    "Standpoint",
    "Summary",
]
_PLACES = {
    "Added": "ledger.adding",
    "Answer": "ledger.answer",
    "Dataset": "ledger.dataset",
    "EDITABLE": "ledger.edits",
    "Exported": "ledger.exchange",
    "Filter": "ledger.filters",
    "Gold": "ledger.gold",
    "Ledger": "ledger.ledger",
    "Order": "ledger.filters",
    "ReportCoder": "ledger.adding",
    "Run": "store",
    "Snapshot": "store",
    "Standing": "ledger.reviewing",
    "Standpoint": "ledger.reviewing",
    "Summary": "ledger.summary",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for: the database takes a third of a second."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"detente.{_PLACES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
