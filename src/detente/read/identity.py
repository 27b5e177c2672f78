"""Ids that are unique within one run."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from detente.records import Article


class Identities:
    """Keeps the ids given out, and tells a second article of the same id from a repetition."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        self._renamed: dict[tuple[str, int], str] = {}
        self._next: dict[str, int] = {}

    def distinguish(self, article: Article) -> Article:
        """The article, under an id that no other text of this run has.

        The first to use an id keeps it; another text gets ``-2``, ``-3`` ... behind it. The same
        text again keeps the id it had, since it is the same article.
        """
        key = (article.id, _digest(article.text))
        if self._taken.setdefault(*key) == key[1]:
            return article
        if key not in self._renamed:
            self._renamed[key] = self._free(key)
        return replace(article, id=self._renamed[key])

    def _free(self, key: tuple[str, int]) -> str:
        number = self._next.get(key[0], 2)
        while (name := f"{key[0]}-{number}") in self._taken:
            number += 1
        self._next[key[0]] = number + 1
        self._taken[name] = key[1]
        return name


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
