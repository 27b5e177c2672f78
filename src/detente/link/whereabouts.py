"""Where a report's events happen, as far as towns and regions tell before anything is linked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from detente.link.draft import Draft


class Whereabouts:
    """Counts of the states that places lie in.

    Args:
        draft: the document.
        places: offsets of places with the code of their state, in order.
    """

    def __init__(self, draft: Draft, places: list[tuple[int, str]]) -> None:
        self._sentences = draft.document.sentences
        self._places = places
        self._all = Counter(code for _, code in places)

    def around(self, offset: int) -> Counter[str]:
        """The states of the places in an offset's sentence; those of the whole text where it has none."""
        index = bisect_right(self._sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if index < 0:
            return self._all
        span = self._sentences[index].span
        first = bisect_left(self._places, (span.start, ""))
        last = bisect_left(self._places, (span.end, ""))
        near = Counter(code for _, code in self._places[first:last])
        return near or self._all
