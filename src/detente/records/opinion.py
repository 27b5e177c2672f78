"""What the trained network takes a word of a report for."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records.party import Party
from detente.records.span import Span, Status


@dataclass(frozen=True, slots=True)
class PartyOpinion:
    """How likely a party takes part in an act.

    Args:
        party: the party, with the words of the text that speak most for it.
        sentence: index of the sentence of those words.
        probability: 0 to 1.
    """

    party: Party
    sentence: int
    probability: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """An act that a word of a report may tell.

    Args:
        word: characters of the word.
        sentence: index of its sentence.
        category: PLOVER category.
        probability: 0 to 1, that the word tells such an act.
        mode: the likeliest PLOVER mode, or None.
        status: the likeliest status.
        actors: who may act, one entry a state, the likeliest first.
        recipients: on whom, in the same form.
    """

    word: Span
    sentence: int
    category: str
    probability: float
    mode: str | None
    status: Status
    actors: tuple[PartyOpinion, ...]
    recipients: tuple[PartyOpinion, ...]

    def chance(self, actor: str | None, recipient: str | None) -> float:
        """How likely the act is told with these two states in these parts.

        Args:
            actor: code of who acts, or None for anyone.
            recipient: code of whom it falls on, or None for anyone.
        """
        return self.probability * _share(self.actors, actor) * _share(self.recipients, recipient)


def _share(opinions: tuple[PartyOpinion, ...], code: str | None) -> float:
    if code is None:
        return 1.0
    return next((item.probability for item in opinions if item.party.code == code), 0.0)
