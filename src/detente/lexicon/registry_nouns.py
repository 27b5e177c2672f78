"""Nouns of offices and bodies: what sector "the minister", "police" or "rebels" belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LONGEST = 5
_SHORTEST_PLURAL = 3


@dataclass(frozen=True, slots=True)
class NounSense:
    """What a noun of an office, body or group of people stands for.

    Args:
        noun: the noun, singular, lower case, with the words that decide before it.
        sector: sector code.
        role: kind of office, as in the people tables, or "".
        person: whether it stands for persons, not for a body.
        generic: whether the sector is rather that of the body it belongs to ("spokesman").
        weak: whether it needs a state beside it to be a party ("tank").
        state: code of the only state that has such an office ("pope"), or "".
    """

    noun: str
    sector: str
    role: str = ""
    person: bool = True
    generic: bool = False
    weak: bool = False
    state: str = ""


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """A form under which singular and plural of a noun meet."""
    if len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss"):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word


class NounTable:
    """Nouns by their last word.

    Args:
        senses: all nouns.
    """

    def __init__(self, senses: Iterable[NounSense]) -> None:
        self._senses: dict[str, NounSense] = {}
        self._lasts: set[str] = set()
        for sense in senses:
            words = [singular(word) for word in sense.noun.split()]
            self._senses.setdefault(" ".join(words), sense)
            self._lasts.add(words[-1])

    def find(self, words: list[str]) -> NounSense | None:
        """The sense of the longest end of some words.

        Args:
            words: base forms, lower case, the head last.
        """
        if singular(words[-1]) not in self._lasts:
            _, hyphen, last = words[-1].rpartition("-")
            return self.find([last]) if hyphen and last else None
        forms = [singular(word) for word in words[-_LONGEST:]]
        for first in range(len(forms)):
            sense = self._senses.get(" ".join(forms[first:]))
            if sense:
                return sense
        return None

    def exact(self, words: list[str]) -> NounSense | None:
        """The sense of some words, all of them."""
        return self._senses.get(" ".join(singular(word) for word in words))


def noun_senses(table: Mapping[str, Any]) -> Iterator[NounSense]:
    """The senses that a parsed table of offices or bodies lists."""
    for row in table.get("office", ()):
        for title in row["titles"]:
            generic, state = row.get("generic", False), row.get("state", "")
            yield NounSense(title, row["sector"], row["role"], generic=generic, state=state)
    for row in table.get("body", ()):
        for noun in row["nouns"]:
            weak = row.get("weak", False) and " " not in noun
            yield NounSense(noun, row["sector"], person=row.get("persons", False), weak=weak)
