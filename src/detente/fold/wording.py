"""Words as they are compared: content words in a form under which their inflections meet."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’].*\Z")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 3
_STEM = 6


def plain(text: str) -> str:
    """A text in lower case, without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def stem(word: str) -> str:
    """The form of a plain word under which its inflections meet."""
    word = _POSSESSIVE.sub("", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


class Stems(dict[str, str]):
    """Stems by plain word, each worked out once; empty for words that say nothing.

    Args:
        ignored: the words that say nothing.
    """

    def __init__(self, ignored: frozenset[str]) -> None:
        super().__init__()
        self._ignored = ignored
        self._kept: dict[str, frozenset[str]] = {}

    def __missing__(self, word: str) -> str:
        """Works out the stem of a word that is met for the first time."""
        found = self[word] = "" if word in self._ignored else stem(word)
        return found

    def of(self, text: str) -> frozenset[str]:
        """The stems of a text's words."""
        return frozenset(map(self.__getitem__, _WORD.findall(plain(text)))) - _NOTHING

    def kept(self, text: str) -> frozenset[str]:
        """The same, for a short text that comes again: it is worked out once."""
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = self.of(text)
        return found


_NOTHING = frozenset(("",))
