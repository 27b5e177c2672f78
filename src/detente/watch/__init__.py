"""Follows feeds and site maps, and gives what is new in them as reports."""

from detente.errors import MissingExtraError

_LIBRARIES = frozenset({"httpx", "httpcore", "feedparser", "protego"})

try:
    from detente.watch.outcome import Copy, Outcome, Polled, Skipped
    from detente.watch.sources import Manner, Source, Sources, read_sources
    from detente.watch.watching import Watch
except ModuleNotFoundError as _missing:
    if _missing.name not in _LIBRARIES:
        raise
    raise MissingExtraError("following feeds and site maps", "watch") from _missing

__all__ = [
    "Copy",
    "Manner",
    "Outcome",
    "Polled",
    "Skipped",
    "Source",
    "Sources",
    "Watch",
    "read_sources",
]
