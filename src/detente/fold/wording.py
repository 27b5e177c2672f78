"""Words as they are compared: content words in a form under which their inflections meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 3
_STEM = 6


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form of a lower-case word under which its inflections meet."""
    word = _POSSESSIVE.sub("", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text in lower case, without accents."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def words_of(text: str, ignored: frozenset[str]) -> frozenset[str]:
    """The stems of a text's content words.

    Args:
        text: any text.
        ignored: lower-case words that are left out.
    """
    return stems(word for word in _WORD.findall(plain(text)) if word not in ignored)


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of lower-case words; single letters are left out."""
    return frozenset(stem(word) for word in words if len(word) > 1)
