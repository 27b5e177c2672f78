"""Base forms, looked up once per word and tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from detente.parse.grammar import Grammar

_DOUBLED = re.compile(r"(\w*[aeiou]([bdgkmnprt]))\2(?:ed|ing)")
# more than the usual words have forms; names of an archive without end must not fill the memory
_REMEMBERED = 1 << 17
_BASE_TAGS = frozenset(("NN", "VB", "JJ", "RB"))
_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


@dataclass(slots=True)
class LemmaTable:
    """Remembers the base form of each (word, tag).

    spaCy's lemmatizer works a token at a time and needs the attribute ruler before it; together
    they cost a fifth of the parse. Its tables, asked once per distinct word, cost next to nothing.

    Args:
        lookup: gives the base forms of a lower-case word with a coarse part of speech.
        spelling: gives a lower-case word as the lexicon spells it.
    """

    lookup: Callable[[str, str], str]
    spelling: Callable[[str], str]
    _known: Callable[[str, str], str] = field(init=False)

    def __post_init__(self) -> None:
        self._known = lru_cache(_REMEMBERED)(self._find)

    def lemma(self, word: str, tag: str) -> str:
        """Base form of a word as written, lower case unless the tag says name."""
        return self._known(word, tag)

    def _find(self, word: str, tag: str) -> str:
        if tag.startswith("NNP"):
            return word
        lower = self.spelling(word.lower())
        coarse = _COARSE.get(tag[:1])
        return self.lookup(lower, coarse) if coarse and tag not in _BASE_TAGS else lower


def rule_lookup(tables: Any, grammar: Grammar) -> Callable[[str, str], str]:
    """Base forms by our own exceptions, then by spaCy's tables (index, exceptions, suffix rules).

    Args:
        tables: the ``lookups`` of a spaCy rule lemmatizer.
        grammar: the exceptions.
    """
    index, exceptions, rules = (
        tables.get_table(name, {}) for name in ("lemma_index", "lemma_exc", "lemma_rules")
    )
    bases = {coarse: frozenset(index.get(coarse, ())) for coarse in _COARSE.values()}

    def lookup(word: str, coarse: str) -> str:
        known_form = grammar.lemmas.get(coarse, {}).get(word)
        if known_form:
            return known_form
        irregular = exceptions.get(coarse, {}).get(word)
        if irregular:
            return str(irregular[0])
        known = bases.get(coarse, ())
        forms = [
            word[: len(word) - len(old)] + new
            for old, new in rules.get(coarse, ())
            if word.endswith(old)
        ]
        found: str = next((form for form in forms if form in known), _guess(word, forms, coarse))
        return found

    return lookup


def _guess(word: str, forms: list[str], coarse: str) -> str:
    """The base form of a word that no table has: a doubled consonant is one ("wiretapped")."""
    doubled = _DOUBLED.fullmatch(word) if coarse == "verb" else None
    if doubled:
        return doubled.group(1)
    return forms[0] if forms else word
