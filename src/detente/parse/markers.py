"""Joining words that shut an act out: "without attacking", "instead of an attack"."""

from __future__ import annotations

from functools import cache

from detente.parse.grammar import Grammar
from detente.parse.tree import Tree

_OWN_LABELS = frozenset(("aux", "auxpass", "neg"))
_LONGEST = 2


def excluding_clause(tree: Tree, verb: int, grammar: Grammar) -> str:
    """The excluding words just before the clause of a verb, or ""."""
    own = [child for child in tree.children[verb] if tree.labels[child] in _OWN_LABELS]
    return excluding(tree, min([*own, verb]), grammar)


def excluding_phrase(tree: Tree, head: int, grammar: Grammar) -> str:
    """The excluding words just before the phrase of a head, or ""."""
    left = [child for child in tree.children[head] if child < head]
    own = [child for child in left if tree.labels[child] not in ("cc", "punct", "prep")]
    return excluding(tree, min(tree.extent(child)[0] for child in own) if own else head, grammar)


def excluding(tree: Tree, first: int, grammar: Grammar) -> str:
    """The excluding words that end just before a word, the longest that fit, or ""."""
    if not first or tree.words[first - 1].lower() not in _last_words(grammar.negative_markers):
        return ""
    for count in range(_LONGEST, 0, -1):
        words = " ".join(tree.words[max(first - count, 0) : first]).lower()
        if words in grammar.negative_markers:
            return words
    return ""


@cache
def _last_words(markers: frozenset[str]) -> frozenset[str]:
    return frozenset(marker.split()[-1] for marker in markers)
