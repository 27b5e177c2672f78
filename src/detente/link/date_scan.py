"""Finds the temporal expressions of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.link.date_words import Calendar, Word
from detente.records import Span

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d\d?[/.]\d\d?[/.]\d{4}(?!\d)|\d{1,3}(?:,\d{3})+|\d+(?:st|nd|rd|th|s)?\b|\d+"
    r"|[^\W\d_]+|['’]s\b|\S",
    re.ASCII,
)
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MOST_DAYS = 31
_YEAR_DIGITS = 4
_CENTURY = 1900


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a temporal expression.

    Args:
        word: what it means.
        start: offset of its first character.
        end: offset after its last.
    """

    word: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A temporal expression, before it is resolved.

    Args:
        rule: name of the rule that resolves it.
        span: its characters.
        tokens: its words.
        lead: class of the word before it, or "".
        sentence: index of its sentence.
        before: classes of the words before it in its sentence, nearest last.
        after: offset and class of the words behind it are not needed beyond the first: its class.
    """

    rule: str
    span: Span
    tokens: tuple[Token, ...]
    lead: str
    sentence: int
    after: str = ""

    def first(self, *kinds: str) -> Word | None:
        """The first word of one of the classes, or None."""
        return next((token.word for token in self.tokens if token.word.kind in kinds), None)

    def all(self, *kinds: str) -> list[Word]:
        """All words of the classes, in order."""
        return [token.word for token in self.tokens if token.word.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the classes stands in it."""
        return self.first(*kinds) is not None


def mentions(text: str, sentence: int, span: Span, calendar: Calendar) -> Iterator[Mention]:
    """The temporal expressions of one sentence, from left to right.

    Args:
        text: the article's text.
        sentence: index of the sentence.
        span: its characters.
        calendar: the vocabulary.
    """
    matches = list(_TOKEN.finditer(text, span.start, span.end))
    found = [_meaning(match.group(), calendar) for match in matches]
    letters = "".join(calendar.letter(word.kind if word else None) for word in found)
    if not calendar.triggers.search(letters):
        return
    for hit in calendar.forms.finditer(letters):
        first, last = hit.span()
        tokens = tuple(
            Token(word, match.start(), match.end())
            for word, match in zip(found[first:last], matches[first:last], strict=True)
            if word is not None
        )
        lead = found[first - 1] if first else None
        after = found[last] if last < len(found) else None
        yield Mention(
            rule=(hit.lastgroup or "").rpartition("_")[0],
            span=Span(matches[first].start(), matches[last - 1].end()),
            tokens=tokens,
            lead=lead.kind if lead else "",
            sentence=sentence,
            after=after.kind if after else "",
        )


def _meaning(written: str, calendar: Calendar) -> Word | None:
    known = calendar.words.get(written)
    if known is not None:
        return known
    return _number(written) if "0" <= written[0] <= "9" else None


def _number(written: str) -> Word | None:
    if "-" in written:
        return Word("iso", name=written)
    if "/" in written or "." in written:
        return Word("slash", name=written)
    digits = written.replace(",", "").rstrip("sthndr")
    value = int(digits[:9])
    if written.endswith("s"):
        return _decade(value, len(digits))
    if not written[-1].isdigit():
        return Word("nth", value, value) if value <= _MOST_DAYS else None
    if 1 <= value <= _MOST_DAYS:
        return Word("num", value, value)
    if len(written) == _YEAR_DIGITS and _FIRST_YEAR <= value <= _LAST_YEAR:
        return Word("year", value, value)
    return Word("big", value, value)


def _decade(value: int, digits: int) -> Word | None:
    if value % 10:
        return None
    if digits == _YEAR_DIGITS and _FIRST_YEAR <= value <= _LAST_YEAR:
        return Word("decade", value, value + 9)
    return Word("decade", _CENTURY + value, _CENTURY + value + 9) if digits == 2 else None
