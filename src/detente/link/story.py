"""Which states a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from detente.lexicon.names import tokens
from detente.lexicon.registry_rows import Actor
from detente.link.draft import Draft
from detente.link.offices import counts as counts_before

_ORGANISED = frozenset(("UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"))
_FEW = 6


def story_codes(draft: Draft, title: str | None) -> tuple[str, ...]:
    """Codes of the states named, those named most and earliest first.

    Args:
        draft: the document with its mentions.
        title: the headline, or None.
    """
    title_weight, *weights = draft.words.story_weights
    counts: Counter[str] = Counter()
    starts = [sentence.span.start for sentence in draft.document.sentences]
    ends = starts[1 : len(weights)]
    for mention in draft.mentions:
        if not counts_before(draft, mention):
            continue
        rank = sum(1 for end in ends if mention.start >= end)
        _count(counts, mention.code, weights[rank])
    for code in _title_codes(draft, title):
        _count(counts, code, title_weight)
    return tuple(code for code, _ in counts.most_common(_FEW))


def _count(counts: Counter[str], code: str, weight: int) -> None:
    if code and code not in _ORGANISED:
        counts[code] += weight


def _title_codes(draft: Draft, title: str | None) -> Iterable[str]:
    for match in draft.registry.scan(tokens(title)) if title else ():
        for meaning in match.meanings:
            if isinstance(meaning, Actor):
                yield meaning.code
                break
