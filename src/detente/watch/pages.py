"""From a page, or the text of a feed, to a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from detente.read import RawArticle, ReadOptions
from detente.read.assemble import assemble
from detente.read.dates import parse_published
from detente.read.decode import refuse_binary
from detente.read.fault import UnreadableError
from detente.read.sources import SourceFile
from detente.read.web_page import article_of
from detente.records import Article
from detente.watch.address import canonical, joined
from detente.watch.entry import Entry
from detente.watch.fetched import Fetched
from detente.watch.sources import Source

# Zones differ by a day at most; what is dated later than that is dated wrongly.
_AHEAD = timedelta(days=1)
_HEAD = 4_096


def report_of_page(fetched: Fetched, entry: Entry, source: Source) -> Article:
    """The report on a page.

    Args:
        fetched: the page.
        entry: what the source says of it.
        source: where it is listed.

    Raises:
        UnreadableError: there is none, whatever the server says it is.
    """
    if not fetched.data:
        raise UnreadableError("is empty", "look at the page")
    refuse_binary(fetched.data[:_HEAD], "utf-16" if _is_wide(fetched.data) else None)
    raw = article_of(fetched.data, ReadOptions(), fetched.charset)
    address = _address(fetched, raw)
    return _assembled(replace(raw, url=address, title=raw.title or entry.title), entry, source)


def report_of_entry(entry: Entry, source: Source) -> Article:
    """The report that a feed gives whole.

    Raises:
        UnreadableError: it gives no text.
    """
    raw = RawArticle(text=entry.text, title=entry.title, url=canonical(entry.address))
    return _assembled(raw, entry, source)


def real_date(page: object, listed: str | None, now: datetime) -> date | datetime | None:
    """When a report was published.

    The page's own word counts; the source's is taken where it tells the hour of that day, or
    where the page tells nothing. Days that lie ahead are nobody's.

    Args:
        page: the day that the page tells, in any form, or None.
        listed: the moment that the source tells, or None.
        now: the moment of reading.
    """
    mine, theirs = _moment(page, now), _moment(listed, now)
    if mine is None or (theirs is not None and _day(mine) == _day(theirs)):
        return theirs
    return mine


def _assembled(raw: RawArticle, entry: Entry, source: Source) -> Article:
    address = str(raw.url)
    told = replace(
        raw,
        id=address.partition("://")[2].rstrip("/"),
        published=_iso(real_date(raw.published, entry.published, datetime.now(UTC))),
        publication=source.outlet or raw.publication or entry.outlet,
    )
    options = ReadOptions(language=source.language)
    return assemble(told, SourceFile(None, entry.address, 0), options)


def _address(fetched: Fetched, raw: RawArticle) -> str:
    """The page's own word on its address, unless it names no more than the site."""
    named = joined(fetched.address, str(raw.url)) if raw.url else None
    mine = canonical(fetched.address)
    if named is None:
        return mine
    theirs = canonical(named)
    return mine if _is_root(theirs) else theirs


def _is_root(address: str) -> bool:
    return address.partition("://")[2].partition("/")[2] == ""


def _is_wide(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _moment(value: object, now: datetime) -> date | datetime | None:
    try:
        found = parse_published(value) if value is not None else None
    except UnreadableError:
        return None
    return found if found is not None and _day(found) <= (now + _AHEAD).date() else None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
