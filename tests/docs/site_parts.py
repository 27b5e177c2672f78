"""What a built page of the site makes a browser fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_OUTSIDE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
# Tags with the attribute that makes a browser fetch something; a plain link waits for a click.
_FETCHES = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "use": "href",
}
_QUIET_LINKS = frozenset(("canonical", "prev", "next"))


class _Fetched(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        address = values.get(_FETCHES.get(tag, ""))
        if address and not (tag == "link" and values.get("rel") in _QUIET_LINKS):
            self.found.append(address)


def fetched_from_outside(site: Path) -> Iterator[str]:
    """The addresses on other hosts that any page or style of a site fetches.

    Args:
        site: folder of the built site.
    """
    for file in sorted(site.rglob("*")):
        if file.suffix == ".html":
            parser = _Fetched()
            parser.feed(file.read_text("utf-8"))
            found = parser.found
        elif file.suffix in (".css", ".svg"):
            found = [first or second for first, second in _URL.findall(file.read_text("utf-8"))]
        else:
            continue
        outside = (address for address in found if _OUTSIDE.match(address))
        yield from (f"{file.relative_to(site)}: {address}" for address in outside)
