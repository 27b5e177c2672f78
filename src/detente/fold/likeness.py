"""How much speaks for two mentions telling of one happening."""

from __future__ import annotations

from collections.abc import Mapping

from detente.fold.traits import Traits
from detente.lexicon import Folding
from detente.lexicon.folding import Points

NEVER = float("-inf")


def likeness(first: Traits, second: Traits, folding: Folding, reach: int) -> float:
    """Points for two mentions telling of one happening, the same for both orders.

    Args:
        first: one mention.
        second: the other; of the same category.
        folding: points of each sign.
        reach: days that may lie between the two.
    """
    gap = max(first.first - second.last, second.first - first.last, 0)
    if gap > reach or first.status is not second.status:
        return NEVER
    points = folding.points
    sides = _sides(first, second, points)
    if sides == NEVER:
        return NEVER
    total = folding.prior.get(first.category, 0.0) + sides + gap * points.day_gap
    total += _dating(first, second, points)
    total += _wording(first, second, points)
    total += _circumstances(first, second, points)
    total += _people(first, second, points)
    return total + (points.same_report if first.article == second.article else 0.0)


def _sides(first: Traits, second: Traits, points: Points) -> float:
    if first.denied or second.denied:
        return _denied_sides(first, second)
    if not first.recipients or not second.recipients:
        mine, other = first.actors | first.recipients, second.actors | second.recipients
        if len(first.actors) > 1 or len(second.actors) > 1:
            return _circle(mine, other, points)
    actors = _side(first.actors, second.actors, points)
    return (
        actors if actors == NEVER else actors + _side(first.recipients, second.recipients, points)
    )


def _denied_sides(first: Traits, second: Traits) -> float:
    """A denial often leaves out on whom; it must be of what the same party is said to have done."""
    if first.actors.isdisjoint(second.actors):
        return NEVER
    if first.recipients and second.recipients and first.recipients.isdisjoint(second.recipients):
        return NEVER
    return 1.0


def _circle(mine: frozenset[str], other: frozenset[str], points: Points) -> float:
    """Those who act on each other: the same circle, or most of it."""
    if mine == other:
        return 2 * points.side_same
    common = len(mine & other)
    if not common or 2 * common < len(mine | other):
        return NEVER
    return points.side_partly


def _side(mine: frozenset[str], other: frozenset[str], points: Points) -> float:
    if mine == other:
        return points.side_same if mine else 0.0
    if not mine or not other:
        return points.side_missing
    return NEVER if mine.isdisjoint(other) else points.side_partly


def _dating(first: Traits, second: Traits, points: Points) -> float:
    if not first.dated or not second.dated:
        return points.undated
    same = first.first == first.last == second.first == second.last
    return points.day_same if same else 0.0


def _wording(first: Traits, second: Traits, points: Points) -> float:
    total = points.words * _shared(first.words, second.words)
    total += points.title * _shared(first.title, second.title)
    return total if first.acts.isdisjoint(second.acts) else total + points.act


def _shared(mine: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter that both have; short sets have less weight."""
    return len(mine & other) / (min(len(mine), len(other)) + 2)


def _circumstances(first: Traits, second: Traits, points: Points) -> float:
    total = 0.0
    if first.mode and second.mode:
        total += points.mode_same if first.mode == second.mode else points.mode_other
    if first.place and second.place:
        total += points.place_same if first.place == second.place else points.place_other
    counted = [
        mine == other
        for mine, other in zip(first.counts, second.counts, strict=True)
        if mine is not None and other is not None
    ]
    if counted:
        total += points.count_same if any(counted) else points.count_other
    return total


def _people(first: Traits, second: Traits, points: Points) -> float:
    persons = _agreement(first.persons, second.persons)
    if persons is not None:
        return points.person_same if persons else points.person_other
    levels = _agreement(first.levels, second.levels)
    return points.level_other if levels is False else 0.0


def _agreement(
    first: Mapping[str, frozenset[object]] | Mapping[str, frozenset[str]],
    second: Mapping[str, frozenset[object]] | Mapping[str, frozenset[str]],
) -> bool | None:
    """Whether the two name the same for every code that both name somebody for; None for no code."""
    known: bool | None = None
    for code, mine in first.items():
        other = second.get(code)
        if other is not None:
            if mine.isdisjoint(other):
                return False
            known = True
    return known
