"""One look at a source, and the reading of one page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from detente.read import ReadOptions, UnreadableError
from detente.read.dates import parse_published
from detente.records import Article, Reject
from detente.watch.address import canonical
from detente.watch.copies import likeness, sketch
from detente.watch.entry import Entry, Listing
from detente.watch.fetch import Fetcher
from detente.watch.fetched import Fetched, UnfetchedError
from detente.watch.listing import listing_of
from detente.watch.memory import Memory, Pending
from detente.watch.outcome import Copy, Outcome, Polled, Skipped
from detente.watch.pages import report_of_entry, report_of_page
from detente.watch.robots import Robots
from detente.watch.sources import Manner, Source

_MINUTE = 60.0
_LONGEST_BACK_OFF = 1_440 * _MINUTE
_UNLIKE = 0.3


class Turns:
    """What is done for a source and for a page, with what is remembered of it.

    Args:
        manner: how hosts are asked.
        memory: is told of everything; the caller saves it.
        fetcher: asks the hosts.
        robots: knows what they allow.
    """

    def __init__(self, manner: Manner, memory: Memory, fetcher: Fetcher, robots: Robots) -> None:
        self._manner = manner
        self._memory = memory
        self._fetcher = fetcher
        self._robots = robots

    def look(self, source: Source) -> Iterator[Outcome]:
        """Look at a source, and note the pages that are new in it."""
        look = self._memory.look(source.address)
        try:
            fetched = self._get(source.address, source, is_source=True)
            listing = self._listing(fetched, source) if fetched.is_changed else Listing(())
        except (UnfetchedError, UnreadableError) as fault:
            wait = fault.wait if isinstance(fault, UnfetchedError) else None
            look.failures += 1
            again = source.every * _MINUTE * 2.0 ** min(look.failures - 1, 10)
            look.next = time.time() + max(wait or 0.0, min(again, _LONGEST_BACK_OFF))
            yield Polled(source.address, problem=fault.problem)
            return
        look.failures = 0
        look.next = time.time() + source.every * _MINUTE
        new = self._note(listing, source)
        if fetched.is_changed and listing.problem is None:
            look.etag, look.modified = fetched.validators.etag, fetched.validators.modified
        yield Polled(source.address, len(listing.entries), new, listing.problem)

    def read(self, source: Source, page: str) -> Iterator[Outcome]:
        """Read a page that is pending; the report counts as kept when more is asked for."""
        pending = self._memory.pending[page]
        entry = pending.entry
        try:
            article = self._article(entry, source)
        except UnfetchedError as fault:
            yield self._put_off(page, pending, fault)
            return
        except UnreadableError as fault:
            self._done(page)
            yield Reject(entry.address, None, fault.problem, fault.remedy)
            return
        yield self._told(page, article)
        self._done(page)

    def _get(self, address: str, source: Source, *, is_source: bool = False) -> Fetched:
        return self._fetcher.get(
            address,
            source.own,
            validators=self._memory.look(address).validators if is_source else None,
            permits=lambda asked: self._robots.permits(asked, source.own),
        )

    def _listing(self, fetched: Fetched, source: Source) -> Listing:
        return listing_of(fetched, self._manner.bytes, lambda address: self._get(address, source))

    def _note(self, listing: Listing, source: Source) -> int:
        """Put the new entries of a source on the list of pages to read.

        Returns:
            How many there are.
        """
        now = time.time()
        new = 0
        for entry in _newest_first(listing.entries):
            page = canonical(entry.address)
            known = page in self._memory.seen
            if known or not _is_wanted(entry, source) or new >= self._manner.reports:
                if known:
                    self._memory.seen[page] = now
                continue
            self._memory.seen[page] = now
            text = None if source.pages else entry.text
            kept = replace(entry, text=text, outlet=listing.title)
            self._memory.pending[page] = Pending(source.address, kept)
            new += 1
        return new

    def _article(self, entry: Entry, source: Source) -> Article:
        if not source.pages:
            return report_of_entry(entry, source)
        return report_of_page(self._get(entry.address, source), entry, source)

    def _told(self, page: str, article: Article) -> Outcome:
        """The report, unless its text stood elsewhere before."""
        address, mine = article.url or page, sketch(article.text)
        theirs = self._memory.text_at(address)
        if theirs is not None and address != page and likeness(mine, theirs) < _UNLIKE:
            # Some sites give one address for all their pages.
            address = page
        original = self._memory.original_of(mine, address)
        if theirs is not None and address == article.url:
            original = address
        if original is not None:
            return Copy(page, original)
        self._memory.texts.append((address, time.time(), mine))
        self._memory.seen[address] = time.time()
        return article if address == article.url else replace(article, url=address, id=_id(address))

    def _put_off(self, page: str, pending: Pending, fault: UnfetchedError) -> Outcome:
        pending.tries += 1
        if fault.passing and pending.tries < self._manner.attempts:
            again = min(_MINUTE * 2.0**pending.tries, _LONGEST_BACK_OFF)
            pending.next = time.time() + (again if fault.wait is None else fault.wait)
            return Skipped(pending.entry.address, fault.problem)
        self._done(page)
        return Reject(pending.entry.address, None, fault.problem, "look at the page yourself")

    def _done(self, page: str) -> None:
        self._memory.pending.pop(page, None)


def _newest_first(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.published or "", reverse=True)


def _is_wanted(entry: Entry, source: Source) -> bool:
    if source.only and not re.search(source.only, entry.address):
        return False
    if entry.published is None:
        return True
    try:
        moment = parse_published(entry.published, day_first=ReadOptions().day_first)
    except UnreadableError:
        return True
    day = moment.date() if isinstance(moment, datetime) else moment
    return day >= (datetime.now(UTC) - timedelta(days=source.days)).date()


def _id(address: str) -> str:
    return address.partition("://")[2].rstrip("/")
