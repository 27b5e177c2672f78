"""Examples as the numbers that the network trains on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from detente.learned.passages import Passage
from detente.learned.places import states
from detente.learned.question import Question, question_of
from detente.learned.vocabulary import PARTIES_AT_MOST
from training.examples import Example, Target
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
    """A question of parties as ``training.network.Caster`` takes it."""

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


def cast_of(question: Question) -> Cast:
    """A question as numbers."""
    return Cast(
        places=torch.tensor(question.positions),
        category=torch.tensor(question.categories),
        marks=torch.tensor(question.marks),
        tie=torch.tensor(question.ties),
        near=torch.tensor(question.distances),
        state=torch.tensor(question.members),
        rank=torch.tensor(question.ranks),
        last=torch.tensor(question.nearest),
    )


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
        if not passage.judges(word):
            weight[row] = 0
    found = states(passage)
    asked = [
        (passage.words[target.word], labels.categories.index(target.category)) for target in targets
    ]
    question = question_of(passage, found, asked, [target.ties for target in targets])
    return Lesson(
        example,
        torch.tensor([word.position for word in passage.words]),
        told,
        weight,
        cast_of(question) if asked and passage.marks else None,
        _parts(targets, found.codes),
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
