"""Which mentions are alike, found without comparing all with all, and what that connects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from detente.fold.likeness import likeness
from detente.fold.traits import Traits
from detente.lexicon import Folding

Edge = tuple[float, int, int]
_Cell = tuple[str, str, int]


class Index:
    """Mentions by category, code and day.

    Args:
        reach: days that may lie between two mentions of one happening.
    """

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._cells: defaultdict[_Cell, list[int]] = defaultdict(list)

    def add(self, number: int, item: Traits) -> None:
        """Puts a mention into the index under a number."""
        for cell in _cells(item, 0):
            self._cells[cell].append(number)

    def near(self, item: Traits) -> set[int]:
        """Numbers of the mentions that can be of one happening with another."""
        found: set[int] = set()
        for cell in _cells(item, self._reach):
            if cell in self._cells:
                found.update(self._cells[cell])
        return found


def _cells(item: Traits, reach: int) -> Iterator[_Cell]:
    for code in item.codes:
        for day in range(item.first - reach, item.last + reach + 1):
            yield item.category, code, day


def edges(traits: Sequence[Traits], folding: Folding, reach: int) -> Iterator[Edge]:
    """The pairs of mentions that are alike, with their points; the lower number stands first.

    Args:
        traits: the mentions.
        folding: points of each sign.
        reach: days that may lie between two.
    """
    index, least = Index(reach), folding.join
    for number, item in enumerate(traits):
        for other in index.near(item):
            value = likeness(traits[other], item, folding, reach, least)
            if value >= least:
                yield value, other, number
        index.add(number, item)


def components(count: int, pairs: Iterable[Edge]) -> list[list[int]]:
    """Groups of numbers that pairs connect, each in order, in the order of their least numbers.

    Args:
        count: numbers run from 0 to this one, exclusive.
        pairs: what connects them.
    """
    parents = list(range(count))
    for _, first, second in pairs:
        one, other = _root(parents, first), _root(parents, second)
        if one < other:
            parents[other] = one
        else:
            parents[one] = other
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(count):
        found[_root(parents, number)].append(number)
    return list(found.values())


def _root(parents: list[int], number: int) -> int:
    """The least number of a number's group."""
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
