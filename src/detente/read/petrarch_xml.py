"""The XML that PETRARCH reads: stories, whole or sentence by sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from detente.read.assemble import check_characters, too_long
from detente.read.decode import text_of
from detente.read.fault import Fault, UnreadableError, shown
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle

_OPEN = re.compile(r"<Sentence(?=[\s>/])")
_CLOSE = "</Sentence>"
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")
_PARAGRAPH = re.compile(r"\n\s*\n")
_NUMBERED = re.compile(r"(.+)_(\d+)", re.DOTALL)
_CHUNK = 65_536
_REMEDY = "mend it there; &, < and > in a text are written &amp;, &lt; and &gt;"


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The stories of a file; a record's number is that of its first Sentence element.

    Sentences of one story (``STORY_1``, ``STORY_2`` ...) that follow each other are one article,
    a line each.
    """
    yield from _joined(_sentences(text_of(stream, options, ""), options))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One Sentence element: its parts, and of which story it is."""

    article: RawArticle
    story: str | None


def _joined(found: Iterator[_Sentence | Fault]) -> Iterator[RawArticle | Fault]:
    held: _Sentence | None = None
    for item in found:
        if isinstance(item, _Sentence) and held is not None and _is_next(held, item):
            text = f"{held.article.text}\n{item.article.text}"
            held = replace(held, article=replace(held.article, text=text))
            continue
        if held is not None:
            yield held.article
        held = item if isinstance(item, _Sentence) else None
        if isinstance(item, Fault):
            yield item
    if held is not None:
        yield held.article


def _is_next(held: _Sentence, item: _Sentence) -> bool:
    same_day = held.article.published == item.article.published
    return item.story is not None and held.story == item.story and same_day


def _sentences(text: io.TextIOBase, options: ReadOptions) -> Iterator[_Sentence | Fault]:
    number = 0
    for number, piece in enumerate(_pieces(text, options.record_limit), 1):
        try:
            if piece is None:
                raise too_long(options)
            yield _sentence(piece, number)
        except UnreadableError as fault:
            yield fault.at(number)


def _pieces(text: io.TextIOBase, limit: int) -> Iterator[str | None]:
    """The Sentence elements as they stand, each alone, so that a broken one costs only itself.

    None stands in place of one that is too long.
    """
    held, head, begun = "", "", False
    while chunk := text.read(_CHUNK):
        held += chunk
        head = head or held[:_CHUNK]
        while (piece := _first(held)) is not None:
            begun = True
            yield piece[0] if len(piece[0]) <= limit else None
            held = piece[1]
        start = _OPEN.search(held)
        held = held[start.start() :] if start else held[-len("<Sentence ") :]
        if len(held) > limit + _CHUNK:
            begun = True
            yield None
            held = _after_close(text)
    if _OPEN.search(held):
        yield held
    elif not begun:
        raise _other(head)


def _first(held: str) -> tuple[str, str] | None:
    """The first whole element, and what follows; one that is not closed ends where the next begins."""
    start = _OPEN.search(held)
    if start is None:
        return None
    after = _OPEN.search(held, start.end())
    end = held.find(_CLOSE, start.end())
    if end >= 0 and (after is None or end < after.start()):
        end += len(_CLOSE)
    elif after is not None:
        end = after.start()
    else:
        return None
    return held[start.start() : end], held[end:]


def _after_close(text: io.TextIOBase) -> str:
    held = ""
    while chunk := text.read(_CHUNK):
        held = held[-len(_CLOSE) :] + chunk
        if (end := held.find(_CLOSE)) >= 0:
            return held[end + len(_CLOSE) :]
    return ""


def _sentence(piece: str, number: int) -> _Sentence:
    check_characters(piece, "text")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        node = etree.fromstring(piece.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableError(f"broken XML ({_reason(fault)})", _REMEDY) from fault
    words = "\n\n".join("".join(part.itertext()) for part in node.findall("Text"))
    name = (node.get("id") or "").strip()
    numbered = _NUMBERED.fullmatch(name) if _is_sentence(node) else None
    article = RawArticle(
        text=_unwrapped(words),
        record=number,
        published=node.get("date"),
        id=numbered[1] if numbered else name or None,
        publication=node.get("source"),
    )
    return _Sentence(article, numbered[1] if numbered else None)


def _is_sentence(node: etree._Element) -> bool:
    return (node.get("sentence") or "").strip().lower() in {"true", "1", "yes"}


def _unwrapped(words: str) -> str:
    """Paragraphs, a line each: line breaks inside them are the layout of the XML."""
    return "\n".join(" ".join(part.split()) for part in _PARAGRAPH.split(words.strip()))


def _reason(fault: Exception) -> str:
    return " ".join(str(fault).split())[:_SHOWN]


_SHOWN = 120


def _other(head: str) -> UnreadableError:
    root = next((found for found in _ROOT.finditer(head) if found[1].lower() != "xml"), None)
    what = f"its root is {shown(root[1])}" if root else "there is no element in it"
    problem = f"is no XML of stories: no <Sentence> as PETRARCH reads it, {what}"
    return UnreadableError(problem, "convert it to JSON lines; feeds are read by detente watch")
