"""How much speaks for two mentions telling of one happening."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from detente.fold.traits import Traits
from detente.lexicon.folding import Points

NEVER = float("-inf")
# added to the length of the shorter of two texts, so that one common word of two is not a half
_SHORT = 2
_Name = TypeVar("_Name")


def likeness(first: Traits, second: Traits, points: Points, reach: int, least: float) -> float:
    """Points for two mentions telling of one happening, the same for both orders.

    Args:
        first: one mention.
        second: the other; of the same category.
        points: points of each sign, for the category.
        reach: days that may lie between the two.
        least: the sum that matters; a lower one can be given as ``NEVER``, which saves comparing
            words.
    """
    gap = max(first.first - second.last, second.first - first.last, 0)
    if gap > reach or first.status is not second.status:
        return NEVER
    sides = _sides(first, second, points)
    if sides == NEVER:
        return NEVER
    total = points.prior + sides + gap * points.day_gap
    total += _dating(first, second, points)
    total += _circumstances(first, second, points)
    total += _people(first, second, points)
    if first.article == second.article:
        total += points.report_same
    return NEVER if total + points.wording < least else total + _wording(first, second, points)


def _sides(first: Traits, second: Traits, points: Points) -> float:
    if first.actors == second.actors and first.recipients == second.recipients:
        total = 2 * points.side_same
        return total + points.denied if first.denied is not second.denied else total
    if first.denied or second.denied:
        return _denied_sides(first, second, points)
    if len(first.actors) > 1 or len(second.actors) > 1:
        if not first.recipients or not second.recipients:
            mine, other = first.actors | first.recipients, second.actors | second.recipients
            return _circle(mine, other, points)
    actors = _side(first.actors, second.actors, points)
    return actors + _side(first.recipients, second.recipients, points)


def _denied_sides(first: Traits, second: Traits, points: Points) -> float:
    """A denial often leaves out on whom; it must be of what the same party is said to have done."""
    if first.actors.isdisjoint(second.actors):
        return NEVER
    if first.recipients and second.recipients and first.recipients.isdisjoint(second.recipients):
        return NEVER
    return points.denied if first.denied is not second.denied else points.side_same


def _circle(mine: frozenset[str], other: frozenset[str], points: Points) -> float:
    """Those who act on each other: the same circle, or most of it."""
    if mine == other:
        return 2 * points.side_same
    common = len(mine & other)
    return NEVER if 2 * common < len(mine | other) else points.side_partly


def _side(mine: frozenset[str], other: frozenset[str], points: Points) -> float:
    if mine == other:
        return points.side_same if mine else 0.0
    if not mine or not other:
        return points.side_missing
    return NEVER if mine.isdisjoint(other) else points.side_partly


def _dating(first: Traits, second: Traits, points: Points) -> float:
    if not (first.dated and second.dated):
        return points.undated
    if first.first != first.last or second.first != second.last:
        return 0.0
    return points.day_same if first.first == second.first else points.day_other


def _circumstances(first: Traits, second: Traits, points: Points) -> float:
    total = 0.0
    if first.mode and second.mode:
        total += points.mode_same if first.mode == second.mode else points.mode_other
    if first.place and second.place:
        total += points.place_same if first.place == second.place else points.place_other
    if first.counts and second.counts:
        total += _counted(first.counts, second.counts, points)
    return total


def _counted(mine: Mapping[str, int], other: Mapping[str, int], points: Points) -> float:
    common = [mine[name] == count for name, count in other.items() if name in mine]
    if not common:
        return 0.0
    return points.count_same if any(common) else points.count_other


def _people(first: Traits, second: Traits, points: Points) -> float:
    if not first.levels or not second.levels:
        return 0.0
    persons = _agreement(first.persons, second.persons)
    if persons is not None:
        return points.person_same if persons else points.person_other
    return points.level_other if _agreement(first.levels, second.levels) is False else 0.0


def _agreement(
    first: Mapping[str, frozenset[_Name]], second: Mapping[str, frozenset[_Name]]
) -> bool | None:
    """Whether the two name the same for every code that both name some for; None for no code."""
    known: bool | None = None
    for code, mine in first.items():
        other = second.get(code)
        if other is not None:
            if mine.isdisjoint(other):
                return False
            known = True
    return known


def _wording(first: Traits, second: Traits, points: Points) -> float:
    total = points.words * _shared(first.words, second.words)
    if first.title and second.title:
        total += points.title * _shared(first.title, second.title)
    return total if first.acts.isdisjoint(second.acts) else total + points.act


def _shared(mine: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter set that both have."""
    size, others = len(mine), len(other)
    return len(mine & other) / ((min(others, size)) + _SHORT)
