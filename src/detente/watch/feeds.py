"""RSS and Atom."""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import feedparser

from detente.read.fault import UnreadableError
from detente.read.page_lines import page_lines
from detente.watch.address import joined
from detente.watch.entry import Entry, Listing

_LONGEST_TITLE = 500
_DAYS = ("published_parsed", "updated_parsed")


def read_feed(data: bytes, address: str) -> Listing:
    """The entries of a feed.

    Args:
        data: its bytes.
        address: where it was found, for addresses that are not whole.

    Raises:
        UnreadableError: it is no feed.
    """
    try:
        # As a stream: bytes alone would be tried as the name of a file.
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    except Exception as fault:  # any bytes may come, and its parsers fail in many ways
        problem = f"is a feed that cannot be taken apart ({type(fault).__name__})"
        raise UnreadableError(problem, "check the address") from fault
    entries = tuple(_entries(found, address))
    broken = bool(found.get("bozo")) and not _is_harmless(found)
    if not entries and not found.get("version"):
        raise UnreadableError("is neither a feed nor a site map", "check the address")
    title = _text(found.get("feed", {}).get("title"))
    return Listing(
        entries, title, problem="is broken XML, read as far as it goes" if broken else None
    )


def _is_harmless(found: Any) -> bool:
    return isinstance(found.get("bozo_exception"), feedparser.CharacterEncodingOverride)


def _entries(found: Any, address: str) -> Iterator[Entry]:
    for item in found.get("entries", ()):
        target = joined(address, str(item.get("link") or ""))
        if target is None or target.rstrip("/") == address.rstrip("/"):
            continue
        yield Entry(target, _text(item.get("title")), _moment(item), _body(item))


def _moment(item: Any) -> str | None:
    # Asked for a day of change that is not there, feedparser gives that of publication and warns.
    for parsed in [item[name] for name in _DAYS if name in item]:
        if parsed:
            try:
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
            except (ValueError, OverflowError, TypeError):
                continue
    return None


def _body(item: Any) -> str | None:
    """The longest text that the feed gives of a report."""
    given = [part.get("value") for part in item.get("content") or () if isinstance(part, dict)]
    given.append(item.get("summary"))
    pages = [text for text in given if isinstance(text, str) and text.strip()]
    return _plain(max(pages, key=len)) if pages else None


def _plain(page: str) -> str | None:
    try:
        return "\n".join(page_lines(page)) or None
    except UnreadableError:
        return None


def _text(value: object) -> str | None:
    lines = _plain(value) if isinstance(value, str) and value.strip() else None
    return " ".join(lines.split())[:_LONGEST_TITLE] if lines else None
