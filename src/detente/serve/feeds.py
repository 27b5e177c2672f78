"""Atom feeds (RFC 4287) of what is newly told of a pair: all happenings, or contacts alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from detente.ledger.dyad import Entry, sides_of
from detente.serve.api.tags import tag_of, unchanged
from detente.serve.site import site_of
from detente.serve.wording import days, on_whose_word, who

_ATOM = "http://www.w3.org/2005/Atom"
_TYPE = "application/atom+xml"
_MOST = 50
# XML 1.0 has no place for these, not even escaped.
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed_routes() -> list[BaseRoute]:
    """The routes of the feeds, which stand before those of the pages."""
    return [
        Route("/relations/{first}-{second}.atom", _feed(contacts=False)),
        Route("/relations/{first}-{second}/contacts.atom", _feed(contacts=True)),
    ]


def _feed(*, contacts: bool) -> Callable[[Request], Response]:
    def answered(request: Request) -> Response:
        names = request.path_params
        sides = sides_of(names["first"], names["second"])
        dyad = "-".join(sorted(side.code for side in sides))
        with site_of(request).readers.reading() as ledger:
            tag = tag_of(ledger.version, request)
            kept = unchanged(request, tag)
            if kept is not None:
                return kept
            entries = ledger.news(_MOST, dyad=dyad, contacts=contacts)
            made = ledger.snapshot().run
        title = f"{' and '.join(side.name for side in sides)}: {_what(contacts)}"
        written = _written(request, title, entries, made.time if made else None)
        return Response(written, headers={"etag": tag}, media_type=_TYPE)

    return answered


def _what(contacts: bool) -> str:  # noqa: FBT001 - one reader, one call
    return "contacts" if contacts else "what happened"


def _written(
    request: Request, title: str, entries: Sequence[Entry], made: datetime | None
) -> bytes:
    feed = Element("feed", xmlns=_ATOM)
    page = request.url.replace(query="", path=request.url.path.removesuffix(".atom"))
    page = page.replace(path=page.path.removesuffix("/contacts"))
    _text(feed, "title", title)
    _text(feed, "id", str(request.url.replace(query="")))
    _text(feed, "updated", _moment(made))
    SubElement(feed, "link", rel="self", href=str(request.url))
    SubElement(feed, "link", rel="alternate", type="text/html", href=str(page))
    _text(SubElement(feed, "author"), "name", "detente")
    for entry in entries:
        _entry(feed, request, entry)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(feed: Element, request: Request, entry: Entry) -> None:
    item = SubElement(feed, "entry")
    address = request.url.replace(query="", path=f"/happenings/{entry.happening}")
    told = [report.published for report in entry.reports if report.published]
    _text(item, "title", _headline(entry))
    _text(item, "id", f"urn:detente:happening:{entry.happening}")
    _text(item, "published", _moment(min(told, default=entry.day)))
    _text(item, "updated", _moment(max(told, default=entry.day)))
    SubElement(item, "link", rel="alternate", type="text/html", href=str(address))
    for topic in entry.topics:
        SubElement(item, "category", term=topic)
    _text(item, "summary", entry.text)
    _text(item, "content", _evidence(entry))


def _headline(entry: Entry) -> str:
    act = f"{entry.category}/{entry.mode}" if entry.mode else entry.category
    actors, recipients = (
        ", ".join(map(who, parties)) for parties in (entry.actors, entry.recipients)
    )
    sides = f"{actors or 'nobody named'} > {recipients}" if recipients else actors
    when = f"{days(entry.when)}: " if entry.when else ""
    told = [str(entry.status)] if entry.status != "actual" else []
    told += [on_whose_word(entry.assertion)] if on_whose_word(entry.assertion) else []
    return f"{when}{act}  {sides}" + (f" ({'; '.join(told)})" if told else "")


def _evidence(entry: Entry) -> str:
    """The words, and the reports that they and others of the happening stand in."""
    reports = [
        " ".join(filter(None, (report.publication, str(report.published or ""), f"[{report.id}]")))
        for report in entry.reports
    ]
    return f"“{entry.text}” {'; '.join(reports)}"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NO_CHARACTERS.sub("�", text)


def _moment(when: date | datetime | None) -> str:
    if isinstance(when, datetime):
        return when.astimezone(UTC).isoformat(timespec="seconds")
    return datetime.combine(when or date.min, time(), UTC).isoformat()
