"""Examples as the numbers that the network trains on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from detente.learned.passages import Passage, Word
from detente.learned.places import States, distance, nearest, states
from detente.learned.vocabulary import PARTIES_AT_MOST
from training.examples import Example, Target, is_judged
from training.network import STATUSES


@dataclass(frozen=True, slots=True)
class Labels:
    """The names behind the numbers of the network's answers.

    Args:
        categories: PLOVER categories in order.
        modes: PLOVER modes in order; the first is none.
    """

    categories: tuple[str, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """What the second part of the network is asked about a passage; see ``training.network``."""

    places: Tensor
    category: Tensor
    marks: Tensor
    tie: Tensor
    near: Tensor
    state: Tensor
    rank: Tensor
    last: Tensor


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage with the right answers.

    Args:
        example: the passage.
        words: positions of its words.
        told: words x categories, 1 where a word tells such an act.
        weight: the same size, 0 where an answer does not count.
        cast: the question of parties, or None where there is no act or nobody.
        parts: roles x acts x states, 1 where a state takes a part.
        status: of each act, the number of its status.
        mode: of each act, the number of its mode.
    """

    example: Example
    words: Tensor
    told: Tensor
    weight: Tensor
    cast: Cast | None
    parts: Tensor
    status: Tensor
    mode: Tensor


def cast_of(
    passage: Passage, asked: Sequence[tuple[int, int]], ties: Sequence[Sequence[int]]
) -> Cast | None:
    """The question of parties about some words of a passage.

    Args:
        passage: the passage.
        asked: (place of a word, number of a category).
        ties: of each of them, of each mark, the number of the tie.
    """
    if not asked or not passage.marks:
        return None
    found = states(passage)
    words = [passage.words[place] for place, _ in asked]
    return Cast(
        places=torch.tensor([word.position for word in words]),
        category=torch.tensor([category for _, category in asked]),
        marks=torch.tensor([mark.position for mark in passage.marks]),
        tie=torch.tensor([list(row) for row in ties]),
        near=torch.tensor([[distance(word, mark) for mark in passage.marks] for word in words]),
        state=_members(found, len(passage.marks)),
        rank=torch.tensor(found.ranks),
        last=torch.tensor([_nearest(word, found, passage) for word in words]),
    )


def _members(found: States, marks: int) -> Tensor:
    table = torch.zeros(len(found.codes), marks)
    for row, members in enumerate(found.members):
        table[row, list(members)] = 1
    return table


def _nearest(word: Word, found: States, passage: Passage) -> list[int]:
    return [nearest(word, [passage.marks[place] for place in row]) for row in found.members]


def lesson(example: Example, labels: Labels) -> Lesson:
    """An example as numbers."""
    passage, targets = example.passage, example.targets
    told = torch.zeros(len(passage.words), len(labels.categories))
    weight = torch.ones_like(told)
    for place, category in example.open:
        weight[place, labels.categories.index(category)] = 0
    for target in targets:
        column = labels.categories.index(target.category)
        told[target.word, column] = weight[target.word, column] = 1
    for row, word in enumerate(passage.words):
        if not is_judged(passage, word):
            weight[row] = 0
    asked = [(target.word, labels.categories.index(target.category)) for target in targets]
    return Lesson(
        example,
        torch.tensor([word.position for word in passage.words]),
        told,
        weight,
        cast_of(passage, asked, [target.ties for target in targets]),
        _parts(targets, states(passage).codes),
        torch.tensor([STATUSES.index(target.status) for target in targets], dtype=torch.long),
        torch.tensor([labels.modes.index(target.mode) for target in targets], dtype=torch.long),
    )


def _parts(targets: Sequence[Target], codes: Sequence[str]) -> Tensor:
    return torch.tensor(
        [
            [[float(code in role) for code in codes] for role in column]
            for column in (
                [target.actors for target in targets],
                [target.recipients for target in targets],
                [target.speakers for target in targets],
            )
        ]
    )


def shuffled(passage: Passage, order: random.Random) -> Passage:
    """A passage whose states have other numbers, so that none of them comes to mean anything."""
    numbers = range(1, PARTIES_AT_MOST + 1)
    others = [0, *order.sample(numbers, PARTIES_AT_MOST)]
    return replace(passage, parties=tuple(others[number] for number in passage.parties))
