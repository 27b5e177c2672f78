"""Finds the temporal expressions of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.link.date_words import Calendar, Word
from detente.records import Span

_TOKEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:st|nd|rd|th|s)?\b|[0-9]+|[^\W\d_]+|['’]s\b|\S"
)
_ACRONYM = 3
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MOST_DAYS = 31
_YEAR_DIGITS, _SHORT_DIGITS = 4, 2
# More digits than any count of days has.
_MOST_DIGITS = 9
_CENTURY = 1900
_WORD, _SIGN = Word("word"), Word("sign")
_RANKINGS = frozenset(("ranked", "ordinal"))
_REACH = 12
_NAME_REACH = 10


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
        sentence: index of its sentence.
        lead: class of the preposition or word before it ("since", "by"), or "".
        after: class of the word behind it, or "".
        ranked: whether a ranking comes before it in the sentence ("the first since 2015").
    """

    rule: str
    span: Span
    tokens: tuple[Token, ...]
    sentence: int
    lead: str = ""
    after: str = ""
    ranked: bool = False

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
    written = _TOKEN.findall(text, span.start, span.end)
    letters = "".join([_letter(word, calendar) for word in written])
    if not calendar.triggers.search(letters):
        return
    hits = list(calendar.forms.finditer(letters))
    if not hits:
        return
    words = [_meaning(word, calendar) for word in written]
    matches = list(_TOKEN.finditer(text, span.start, span.end))
    for hit in hits:
        first, last = hit.span()
        whole = Span(matches[first].start(), matches[last - 1].end())
        if _is_name(text, whole, calendar):
            continue
        yield Mention(
            rule=(hit.lastgroup or "").rpartition("_")[0],
            span=whole,
            tokens=tuple(
                Token(word, match.start(), match.end())
                for word, match in zip(words[first:last], matches[first:last], strict=True)
            ),
            sentence=sentence,
            lead=_lead(words[:first]),
            after=words[last].kind if last < len(words) else "",
            ranked=any(word.kind in _RANKINGS for word in words[max(first - _REACH, 0) : first]),
        )


def _lead(words: Sequence[Word]) -> str:
    """What stands before an expression, over "at least" and the like."""
    place = len(words) - 1
    while place > 0 and words[place].kind in ("about", "at"):
        place -= 1
    if place < 0:
        return ""
    kind = words[place].kind
    return "ahead" if kind == "of" and place and words[place - 1].kind == "ahead" else kind


def _is_name(text: str, span: Span, calendar: Calendar) -> bool:
    """Whether an expression stands in a name such as "the Sunday Times"."""
    around = calendar.not_days.finditer(
        text, max(span.start - _NAME_REACH, 0), span.end + _NAME_REACH
    )
    return any(name.start() < span.end and span.start < name.end() for name in around)


@lru_cache(maxsize=65536)
def _letter(written: str, calendar: Calendar) -> str:
    return calendar.letters[_meaning(written, calendar).kind]


def _meaning(written: str, calendar: Calendar) -> Word:
    return calendar.words.get(written) or _shouted(written, calendar) or _shape(written)


def _shouted(written: str, calendar: Calendar) -> Word | None:
    """A word of the calendar in capitals ("THURSDAY, AUGUST 2")."""
    if len(written) <= _ACRONYM or not written.isupper():
        return None
    return calendar.words.get(written.title())


def _shape(written: str) -> Word:
    if "0" <= written[0] <= "9":
        return _number(written) or _WORD
    return _WORD if written[0].isalpha() else _SIGN


def _number(written: str) -> Word | None:
    if "-" in written:
        return Word("iso", name=written)
    if "/" in written or "." in written:
        return Word("slash", name=written)
    digits = written.replace(",", "").rstrip("sthndr")
    value = int(digits[:_MOST_DIGITS])
    if written.endswith("s"):
        return _decade(value, len(digits))
    if not written[-1].isdigit():
        return Word("nth", value, value) if value <= _MOST_DAYS else None
    return _plain_number(value, len(written))


def _plain_number(value: int, length: int) -> Word:
    if 1 <= value <= _MOST_DAYS:
        return Word("num", value, value)
    if length == _YEAR_DIGITS and _FIRST_YEAR <= value <= _LAST_YEAR:
        return Word("year", value, value)
    return Word("big", value, value)


def _decade(value: int, length: int) -> Word | None:
    """1990s or, of the last century, 90s."""
    if value % 10 or length not in (_YEAR_DIGITS, _SHORT_DIGITS):
        return None
    first = value if length == _YEAR_DIGITS else _CENTURY + value
    return Word("decade", first, first + 9) if _FIRST_YEAR <= first <= _LAST_YEAR else None
