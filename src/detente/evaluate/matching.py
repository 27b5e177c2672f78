"""Which coded event stands for which reference event."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import product

from detente.evaluate.compared import ComparedEvent

# Categories in which who is named first says little: a meeting is told from either side.
_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"))

# Similarity counts in tenths: whole numbers tie exactly where the measure's decimals tie.
_MATCH = 10
_STATUS, _DAYS = 2, 2
_ACTORS, _RECIPIENTS = 1, 1


class Level(StrEnum):
    """How much must agree for two events to match.

    FULL: category, an actor and a recipient. ACTOR: category and an actor. TYPE: the category.
    """

    FULL = "full"
    ACTOR = "actor"
    TYPE = "type"


def similarity(reference: ComparedEvent, coded: ComparedEvent, level: Level) -> int:
    """How well two events match.

    Args:
        reference: an event of the reference.
        coded: a coded event of the same article.
        level: how much must agree.

    Returns:
        Tenths from 10; 0 where they do not match. Only FULL tells better matches from worse.
    """
    if reference.category != coded.category:
        return 0
    if level is Level.TYPE:
        return _MATCH
    together = _same_together(reference, coded)
    actor = _share(reference.actors, coded.actors)
    if level is Level.ACTOR:
        return _MATCH if together or actor else 0
    if not (together or (actor and _share(reference.recipients, coded.recipients))):
        return 0
    return _MATCH + _closeness(reference, coded)


def matched(
    reference: Sequence[ComparedEvent], coded: Sequence[ComparedEvent], level: Level
) -> list[tuple[int, int]]:
    """The pairs of a one-to-one matching, the most similar first.

    Greedy: of pairs equally similar, the one that stands last in its article is taken first. The
    order is part of the measure, since it decides what is compared on the matched events.

    Args:
        reference: the reference events of one article.
        coded: its coded events.
        level: how much must agree.

    Returns:
        Indices in ``reference`` and in ``coded``.
    """
    pairs = product(range(len(reference)), range(len(coded)))
    ranked = sorted(
        ((similarity(reference[i], coded[j], level), i, j) for i, j in pairs), reverse=True
    )
    free_reference, free_coded = set(range(len(reference))), set(range(len(coded)))
    found: list[tuple[int, int]] = []
    for degree, i, j in ranked:
        if degree and i in free_reference and j in free_coded:
            free_reference.remove(i)
            free_coded.remove(j)
            found.append((i, j))
    return found


def _share(reference: frozenset[str], coded: frozenset[str]) -> bool:
    """Whether two sets of codes have one in common, or are both empty."""
    return bool(reference & coded) or not (reference or coded)


def _same_together(reference: ComparedEvent, coded: ComparedEvent) -> bool:
    if reference.category not in _MUTUAL or not reference.parties:
        return False
    return reference.parties == coded.parties


def _closeness(reference: ComparedEvent, coded: ComparedEvent) -> int:
    return (
        _STATUS * (reference.status == coded.status)
        + _DAYS * (reference.days is not None and reference.days == coded.days)
        + _ACTORS * (reference.actors == coded.actors)
        + _RECIPIENTS * (reference.recipients == coded.recipients)
    )
