"""Noun phrases and pronouns of a tree."""

from __future__ import annotations

from dataclasses import dataclass

from detente.parse.arguments import is_small_clause
from detente.parse.tree import Tree
from detente.records import Modifier, PhraseKind, Span

_NOMINAL_LABELS = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "dative",
        "appos",
        "attr",
        "poss",
        "npadvmod",
        "oprd",
        "conj",
        "nmod",
        "ROOT",
        "dep",
        "obj",
    ]
)
_INNER_LABELS = frozenset(
    ["compound", "amod", "nummod", "quantmod", "nmod", "advmod", "punct", "det", "predet"]
)
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PRONOUN_TAGS = frozenset(("PRP", "WP", "WDT"))
_LOOSE_TAGS = frozenset(
    ("CD", "DT", "JJ", "JJR", "JJS", "PRP$", "WP$", "FW", "ADD", "XX", "$", "SYM", "PDT")
)
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
_PLURAL_PRONOUNS = frozenset(("we", "they", "these", "those", "both", "us", "them"))


@dataclass(slots=True)
class PhraseDraft:
    """A phrase while its links to others are still word indices.

    Args:
        head: index of the head word.
        first: index of the first word.
        inner: indices of the words between determiner and head, and of the determiner.
        possessor: index of the word that heads the phrase before "'s", or None.
    """

    head: int
    first: int
    inner: list[int]
    possessor: int | None = None


def phrase_heads(tree: Tree) -> list[int]:
    """Indices of the words that head a phrase, in order."""
    return [index for index in range(len(tree)) if _heads_phrase(tree, index)]


def _heads_phrase(tree: Tree, index: int) -> bool:
    tag, label = tree.tags[index], tree.labels[index]
    if tag in _PRONOUN_TAGS or tag in ("PRP$", "WP$"):
        return True
    if tag in _NOUN_TAGS:
        return not _is_inner(tree, index, label)
    if tag in _LOOSE_TAGS and is_small_clause(tree, index):
        return True
    if tag in _LOOSE_TAGS:
        return label in _NOMINAL_LABELS and not (label in ("conj", "ROOT", "dep") and tag[0] == "J")
    return False


def _is_inner(tree: Tree, index: int, label: str) -> bool:
    """Whether a noun is part of the phrase of a later word, as compounds before their head are."""
    if label in ("compound", "amod", "nummod", "nmod", "quantmod"):
        return index < tree.heads[index]
    return label == "conj" and _is_inner(tree, tree.heads[index], tree.labels[tree.heads[index]])


def phrase_draft(tree: Tree, head: int, heads: frozenset[int]) -> PhraseDraft:
    """The words of the phrase that a word heads."""
    inner: list[int] = []
    draft = PhraseDraft(head=head, first=head, inner=inner)
    queue = [child for child in tree.children[head] if child < head]
    while queue:
        child = queue.pop()
        label = tree.labels[child]
        if label == "poss" and child in heads:
            if tree.heads[child] == head or draft.possessor is None:
                draft.possessor = child
            draft.first = min(draft.first, tree.extent(child)[0])
        elif label in _INNER_LABELS or label in ("conj", "cc", "case", "neg") or child not in heads:
            if child not in heads and label not in ("relcl", "acl", "prep", "mark", "advcl"):
                inner.append(child)
                queue.extend(grand for grand in tree.children[child] if grand < head)
    inner.sort()
    draft.inner = _contiguous(tree, inner, head)
    if draft.inner:
        draft.first = min(draft.first, draft.inner[0])
    return draft


def _contiguous(tree: Tree, inner: list[int], head: int) -> list[int]:
    """Drops words that punctuation or a clause parts from the head."""
    kept: list[int] = []
    for index in reversed(inner):
        if index < head - 12 or tree.words[index] in "()—–:;":
            break
        kept.append(index)
    kept.reverse()
    while kept and tree.labels[kept[0]] in ("punct", "cc"):
        kept.pop(0)
    return kept


def before_head(tree: Tree, draft: PhraseDraft) -> tuple[str, tuple[Modifier, ...]]:
    """The determiner of a phrase, or "", and its modifiers."""
    determiner = ""
    modifiers: list[Modifier] = []
    for word in draft.inner:
        if tree.labels[word] in ("det", "predet") or tree.tags[word] == "DT":
            determiner = determiner or tree.words[word].lower()
        elif tree.labels[word] != "punct" or tree.words[word] == "-":
            modifiers.append(_modifier(tree, word))
    return determiner, tuple(modifiers)


def is_plural(tree: Tree, head: int) -> bool:
    """Whether the head of a phrase is plural."""
    return tree.tags[head] in _PLURAL_TAGS or tree.lemmas[head] in _PLURAL_PRONOUNS


def _modifier(tree: Tree, word: int) -> Modifier:
    text = tree.words[word]
    return Modifier(
        lemma=tree.lemmas[word],
        text=text,
        span=Span(tree.starts[word], tree.end(word)),
        name=text[:1].isupper(),
    )


def phrase_kind(tree: Tree, head: int) -> PhraseKind:
    """What heads a phrase."""
    tag = tree.tags[head]
    if tag in _PRONOUN_TAGS or tag in ("PRP$", "WP$", "DT", "PDT"):
        return PhraseKind.PRONOUN
    if tag == "CD":
        return PhraseKind.NUMBER
    if tag in ("NNP", "NNPS") or tree.words[head][:1].isupper():
        return PhraseKind.NAME
    return PhraseKind.NOUN
