"""Quoted words, paired over sentences and paragraphs."""

from __future__ import annotations

import re

from detente.records import Quotation, Span

_MARKS = re.compile(r'["“”„«»]|\n\s*\n')
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LONGEST = 4000


def quotations(text: str) -> tuple[Quotation, ...]:
    """Pairs of quotation marks.

    A quotation left open at the end of a paragraph goes on where the next one opens with a mark
    again, as newspapers print it; otherwise it ends with its paragraph.

    Args:
        text: the article's text.

    Returns:
        Quotations in order; spans leave the marks out.
    """
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark, place = match.group(), match.start()
        if opened is not None and place - opened > _LONGEST:
            opened = None
        if mark[0] == "\n":
            if opened is not None:
                found.append(Quotation(Span(opened, place)))
                opened = None
        elif opened is None and (mark in _OPENING or (mark == '"' and _may_open(text, place))):
            opened = match.end()
        elif opened is not None and (mark in _CLOSING or mark == '"'):
            found.append(Quotation(Span(opened, place)))
            opened = None
    return tuple(quotation for quotation in found if quotation.span.start < quotation.span.end)


def _may_open(text: str, place: int) -> bool:
    following = text[place + 1 : place + 2]
    return bool(following) and not following.isspace()
