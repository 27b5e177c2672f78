"""What a source lists: a feed, a site map, or an index of site maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from detente.watch.entry import Listing
from detente.watch.feeds import read_feed
from detente.watch.fetch import unpacked
from detente.watch.fetched import Fetched, UnfetchedError
from detente.watch.sitemaps import is_sitemap, read_sitemap

_GZIP = b"\x1f\x8b"


def listing_of(fetched: Fetched, limit: int, get: Callable[[str], Fetched]) -> Listing:
    """What a source lists, whatever its server says of what kind it is.

    Args:
        fetched: what was found at its address.
        limit: bytes that it may have unpacked.
        get: fetches the site maps that an index refers to.

    Raises:
        UnreadableError: it is neither a feed nor a site map.
        UnfetchedError: it is badly packed or too long.
    """
    data = _plain(fetched.data, limit)
    if not is_sitemap(data):
        return read_feed(data, fetched.address)
    found = read_sitemap(data, fetched.address)
    parts = [found, *_further(found, limit, get)]
    problems = [part.problem for part in parts if part.problem]
    entries = tuple(entry for part in parts for entry in part.entries)
    return replace(found, entries=entries, problem=problems[0] if problems else None)


def _further(found: Listing, limit: int, get: Callable[[str], Fetched]) -> Iterator[Listing]:
    for address in found.further:
        try:
            fetched = get(address)
            data = _plain(fetched.data, limit)
        except UnfetchedError as fault:
            yield Listing((), problem=f"{address} {fault.problem}")
            continue
        if is_sitemap(data):
            yield read_sitemap(data, fetched.address)
        else:
            yield Listing((), problem=f"{address} is no site map")


def _plain(data: bytes, limit: int) -> bytes:
    """The bytes of a source that is kept packed, as site maps are."""
    if not data.startswith(_GZIP):
        return data
    plain = b"".join(unpacked(iter([data]), limit))
    if len(plain) > limit:
        raise UnfetchedError(f"is longer than {limit:,} bytes")
    return plain
