"""The blocks of a text that are parsed on their own: paragraphs, headlines, datelines, list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import nlargest
from itertools import pairwise

from detente.records import Span

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)(?!\s*[-*•])[^\n]+)*")
_ENDED = re.compile(r"[.!?…:;,\-–—][\"'”’»)\]]*$")
_FRESH = re.compile(r"[\"'“‘«(\[]*[A-Z0-9À-Þ]")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]+[A-Z](?:,[^\n–—(]{0,60}?)?\s*(?:\([^)\n]{1,40}\))?\s*(?:--|[-–—])\s"
)
_SHORT = 120
_SLACK = 8
# characters; what a parser needs of memory grows with the longest block, and spaCy refuses a million
_LONGEST = 20_000


def blocks(text: str) -> Iterator[Span]:
    """The blocks of a text, in order.

    A blank line ends a block, and a dateline ("PARIS (AP) —") is one of its own. So does the end of a short line without final punctuation, as
    headlines, datelines and captions have it, where the first word of the next line would have
    fitted beside it: a line broken for its width alone goes on.

    Args:
        text: the article's text.
    """
    for match in _PARAGRAPH.finditer(text):
        start = match.start()
        dateline = _DATELINE.match(text, start, match.end())
        if dateline and text[dateline.end() : match.end()].strip():
            yield from _parts(text, start, dateline.end())
            start = dateline.end()
        for place in _breaks(match.group()):
            if match.start() + place > start:
                yield from _parts(text, start, match.start() + place)
                start = match.start() + place + 1
        yield from _parts(text, start, match.end())


def _breaks(paragraph: str) -> Iterator[int]:
    """Offsets of the line ends in a paragraph that end a block."""
    lines = paragraph.split("\n")
    widest = nlargest(2, map(len, lines))
    place = -1
    for line, following in pairwise(lines):
        place += len(line) + 1
        others = widest[1] if len(line) == widest[0] else widest[0]
        if _stands_alone(line.strip(), following.strip(), others):
            yield place


def _stands_alone(line: str, following: str, width: int) -> bool:
    if not line or len(line) > _SHORT or _ENDED.search(line) or not _FRESH.match(following):
        return False
    return len(line) + len(following.split(maxsplit=1)[0]) + _SLACK < width


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """A block, or parts of it at the ends of sentences or words where it is too long to be parsed."""
    while end - start > _LONGEST:
        place = start + _LONGEST
        for mark in (". ", " "):
            found = text.rfind(mark, start + 1, place)
            if found > start:
                place = found + 1
                break
        if text[start:place].strip():
            yield _trimmed(text, start, place)
        start = place
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
