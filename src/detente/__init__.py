"""detente reads news reports and keeps a ledger of what states do and say to each other."""

from typing import TYPE_CHECKING, Any

from detente.read import articles as read
from detente.records import Article, Event
from detente.settings import Settings
from detente.version import VERSION as __version__  # noqa: N811 - the name that tools look for

if TYPE_CHECKING:
    from detente.pipeline import Coder

__all__ = ["Article", "Coder", "Event", "Settings", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Import the coder when it is first asked for: its language library takes most of a second."""
    if name != "Coder":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from detente.pipeline import Coder  # noqa: PLC0415 - the whole point

    globals()[name] = Coder
    return Coder


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
