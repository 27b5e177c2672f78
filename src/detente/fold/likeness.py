"""How much speaks for two mentions telling of one happening."""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

from detente.fold.traits import Traits
from detente.lexicon import Folding
from detente.lexicon.folding import Points

NEVER = float("-inf")
# added to the length of the shorter of two texts, so that one common word of two is not a half
_SHORT = 2


def likeness(first: Traits, second: Traits, folding: Folding, reach: int, least: float) -> float:
    """Points for two mentions telling of one happening, the same for both orders.

    Args:
        first: one mention.
        second: the other; of the same category.
        folding: points of each sign.
        reach: days that may lie between the two.
        least: the sum that matters; a lower one can be given as ``NEVER``, which saves comparing
            words.
    """
    gap = max(first.first - second.last, second.first - first.last, 0)
    if gap > reach or first.status is not second.status:
        return NEVER
    if first.article == second.article and first.denied is second.denied:
        # The coding has joined what one report tells of one happening.
        return NEVER
    points = folding.points_of(first.category, first.mode, second.mode)
    sides = _sides(first, second, points)
    if sides == NEVER:
        return NEVER
    total = points.prior + sides + gap * points.day_gap
    total += _dating(first, second, points)
    total += _circumstances(first, second, points)
    total += _people(first, second, points)
    return NEVER if total + points.wording < least else total + _wording(first, second, points)


def _sides(first: Traits, second: Traits, points: Points) -> float:
    """Points for who acts on whom; ``NEVER`` where neither side, or the other way round, is the same."""
    denied = points.denied if first.denied is not second.denied else 0.0
    if first.actors == second.actors and first.recipients == second.recipients:
        return denied + 2 * points.side_same
    if len(first.actors) > 1 or len(second.actors) > 1:
        if not first.recipients or not second.recipients:
            return denied + _circle(first, second, points)
    if first.actors == second.recipients and first.recipients == second.actors:
        return NEVER if first.actors and second.actors else denied + points.side_missing
    vague = first.vague_actors or second.vague_actors
    acting = _side(
        first.actors, second.actors, points, points.vague_other if vague else points.actor_other
    )
    vague = first.vague_recipients or second.vague_recipients
    acted_on = _side(
        first.recipients,
        second.recipients,
        points,
        points.vague_other if vague else points.recipient_other,
    )
    if acting == points.actor_other and acted_on == points.recipient_other:
        return NEVER
    if acted_on == points.recipient_other and (_is_inner(first) or _is_inner(second)):
        acted_on = points.side_partly
    return denied + acting + acted_on


def _is_inner(traits: Traits) -> bool:
    """Whether a state acts on itself, so that the mention shows one side of two at most."""
    return bool(traits.actors) and traits.actors == traits.recipients


def _circle(first: Traits, second: Traits, points: Points) -> float:
    """Those who act on each other: the same circle, most of it, or one of it with nobody."""
    mine, other = first.actors | first.recipients, second.actors | second.recipients
    if mine == other:
        return 2 * points.side_same
    common = len(mine & other)
    if 2 * common >= len(mine | other):
        return points.side_partly
    return points.circle_alone if common == min(len(mine), len(other)) == 1 else points.actor_other


def _side(mine: frozenset[str], other: frozenset[str], points: Points, disjoint: float) -> float:
    if mine == other:
        return points.side_same if mine else 0.0
    if not mine or not other:
        return points.side_missing
    return disjoint if mine.isdisjoint(other) else points.side_partly


def _dating(first: Traits, second: Traits, points: Points) -> float:
    if not (first.dated and second.dated):
        return points.undated
    widest = max(first.last - first.first, second.last - second.first)
    if widest:
        # With every doubling of its days, a span has room for twice as many other happenings.
        return points.wide * log2(widest + 1)
    return points.day_same if first.first == second.first else points.day_other


def _circumstances(first: Traits, second: Traits, points: Points) -> float:
    total = 0.0
    if first.mode and second.mode:
        total += points.mode_same if first.mode == second.mode else points.mode_other
    if first.place or second.place:
        total += _place(first, second, points)
    if first.counts and second.counts:
        total += _counted(first.counts, second.counts, points)
    return total


def _place(first: Traits, second: Traits, points: Points) -> float:
    """Points for the place; a name that the other's sentence has may be where the other was too."""
    if first.place == second.place:
        return points.place_same
    if not first.place:
        return points.place_named if second.place <= first.said else 0.0
    if not second.place:
        return points.place_named if first.place <= second.said else 0.0
    if first.place <= second.said or second.place <= first.said:
        return 0.0
    if first.country == second.country and (first.statewide or second.statewide):
        return 0.0
    return points.place_other


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
    first: Mapping[str, frozenset[str]], second: Mapping[str, frozenset[str]]
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
    total = points.words * _shared(first.words, second.words) or points.words_none
    if first.title and second.title:
        total += points.title * _shared(first.title, second.title)
    return total if first.acts.isdisjoint(second.acts) else total + points.act


def _shared(mine: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter set that both have."""
    size, others = len(mine), len(other)
    return len(mine & other) / ((min(others, size)) + _SHORT)
