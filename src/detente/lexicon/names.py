"""Names in a text: folded so that spelling does not matter, found longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

_Meaning = TypeVar("_Meaning")
_WORD = re.compile(r"[^\W_]+")
# what may stand between two words of one name: "Guinea-Bissau", "St. John's", "U.S.", "J&K"
_GAP = re.compile(
    r"(?:[ \u00a0\u2009]|\r?\n)?(?:[-–&.'’‘ʼ`/(]|\.(?: |\r?\n)|[ \u00a0]?& ?|['’]s?[ \u00a0])?\Z"
)
_APOSTROPHES = frozenset("'’‘ʼ`")
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "a",
    }
)
_SHORTEST_WORDLIKE_ACRONYM = 4


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word without case and diacritics."""
    low = word.lower()
    if low.isascii():
        return low
    bare = unicodedata.normalize("NFKD", low.translate(_UNDECOMPOSED))
    return "".join(character for character in bare if not unicodedata.combining(character))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Args:
        fold: the word without case and diacritics.
        start: offset of its first character.
        end: offset after its last; the last full stop of "U.S." included.
        capital: whether it begins with a capital letter or a digit.
        upper: whether it is all capitals.
        joined: whether only what names hold stands between it and the word before.
    """

    fold: str
    start: int
    end: int
    capital: bool
    upper: bool
    joined: bool


def tokens(text: str) -> list[Token]:
    """The words of a text; the "s" of a possessive is none."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        gap = text[last:start]
        if word in {"s", "S"} and gap in _APOSTROPHES and found:
            continue
        joined = bool(found) and (gap == " " or _GAP.match(gap) is not None)
        first = word[0]
        capital = first.isupper() or first.isdigit()
        last = match.end()
        end = last + 1 if gap == "." and len(word) == 1 and text[last : last + 1] == "." else last
        found.append(Token(folded(word), start, end, capital, capital and word.isupper(), joined))
    return found


def folded_name(name: str) -> tuple[str, ...]:
    """A name's words without case, diacritics and possessive endings."""
    return tuple(token.fold for token in tokens(name))


@dataclass(frozen=True, slots=True)
class Match(Generic[_Meaning]):
    """A name found in a text.

    Args:
        start: offset of its first character.
        end: offset after its last.
        meanings: what it can mean.
    """

    start: int
    end: int
    meanings: tuple[_Meaning, ...]


@dataclass(slots=True)
class _Entry(Generic[_Meaning]):
    words: tuple[str, ...]
    marks: tuple[int, ...]
    meanings: list[_Meaning]


_ANY, _CAPITAL, _ACRONYM = 0, 1, 2


class NameIndex(Generic[_Meaning]):
    """Names by their words.

    Args:
        generic: last words of names that papers also print in lower case ("party", "army").
    """

    def __init__(self, generic: frozenset[str] = frozenset()) -> None:
        self._generic = generic
        self._by_first: dict[str, list[_Entry[_Meaning]]] = {}
        self._lower_first: set[str] = set()
        self._sorted = True

    def add(self, name: str, meaning: _Meaning) -> None:
        """Adds a name; one without any capital is left out, since no text could tell it is a name."""
        words = tokens(name)
        marks = tuple(self._mark(token, len(words)) for token in words)
        if not any(marks):
            return
        key = tuple(token.fold for token in words)
        entries = self._by_first.setdefault(key[0], [])
        for entry in entries:
            if entry.words == key and entry.marks == marks:
                entry.meanings.append(meaning)
                return
        entries.append(_Entry(key, marks, [meaning]))
        if marks[0] == _ANY:
            self._lower_first.add(key[0])
        self._sorted = False

    def _mark(self, token: Token, count: int) -> int:
        if not token.capital or (count > 1 and token.fold in self._generic):
            return _ANY
        length = token.end - token.start
        return _ACRONYM if token.upper and 1 < length < _SHORTEST_WORDLIKE_ACRONYM else _CAPITAL

    def exact(self, name: str) -> tuple[_Meaning, ...]:
        """What a name can mean, whatever its case."""
        key = folded_name(name)
        if not key:
            return ()
        entries = self._by_first.get(key[0], ())
        return tuple(
            meaning for entry in entries if entry.words == key for meaning in entry.meanings
        )

    def scan(self, words: list[Token]) -> Iterator[Match[_Meaning]]:
        """The names in a text, longest first from the left, none overlapping.

        Args:
            words: the text's words.
        """
        self._sort()
        by_first, lower_first = self._by_first, self._lower_first
        place, count = 0, len(words)
        while place < count:
            token = words[place]
            entries = by_first.get(token.fold)
            if entries is None or not (token.capital or token.fold in lower_first):
                place += 1
                continue
            found = _longest(entries, words, place)
            if found is None:
                place += 1
                continue
            last = place + len(found[0].words) - 1
            meanings = tuple(meaning for entry in found for meaning in entry.meanings)
            yield Match(token.start, words[last].end, meanings)
            place = last + 1

    def _sort(self) -> None:
        if not self._sorted:
            for entries in self._by_first.values():
                if len(entries) > 1:
                    entries.sort(key=lambda entry: -len(entry.words))
            self._sorted = True


def _longest(
    entries: Iterable[_Entry[_Meaning]], words: list[Token], place: int
) -> list[_Entry[_Meaning]] | None:
    found: list[_Entry[_Meaning]] = []
    for entry in entries:
        if found and len(entry.words) < len(found[0].words):
            break
        if _stands(entry, words, place):
            found.append(entry)
    return found or None


def _stands(entry: _Entry[_Meaning], words: list[Token], place: int) -> bool:
    if place + len(entry.words) > len(words):
        return False
    for offset, (word, mark) in enumerate(zip(entry.words, entry.marks, strict=True)):
        token = words[place + offset]
        if token.fold != word or (offset and not token.joined):
            return False
        if (mark == _CAPITAL and not token.capital) or (mark == _ACRONYM and not token.upper):
            return False
    return True
