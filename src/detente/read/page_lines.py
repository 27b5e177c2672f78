"""The lines of a page as a reader sees them, one for each block."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from detente.read.fault import UnreadableError

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "title", "tr", "ul"),
    ]
)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head"})
_SPACE = re.compile(r"\s+")


def page_lines(page: str) -> list[str]:
    """The lines of a page, blank ones left out, with white space as a browser shows it.

    Raises:
        UnreadableError: it cannot be taken apart.
    """
    try:
        root = lxml.html.document_fromstring(_undeclared(page))
        text = "".join(_pieces(root))
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        problem = f"is a page that cannot be taken apart ({type(fault).__name__})"
        raise UnreadableError(problem, "save its article as text") from fault
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _undeclared(page: str) -> str:
    """The page without a declaration of its encoding, which the parser takes of bytes only."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page)


def _pieces(root: lxml.html.HtmlElement) -> Iterator[str]:
    hidden = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            yield _flat(node.tail, hidden)
            continue
        is_hidden = node.tag in _HIDDEN
        mark = "\n" if node.tag in _BLOCKS else ""
        if event == "start":
            hidden += is_hidden
            yield mark + _flat(node.text, hidden)
        else:
            hidden -= is_hidden
            yield mark + _flat(node.tail, hidden)


def _flat(text: str | None, hidden: int) -> str:
    return "" if hidden or not text else _SPACE.sub(" ", text)
