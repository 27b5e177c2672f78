"""How well tellings are grouped: by pairs, and by B-cubed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Grouped:
    """A telling with the group it belongs to and the group it was put into.

    Args:
        kind: only tellings of one kind are compared in pairs.
        true: its happening.
        found: the happening it was put into.
    """

    kind: str
    true: str
    found: str


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Pairs of tellings.

    Args:
        right: joined, and of one happening.
        wrong: joined, and of two.
        missed: of one happening, and not joined.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of the joined pairs that are of one happening."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the pairs of one happening that are joined."""
        return _share(self.right, self.right + self.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def pair_counts(groups: Iterable[Sequence[Grouped]]) -> PairCounts:
    """The pairs within each group of reports, where both are of one kind."""
    right = wrong = missed = 0
    for group in groups:
        for first, second in combinations(group, 2):
            if first.kind == second.kind:
                same, joined = first.true == second.true, first.found == second.found
                right += same and joined
                wrong += joined and not same
                missed += same and not joined
    return PairCounts(right, wrong, missed)


def b_cubed(groups: Iterable[Sequence[Grouped]]) -> float:
    """The F1 of B-cubed precision and recall over all tellings, within each group of reports."""
    precisions: list[float] = []
    recalls: list[float] = []
    for group in groups:
        for item in group:
            put = [other for other in group if other.found == item.found]
            due = [other for other in group if other.true == item.true]
            common = sum(other.true == item.true for other in put)
            precisions.append(common / len(put))
            recalls.append(common / len(due))
    if not precisions:
        return 1.0
    precision, recall = (sum(values) / len(values) for values in (precisions, recalls))
    return 2 * precision * recall / (precision + recall)
