"""What the network takes the words of a report for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from detente.learned.network import Answer, Floats, Network, Question
from detente.learned.page import Page, page_of
from detente.learned.passages import Passage, Word
from detente.learned.places import States, distance, nearest, states
from detente.records import LinkedDocument, Opinion, PartyOpinion, Status

_FOLDER = Path(__file__).parent.parent / "data" / "learned"
# what a word tells with less than this is never an event
_FAINT = 0.1
# a state that takes part with less than this is not told of
_ABSENT = 0.02


class Judge:
    """Reads linked reports.

    Args:
        network: the trained network.
        calendar: names of days and months, lower case.
    """

    def __init__(self, network: Network, calendar: Container[str]) -> None:
        self._network = network
        self._calendar = calendar

    @property
    def digest(self) -> str:
        """Short hash of the network."""
        return self._network.digest

    def opinions(self, linked: LinkedDocument) -> tuple[Opinion, ...]:
        """The acts that words of a report may tell, in the order of the text."""
        page = page_of(linked, self._network.vocabulary, self._calendar)
        return tuple(opinion for passage in page.passages for opinion in self._of(page, passage))

    def _of(self, page: Page, passage: Passage) -> Iterator[Opinion]:
        if not passage.marks:
            return
        hidden, told = self._network.reading(passage)
        asked = _likely(passage, told)
        if not asked:
            return
        found = states(passage)
        question = _question(page, passage, found, asked)
        answer = self._network.answer(hidden, question)
        for place, (word, category) in enumerate(asked):
            probability = float(told[word.position, category])
            yield self._opinion(passage, found, answer, place, word, category, probability)

    def _opinion(
        self,
        passage: Passage,
        found: States,
        answer: Answer,
        place: int,
        word: Word,
        category: int,
        probability: float,
    ) -> Opinion:
        actors, recipients, speakers = (
            _parties(passage, found, answer.states[role][place], answer.mentions[role][place])
            for role in range(3)
        )
        return Opinion(
            word=word.span,
            sentence=word.sentence,
            category=self._network.categories[category],
            probability=probability,
            mode=self._network.modes[int(answer.modes[place].argmax())] or None,
            status=Status(self._network.statuses[int(answer.statuses[place].argmax())]),
            actors=actors,
            recipients=recipients,
            speakers=speakers,
        )


def _likely(passage: Passage, told: Floats) -> list[tuple[Word, int]]:
    """The words that may tell an act, with the number of its category."""
    words = [word for word in passage.words if word.sentence >= passage.first]
    shares = told[[word.position for word in words]]
    rows, columns = np.nonzero(shares >= _FAINT)
    return [(words[row], int(column)) for row, column in zip(rows, columns, strict=True)]


def _question(
    page: Page, passage: Passage, found: States, asked: Sequence[tuple[Word, int]]
) -> Question:
    marks = passage.marks
    words = [word for word, _ in asked]
    return Question(
        positions=[word.position for word in words],
        categories=[category for _, category in asked],
        marks=[mark.position for mark in marks],
        ties=[page.ties(passage, word) for word in words],
        distances=[[distance(word, mark) for mark in marks] for word in words],
        members=[[float(place in row) for place in range(len(marks))] for row in found.members],
        ranks=list(found.ranks),
        nearest=[
            [nearest(word, [marks[place] for place in row]) for row in found.members]
            for word in words
        ],
    )


def _parties(
    passage: Passage, found: States, shares: Floats, scores: Floats
) -> tuple[PartyOpinion, ...]:
    """The states of a role, the likeliest first, each with the mention that speaks most for it."""
    opinions: list[PartyOpinion] = []
    for place, members in enumerate(found.members):
        share = float(shares[place])
        if share < _ABSENT:
            continue
        best = max(members, key=lambda member: float(scores[member]))
        mention = passage.marks[best].mention
        opinions.append(PartyOpinion(mention.party, mention.sentence, share))
    return tuple(sorted(opinions, key=lambda item: -item.probability))


@cache
def default_network() -> Network:
    """The network that ships with detente.

    Raises:
        ModelError: its files are missing or damaged.
    """
    return Network(_FOLDER)
