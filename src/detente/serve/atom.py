"""Atom documents (RFC 4287); whatever text a report holds stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

from detente.serve.wording import shown

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_AUTHOR = "detente"
# What nothing dates has to be of some day, and of the same one tomorrow.
_UNDATED = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Link:
    """A link.

    Args:
        relation: what it leads to: self, alternate, related, via.
        address: where it leads.
        media_type: what is there.
    """

    relation: str
    address: str
    media_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed.

    Args:
        id: an IRI that it keeps.
        title: in a line.
        summary: in some lines.
        published: day on which it was first reported, or None.
        updated: day on which it was last reported, or None.
        terms: by what readers may sort it, with what each says.
        links: where it leads.
    """

    id: str
    title: str
    summary: str
    published: date | None
    updated: date | None
    terms: Sequence[tuple[str, str]]
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Args:
        id: an IRI that it keeps.
        title: in a line.
        updated: when it was last changed.
        links: where it leads.
        entries: the latest first.
    """

    id: str
    title: str
    updated: datetime
    links: Sequence[Link]
    entries: Iterable[FeedEntry]


def document(feed: Feed) -> bytes:
    """The document of a feed."""
    root = ET.Element("feed", xmlns=_NAMESPACE)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated.astimezone(UTC).isoformat(timespec="seconds"))
    _text(ET.SubElement(root, "author"), "name", _AUTHOR)
    _links(root, feed.links)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    content: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return content


def _entry(element: ET.Element, entry: FeedEntry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.updated or entry.published))
    if entry.published is not None:
        _text(element, "published", _moment(entry.published))
    _text(element, "summary", entry.summary)
    for term, label in entry.terms:
        ET.SubElement(element, "category", term=shown(term), label=shown(label))
    _links(element, entry.links)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = shown(text)


def _links(parent: ET.Element, links: Iterable[Link]) -> None:
    for link in links:
        ET.SubElement(
            parent, "link", rel=link.relation, href=shown(link.address), type=link.media_type
        )


def _moment(day: date | None) -> str:
    return datetime.combine(day or _UNDATED, time(), UTC).isoformat()
