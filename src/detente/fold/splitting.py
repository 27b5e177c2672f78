"""A component becomes happenings: a chain of likenesses must not join what is apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.fold.graph import Edge


def groups(
    members: Sequence[int], pairs: Sequence[Edge], are_apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """The members of a component, one list for each happening.

    The most alike are joined first; groups of which two members are apart stay two.

    Args:
        members: numbers of the mentions, in order.
        pairs: the pairs of them that are alike.
        are_apart: whether two mentions can never be of one happening.
    """
    if len(pairs) * 2 == len(members) * (len(members) - 1):
        return [list(members)]
    joining = _Joining(members, pairs, are_apart)
    for _, first, second in sorted(pairs, key=_strongest):
        joining.join(first, second)
    return [sorted(numbers) for _, numbers in sorted(joining.lists.items())]


def _strongest(edge: Edge) -> Edge:
    points, first, second = edge
    return -points, first, second


class _Joining:
    """Groups while they grow, each under its least number.

    Args:
        members: numbers of the mentions.
        pairs: the pairs of them that are alike.
        are_apart: whether two mentions can never be of one happening.
    """

    def __init__(
        self,
        members: Sequence[int],
        pairs: Sequence[Edge],
        are_apart: Callable[[int, int], bool],
    ) -> None:
        self.lists = {number: [number] for number in members}
        self._group = {number: number for number in members}
        self._barred: dict[int, set[int]] = {number: set() for number in members}
        self._alike = {(first, second) for _, first, second in pairs}
        self._are_apart = are_apart

    def join(self, first: int, second: int) -> None:
        """Makes one of the groups of two members, unless something keeps them apart."""
        one, other = sorted((self._group[first], self._group[second]))
        if one == other or other in self._barred[one]:
            return
        if self._is_barred(one, other):
            self._barred[one].add(other)
            self._barred[other].add(one)
        else:
            self._merge(one, other)

    def _is_barred(self, one: int, other: int) -> bool:
        for mine in self.lists[one]:
            for theirs in self.lists[other]:
                pair = (mine, theirs) if mine < theirs else (theirs, mine)
                if pair not in self._alike and self._are_apart(*pair):
                    return True
        return False

    def _merge(self, one: int, other: int) -> None:
        numbers = self.lists.pop(other)
        self.lists[one] += numbers
        for number in numbers:
            self._group[number] = one
        for third in self._barred.pop(other):
            self._barred[third].discard(other)
            self._barred[third].add(one)
            self._barred[one].add(third)
