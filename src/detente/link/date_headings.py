"""What stands at the head of entries: in a chronology the day, in a live report the hour."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.link.date_direction import heads_line
from detente.link.date_reading import Dated
from detente.records import DateBasis, DateSpan, Document, Span

_HOUR = re.compile(r"^\s*\d{1,2}[.:h]\d\d\b", re.MULTILINE)
_FEWEST = 2
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Heading:
    """A day at the head of an entry.

    Args:
        entry: the characters of the entry.
        days: when it is set.
    """

    entry: Span
    days: DateSpan


def headings(document: Document, dated: Iterable[Dated]) -> list[Heading]:
    """The days that head the lines of a chronology; none where fewer than two lines begin so.

    Args:
        document: the parsed text.
        dated: its temporal expressions.
    """
    text = document.text
    found = []
    for item in dated:
        days, span = item.days, item.mention.span
        if days is None or days.length > _LONGEST or not heads_line(text, span):
            continue
        when = DateSpan(days.first, days.last, DateBasis.TEXT, span, "the head of its entry")
        end = text.find("\n", span.end)
        found.append(Heading(Span(span.start, len(text) if end < 0 else end), when))
    return found if len(found) >= _FEWEST else []


def is_live(document: Document) -> bool:
    """Whether lines begin with the hour, as those of a report do that is written as things happen."""
    return len(_HOUR.findall(document.text)) >= _FEWEST
