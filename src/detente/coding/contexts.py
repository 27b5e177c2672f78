"""Why: the PLOVER contexts of an act, from its entry and from the words of its sentence."""

from __future__ import annotations

import re

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.lexicon import Lexicon

_WORD = re.compile(r"[\w'’-]+")
_MOST = 4


def contexts_of(act: Act, reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """Contexts, those of the entry first, then by first mention in the sentence."""
    found = dict.fromkeys(act.entry.contexts if act.entry else ())
    text = reading.document.sentences[act.sentence].span.of(reading.document.text).lower()
    words = [_singular(word) for word in _WORD.findall(text)]
    for first, second in zip(words, [*words[1:], ""], strict=True):
        for name in (f"{first} {second}", first):
            context = lexicon.contexts.get(name)
            if context:
                found.setdefault(context)
    return tuple(found)[:_MOST]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > len("gas"):
        return word[:-1]
    return word
