"""Sentences in which a pair is marked: ``<s>`` around who acts, ``<t>`` around on whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([st])>")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks taken out.

    Args:
        text: the sentence.
        actors: start and end of each mark for who acts, half-open; empty where it has none.
        recipients: the same for on whom.
    """

    text: str
    actors: Spans
    recipients: Spans


def marked(written: str) -> Marked:
    """A sentence as it is written with its marks.

    Marks may be repeated, nested or missing. One that is left open or has no words is none.

    Args:
        written: the sentence with tags.
    """
    text, last = "", 0
    opened: dict[str, int] = {}
    found: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    for tag in _TAG.finditer(written):
        text += written[last : tag.start()]
        last = tag.end()
        closing, mark = tag.groups()
        if not closing:
            opened[mark] = len(text)
        elif mark in opened:
            found[mark].append(_trimmed(text, opened.pop(mark)))
    text += written[last:]
    actors, recipients = (
        tuple(span for span in spans if span[0] < span[1]) for spans in found.values()
    )
    return Marked(text, actors, recipients)


def _trimmed(text: str, start: int) -> tuple[int, int]:
    """The place of the words from an offset to the end, without spaces around them."""
    words = text[start:]
    return start + len(words) - len(words.lstrip()), len(text.rstrip())
