"""A dependency tree as plain columns, so that the rules below it run on hand-built parses too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tree:
    """One parsed block of text: a column per property, an index per word.

    Args:
        words: the words as written.
        lemmas: base forms, lower case except for names.
        tags: Penn Treebank tags.
        labels: dependency labels (ClearNLP, as spaCy's English models give them).
        heads: index of each word's head; a root points at itself.
        starts: offset of each word's first character in the article's text.
        sentences: number of the sentence, from 0 within the article, of each word.
    """

    words: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    labels: Sequence[str]
    heads: Sequence[int]
    starts: Sequence[int]
    sentences: Sequence[int]
    children: list[list[int]] = field(init=False)
    _extents: list[tuple[int, int]] | None = field(
        init=False, default=None, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)

    def __len__(self) -> int:
        return len(self.words)

    def end(self, index: int) -> int:
        """Offset after the last character of a word."""
        return self.starts[index] + len(self.words[index])

    def child(self, index: int, *labels: str) -> int | None:
        """The first child with one of the labels, or None."""
        for child in self.children[index]:
            if self.labels[child] in labels:
                return child
        return None

    def subtree(self, index: int) -> list[int]:
        """A word and all that hangs on it, in order."""
        found, queue = [index], list(self.children[index])
        while queue:
            word = queue.pop()
            found.append(word)
            queue.extend(self.children[word])
        found.sort()
        return found

    def extent(self, index: int) -> tuple[int, int]:
        """First and last word of a subtree."""
        if self._extents is None:
            self._extents = self._measured()
        return self._extents[index]

    def _measured(self) -> list[tuple[int, int]]:
        """Extents of all words, each after those of its children."""
        firsts, lasts = list(range(len(self))), list(range(len(self)))
        order = [index for index, head in enumerate(self.heads) if head == index]
        for index in order:
            order.extend(self.children[index])
        for index in reversed(order):
            head = self.heads[index]
            firsts[head] = min(firsts[head], firsts[index])
            lasts[head] = max(lasts[head], lasts[index])
        return list(zip(firsts, lasts, strict=True))
