"""Syndicated copies: the same text under another address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

_SHINGLE = 5
_KEPT = 48
_SAME = 0.75
_FEWEST = 8
_WORD = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """A short likeness of a text: the smallest hashes of its runs of words.

    Two texts that share most of their runs share most of these. Empty where the text is too short
    to be told from others.
    """
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if len(runs) < _FEWEST:
        return ()
    hashes = (int.from_bytes(blake2b(run.encode(), digest_size=6).digest()) for run in runs)
    return tuple(sorted(hashes)[:_KEPT])


def likeness(first: Sequence[int], second: Sequence[int]) -> float:
    """The share of runs of words that two texts have in common, as their sketches show it."""
    if not first or not second:
        return 0.0
    smallest = sorted({*first, *second})[: min(len(first), len(second))]
    return len(set(smallest) & set(first) & set(second)) / len(smallest)


def is_copy(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether two texts are one, but for a line or two."""
    return likeness(first, second) >= _SAME
