"""Why: the PLOVER contexts of an act, from its entry and from the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.coding.acts import Act
from detente.lexicon import Lexicon
from detente.records import Document

_WORD = re.compile(r"[\w'’-]+")
_MOST = 4


class ContextReader:
    """Reads contexts, the words of each sentence once.

    Args:
        document: the parsed text.
        lexicon: what words mean.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon
        self._told: dict[int, dict[str, None]] = {}

    def contexts(self, act: Act) -> tuple[str, ...]:
        """Contexts, those of the act's entry first, then by first mention in its sentence."""
        found = dict.fromkeys(act.entry.contexts if act.entry else ())
        return tuple(found | self._sentence(act.sentence))[:_MOST]

    def _sentence(self, number: int) -> dict[str, None]:
        if number not in self._told:
            text = self._document.sentences[number].span.of(self._document.text)
            self._told[number] = dict.fromkeys(_told(text, self._lexicon))
        return self._told[number]


def _told(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The contexts that the words of a sentence tell, in order."""
    words = [_singular(word) for word in _WORD.findall(text.lower())]
    for first, second in zip(words, [*words[1:], ""], strict=True):
        for name in (f"{first} {second}", first):
            context = lexicon.contexts.get(name)
            if context:
                yield context


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > len("gas"):
        return word[:-1]
    return word
