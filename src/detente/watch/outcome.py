"""What comes of watching, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Article, Reject


@dataclass(frozen=True, slots=True)
class Polled:
    """A source was asked.

    Args:
        source: its address.
        found: entries that it lists.
        new: those that are new, and will be fetched.
        problem: why it could not be asked, or None.
    """

    source: str
    found: int = 0
    new: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A page whose text another address had before.

    Args:
        address: where it stands.
        original: the address that had it first.
    """

    address: str
    original: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A page that could not be had for now, and will be tried again, or may not be had."""

    address: str
    problem: str


Outcome = Article | Reject | Polled | Copy | Skipped
