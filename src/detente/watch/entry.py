"""What a feed or site map lists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as a source lists it.

    Args:
        address: where its page is.
        title: headline, or None.
        published: moment of publication in ISO 8601, or None.
        text: its text, where the source gives it whole, or None.
        outlet: name of the source, as it gives it, or None.
    """

    address: str
    title: str | None = None
    published: str | None = None
    text: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source holds.

    Args:
        entries: its reports, in its order.
        title: its own name, or None.
        further: addresses of site maps that it refers to, the newest first.
        problem: what is wrong with it although some of it could be read, or None.
    """

    entries: tuple[Entry, ...]
    title: str | None = None
    further: tuple[str, ...] = ()
    problem: str | None = None
