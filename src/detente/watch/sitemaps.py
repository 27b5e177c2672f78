"""Site maps, with or without the marks of news, and indexes of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from detente.watch.address import joined
from detente.watch.entry import Entry, Listing

_ROOT = re.compile(rb"<(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]")
_WITHIN = 4_096
_MOST = 50_000
_FURTHER = 50


def is_sitemap(data: bytes) -> bool:
    """Whether bytes are those of a site map or an index."""
    return _ROOT.search(data[:_WITHIN]) is not None


def read_sitemap(data: bytes, address: str) -> Listing:
    """The entries of a site map, or the site maps of an index.

    Args:
        data: its bytes, unpacked.
        address: where it was found.
    """
    entries: list[Entry] = []
    further: list[tuple[str, str]] = []
    problem = None
    try:
        for kind, parts in _items(data):
            target = joined(address, parts.get("loc", ""))
            if target is None:
                continue
            if kind == "sitemap":
                further.append((parts.get("lastmod", ""), target))
            elif len(entries) < _MOST:
                entries.append(_entry(target, parts))
    except etree.XMLSyntaxError:
        problem = "is broken XML, read as far as it goes"
    newest = [target for _, target in sorted(further, key=lambda item: item[0], reverse=True)]
    return Listing(tuple(entries), further=tuple(newest[:_FURTHER]), problem=problem)


def _entry(target: str, parts: dict[str, str]) -> Entry:
    published = parts.get("publication_date") or parts.get("lastmod")
    return Entry(target, parts.get("title"), published)


def _items(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Each element of the list with the texts in it, by name without name space."""
    found = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, node in found:
        name = etree.QName(node).localname
        if name in {"url", "sitemap"}:
            yield name, dict(_parts(node))
            node.clear()


def _parts(node: etree._Element) -> Iterator[tuple[str, str]]:
    for inner in node.iter():
        if isinstance(inner.tag, str) and inner.text and inner.text.strip():
            name = etree.QName(inner)
            is_picture = "image" in (name.namespace or "") or "video" in (name.namespace or "")
            if not is_picture:
                yield name.localname, inner.text.strip()
