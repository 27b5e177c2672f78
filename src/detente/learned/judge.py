"""What the network takes the words of a report for."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path

import numpy as np

from detente.learned.network import Answer, Floats, Network
from detente.learned.page import Page, page_of
from detente.learned.passages import Passage, Word
from detente.learned.places import States, states
from detente.learned.question import question_of
from detente.records import LinkedDocument, Opinion, PartyOpinion, Status

_FOLDER = Path(__file__).parent.parent / "data" / "learned"
# what a word tells with less than this is never an event
_FAINT = 0.1
# a state that takes part with less than this is not told of
_ABSENT = 0.02
# rows of the network's answer
_ACTOR, _RECIPIENT = 0, 1


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
        ties = [page.ties(passage, word) for word, _ in asked]
        question = question_of(passage, found, asked, ties)
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
        actors, recipients = (
            _parties(passage, found, answer.states[role][place], answer.mentions[role][place])
            for role in (_ACTOR, _RECIPIENT)
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
        )


def _likely(passage: Passage, told: Floats) -> list[tuple[Word, int]]:
    """The words that may tell an act, with the number of its category."""
    words = [word for word in passage.words if passage.judges(word)]
    shares = told[[word.position for word in words]]
    rows, columns = np.nonzero(shares >= _FAINT)
    return [(words[row], int(column)) for row, column in zip(rows, columns, strict=True)]


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
