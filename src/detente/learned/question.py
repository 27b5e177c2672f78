"""What the network is asked about the words of a passage that may tell an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.learned.passages import Passage, Word
from detente.learned.places import States, distance, nearest


@dataclass(frozen=True, slots=True)
class Question:
    """Words that may tell an act, with all that stands around them.

    Args:
        positions: of the words' first pieces.
        categories: numbers of the acts they may tell.
        marks: positions of the passage's marks.
        ties: words x marks, numbers of ties of syntax.
        distances: words x marks, numbers of distances.
        members: states x marks, 1 where a mark is of a state.
        ranks: of each state, its rank by how often it is named.
        nearest: words x states, number of the distance to the nearest mark.
    """

    positions: list[int]
    categories: list[int]
    marks: list[int]
    ties: list[list[int]]
    distances: list[list[int]]
    members: list[list[float]]
    ranks: list[int]
    nearest: list[list[int]]


def question_of(
    passage: Passage,
    found: States,
    asked: Sequence[tuple[Word, int]],
    ties: Sequence[Sequence[int]],
) -> Question:
    """The question about some words of a passage.

    Args:
        passage: the passage.
        found: the states it names.
        asked: (word, number of a category).
        ties: of each of them, of each mark, the number of the tie.
    """
    marks = passage.marks
    words = [word for word, _ in asked]
    named = [[marks[place] for place in row] for row in found.members]
    return Question(
        positions=[word.position for word in words],
        categories=[category for _, category in asked],
        marks=[mark.position for mark in marks],
        ties=[list(row) for row in ties],
        distances=[[distance(word, mark) for mark in marks] for word in words],
        members=[[float(place in row) for place in range(len(marks))] for row in found.members],
        ranks=list(found.ranks),
        nearest=[[nearest(word, row) for row in named] for word in words],
    )
