"""detente reads news reports and keeps a ledger of what states do and say to each other."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.read import articles as read
from detente.records import Article, Event
from detente.settings import Settings
from detente.version import VERSION as __version__  # noqa: N811 - the name that tools look for

if TYPE_CHECKING:
    from detente.ledger import Ledger
    from detente.pipeline import Coder

__all__ = ["Article", "Coder", "Event", "Ledger", "Settings", "__version__", "read"]
# Their libraries of language and tables take most of a second to import.
_LATE = {"Coder": "detente.pipeline", "Ledger": "detente.ledger"}


def __getattr__(name: str) -> Any:
    """Import what is slow to import when it is first asked for."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_LATE[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
