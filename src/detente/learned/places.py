"""Where the parties of a passage stand to a word, as numbers that the network reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.learned.passages import Mark, Passage, Word

# the rows of the trained tables: distances within a sentence by pieces, then by sentences
_WITHIN = (-12, -4, 0, 4, 12)
_BEFORE, _LONGEST_BEFORE = 6, 5
_AFTER, _LONGEST_AFTER = 11, 3
NOWHERE = 15
DISTANCES = NOWHERE + 1
RANKS = 6


@dataclass(frozen=True, slots=True)
class States:
    """The states that a passage names.

    Args:
        codes: their codes, the most named first.
        ranks: of each, its rank by how often it is named.
        members: of each, the places of its marks among the passage's.
    """

    codes: tuple[str, ...]
    ranks: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]


def states(passage: Passage) -> States:
    """The states of a passage."""
    codes = [mark.mention.party.code for mark in passage.marks]
    order = [code for code, _ in Counter(codes).most_common()]
    return States(
        tuple(order),
        tuple(min(rank, RANKS - 1) for rank in range(len(order))),
        tuple(tuple(place for place, code in enumerate(codes) if code == one) for one in order),
    )


def distance(word: Word, mark: Mark) -> int:
    """The number of the distance from a word to a mark."""
    apart = word.sentence - mark.mention.sentence
    if apart > 0:
        return _BEFORE + min(apart, _LONGEST_BEFORE) - 1
    if apart < 0:
        return _AFTER + min(-apart, _LONGEST_AFTER) - 1
    gap = mark.position - word.position
    return sum(gap > limit for limit in _WITHIN)


def nearest(word: Word, marks: Sequence[Mark]) -> int:
    """The number of the distance to the nearest of some marks, those before the word first."""
    behind = [item for item in marks if item.position < word.position]
    if behind:
        return distance(word, behind[-1])
    return distance(word, marks[0]) if marks else NOWHERE
