"""Which mentions are alike, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from detente.fold.likeness import likeness
from detente.fold.traits import Traits
from detente.lexicon import Folding

Edge = tuple[float, int, int]
Cell = tuple[str, str, int]


class Index:
    """Mentions by category, code and day.

    Args:
        traits: the mentions.
    """

    def __init__(self, traits: Sequence[Traits]) -> None:
        self._cells: defaultdict[Cell, set[int]] = defaultdict(set)
        for number, item in enumerate(traits):
            for cell in cells(item, 0):
                self._cells[cell].add(number)

    def near(self, item: Traits, reach: int) -> set[int]:
        """Numbers of the mentions that can be of one happening with another."""
        found: set[int] = set()
        for cell in cells(item, reach):
            if cell in self._cells:
                found |= self._cells[cell]
        return found


def cells(item: Traits, reach: int) -> Iterator[Cell]:
    """The cells of the index in which a mention is, or in which its neighbours are."""
    for code in item.codes:
        for day in range(item.first - reach, item.last + reach + 1):
            yield item.category, code, day


def edges(traits: Sequence[Traits], folding: Folding, reach: int) -> Iterator[Edge]:
    """The pairs of mentions that are alike, with their points.

    Args:
        traits: the mentions, in order of their ids.
        folding: points of each sign.
        reach: days that may lie between two.
    """
    index = Index(traits)
    for number, item in enumerate(traits):
        for other in index.near(item, reach):
            if other > number:
                points = likeness(item, traits[other], folding, reach)
                if points >= folding.join:
                    yield points, number, other


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups of numbers that pairs connect, each in order, in the order of their least numbers.

    Args:
        count: numbers run from 0 to this one, exclusive.
        pairs: what connects them.
    """
    parents = list(range(count))
    for pair in pairs:
        first, second = (root(parents, number) for number in pair)
        parents[max(first, second)] = min(first, second)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(count):
        found[root(parents, number)].append(number)
    return list(found.values())


def root(parents: list[int], number: int) -> int:
    """The least number of a number's group."""
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
