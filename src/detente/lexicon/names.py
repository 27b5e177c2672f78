"""Names in a text: folded so that spelling does not matter, found longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

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
    bare = unicodedata.normalize("NFKD", low).lower().translate(_UNDECOMPOSED)
    return "".join(character for character in bare if not unicodedata.combining(character))


class Token(NamedTuple):
    """A word of a text; a tuple, since a text has more of them than of anything else.

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


@lru_cache(maxsize=65536)
def _shape(word: str) -> tuple[str, bool, bool]:
    """A word folded, whether it begins with a capital or digit, and whether it is all capitals."""
    capital = word[0].isupper() or word[0].isdigit()
    return folded(word), capital, capital and word.isupper()


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
        last = match.end()
        end = last + 1 if gap == "." and len(word) == 1 and text[last : last + 1] == "." else last
        fold, capital, upper = _shape(word)
        found.append(Token(fold, start, end, capital, upper, joined))
    return found


def folded_name(name: str) -> tuple[str, ...]:
    """A name's words without case, diacritics and possessive endings."""
    if name.isascii() and name.isalpha():
        return (name.lower(),)
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


@dataclass(frozen=True, slots=True)
class _Entry(Generic[_Meaning]):
    words: tuple[str, ...]
    marks: tuple[int, ...]
    meanings: list[_Meaning]


_ANY, _CAPITAL, _ACRONYM = 0, 1, 2


class NameIndex(Generic[_Meaning]):
    """Names by their words.

    Names are taken apart only when a text holds their first word, so that a large index is ready
    at once.

    Args:
        generic: last words of names that papers also print in lower case ("party", "army").
    """

    def __init__(self, generic: frozenset[str] = frozenset()) -> None:
        self._generic = generic
        self._raw: dict[str, list[tuple[str, _Meaning]]] = {}
        self._entries: dict[str, dict[str, list[_Entry[_Meaning]]]] = {}
        self._lower_first: set[str] = set()

    def add(self, name: str, meaning: _Meaning) -> None:
        """Adds a name; one without any capital is never found, since no text could tell it is a name."""
        word = name.partition(" ")[0]
        if word.isascii() and word.isalpha():
            first = word.lower()
        else:
            match = _WORD.search(name)
            if match is None:
                return
            word = match.group()
            first = folded(word)
        self._raw.setdefault(first, []).append((name, meaning))
        if not (word[0].isupper() or word[0].isdigit()):
            self._lower_first.add(first)

    def exact(self, name: str) -> tuple[_Meaning, ...]:
        """What a name can mean, whatever its case."""
        key = folded_name(name)
        if not key:
            return ()
        entries = self._of_first(key[0]).get(key[1] if len(key) > 1 else "", ())
        return tuple(
            meaning for entry in entries if entry.words == key for meaning in entry.meanings
        )

    def scan(self, words: list[Token]) -> Iterator[Match[_Meaning]]:
        """The names in a text, longest first from the left, none overlapping.

        Args:
            words: the text's words.
        """
        raw, lower_first = self._raw, self._lower_first
        place, count = 0, len(words)
        while place < count:
            token = words[place]
            if (token.capital or token.fold in lower_first) and token.fold in raw:
                found = self._longest(words, place)
                if found:
                    last = place + len(found[0].words) - 1
                    meanings = tuple(meaning for entry in found for meaning in entry.meanings)
                    yield Match(token.start, words[last].end, meanings)
                    place = last
            place += 1

    def _longest(self, words: list[Token], place: int) -> list[_Entry[_Meaning]]:
        """The longest names that stand at a place."""
        by_second = self._of_first(words[place].fold)
        following = words[place + 1].fold if place + 1 < len(words) else ""
        for second in (following, "") if following else ("",):
            found: list[_Entry[_Meaning]] = []
            for entry in by_second.get(second, ()):
                if found and len(entry.words) < len(found[0].words):
                    break
                if _stands(entry, words, place):
                    found.append(entry)
            if found:
                return found
        return []

    def _of_first(self, first: str) -> dict[str, list[_Entry[_Meaning]]]:
        """The names that begin with a word by their second word, "" for none; longest first."""
        entries = self._entries.get(first)
        if entries is None:
            entries = self._entries[first] = self._taken_apart(self._raw.get(first, ()))
        return entries

    def _taken_apart(
        self, named: Iterable[tuple[str, _Meaning]]
    ) -> dict[str, list[_Entry[_Meaning]]]:
        found: dict[tuple[tuple[str, ...], tuple[int, ...]], _Entry[_Meaning]] = {}
        for name, meaning in named:
            words = tokens(name)
            marks = tuple(self._mark(token, len(words)) for token in words)
            if any(marks):
                key = tuple(token.fold for token in words), marks
                found.setdefault(key, _Entry(*key, [])).meanings.append(meaning)
        by_second: dict[str, list[_Entry[_Meaning]]] = {}
        for entry in sorted(found.values(), key=lambda entry: -len(entry.words)):
            by_second.setdefault(entry.words[1] if len(entry.words) > 1 else "", []).append(entry)
        return by_second

    def _mark(self, token: Token, count: int) -> int:
        if not token.capital or (count > 1 and token.fold in self._generic):
            return _ANY
        length = token.end - token.start
        return _ACRONYM if token.upper and 1 < length < _SHORTEST_WORDLIKE_ACRONYM else _CAPITAL


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
