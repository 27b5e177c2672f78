"""detente reads news reports and keeps a ledger of what states do and say to each other."""

from detente.pipeline import Coder
from detente.read import articles as read
from detente.records import Article, Event
from detente.settings import Settings
from detente.version import VERSION as __version__

__all__ = ["Article", "Coder", "Event", "Settings", "__version__", "read"]
