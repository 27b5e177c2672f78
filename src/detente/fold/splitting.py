"""A component becomes happenings: a chain of likenesses must not join what is apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from detente.fold.graph import Edge


def groups(
    members: Sequence[int], pairs: Iterable[Edge], apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """Members of a component, one list for each happening.

    The most alike are joined first; groups of which two members are apart stay two.

    Args:
        members: numbers of the mentions, in order.
        pairs: the pairs that are alike.
        apart: whether two mentions can never be of one happening.
    """
    lists = {number: [number] for number in members}
    owner = {number: number for number in members}
    barred: dict[int, set[int]] = {number: set() for number in members}
    for _, first, second in sorted(pairs, key=lambda edge: (-edge[0], edge[1], edge[2])):
        one, other = sorted((owner[first], owner[second]))
        if one == other or other in barred[one]:
            continue
        if any(apart(mine, theirs) for mine in lists[one] for theirs in lists[other]):
            barred[one].add(other)
            barred[other].add(one)
            continue
        for number in lists[other]:
            owner[number] = one
        lists[one] += lists.pop(other)
        for third in barred.pop(other):
            barred[third].discard(other)
            barred[third].add(one)
            barred[one].add(third)
    return [sorted(numbers) for _, numbers in sorted(lists.items())]
