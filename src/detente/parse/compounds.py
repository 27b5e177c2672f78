"""Words printed with a hyphen that are one word ("cease-fire", "re-opened")."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHORTEST = 3
_ENDINGS = "(?:s|es|d|ed|ing)?"


@dataclass(frozen=True, slots=True)
class Compounds:
    """Which hyphenated words a tokenizer must leave whole, and their spelling in the lexicon.

    Args:
        prefixes: first parts that make one word with any verb or noun ("re").
        closed: words whose base form has no hyphen.
        open: words whose base form keeps it.
    """

    prefixes: tuple[str, ...]
    closed: frozenset[str]
    open: frozenset[str]

    def pattern(self) -> re.Pattern[str]:
        """Matches the whole of such a word, with the endings of its forms."""
        prefix = "|".join(map(re.escape, self.prefixes))
        words = "|".join(map(re.escape, sorted(self.closed | self.open)))
        return re.compile(
            rf"(?:(?:{prefix})-[a-z]{{{_SHORTEST},}}|(?:{words}){_ENDINGS})", re.IGNORECASE
        )

    def spelling(self, word: str) -> str:
        """A word as the lexicon spells it.

        Args:
            word: any lower-case word.
        """
        first, hyphen, rest = word.partition("-")
        if not hyphen or word in self.open:
            return word
        if first in self.prefixes or any(word.startswith(closed) for closed in self.closed):
            return first + rest
        return word
