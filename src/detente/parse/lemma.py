"""Base forms, looked up once per word and tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_BASE_TAGS = frozenset(("NN", "VB", "JJ", "RB"))
_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


@dataclass(slots=True)
class LemmaTable:
    """Remembers the base form of each (word, tag).

    spaCy's lemmatizer works a token at a time and needs the attribute ruler before it; together
    they cost a fifth of the parse. Its tables, asked once per distinct word, cost next to nothing.

    Args:
        lookup: gives the base forms of a lower-case word with a coarse part of speech.
    """

    lookup: Callable[[str, str], str]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def lemma(self, word: str, tag: str) -> str:
        """Base form of a word as written, lower case unless the tag says name."""
        key = (word, tag)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._find(word, tag)
        return found

    def _find(self, word: str, tag: str) -> str:
        if tag.startswith("NNP"):
            return word
        lower = word.lower()
        coarse = _COARSE.get(tag[:1])
        return self.lookup(lower, coarse) if coarse and tag not in _BASE_TAGS else lower


def rule_lookup(tables: Any) -> Callable[[str, str], str]:
    """Base forms by spaCy's rule tables (index, exceptions, suffix rules).

    Args:
        tables: the ``lookups`` of a spaCy rule lemmatizer.
    """
    index, exceptions, rules = (
        tables.get_table(name, {}) for name in ("lemma_index", "lemma_exc", "lemma_rules")
    )

    def lookup(word: str, coarse: str) -> str:
        irregular = exceptions.get(coarse, {}).get(word)
        if irregular:
            return str(irregular[0])
        known = index.get(coarse, ())
        forms = [
            word[: len(word) - len(old)] + new
            for old, new in rules.get(coarse, ())
            if word.endswith(old)
        ]
        found: str = next((form for form in forms if form in known), forms[0] if forms else word)
        return found

    return lookup
