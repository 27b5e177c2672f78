"""The links of a page and the anchors that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]
from doc_blocks import ROOT

_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_EXTERNAL = re.compile(r"[a-z]+:")


class _Collector(HTMLParser):
    """Ids, and what a page points to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.update(filter(None, [values.get("id")]))
        target = values.get("src") if tag == "img" else values.get("href")
        self.targets.extend(filter(None, [target]))


@cache
def _collected(page: Path) -> _Collector:
    collector = _Collector()
    text = _FENCE.sub("", page.read_text("utf-8"))
    collector.feed(markdown.markdown(text, extensions=["tables", "toc"]))
    return collector


def broken_links(page: Path) -> Iterator[str]:
    """The links of a page that lead nowhere inside the project.

    Args:
        page: a Markdown file.
    """
    for target in _collected(page).targets:
        if _EXTERNAL.match(target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or ROOT not in file.parents:
            yield f"{target}: there is no such file"
        elif anchor and anchor not in _collected(file).ids:
            yield f"{target}: the page has no such anchor"
