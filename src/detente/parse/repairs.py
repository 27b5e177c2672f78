"""Trees that the parser is known to get wrong in one way, put right before anything reads them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.parse.grammar import grammar
from detente.parse.tree import Tree

_VERBAL_LABELS = frozenset(("xcomp", "ccomp", "pcomp", "advcl"))
_VERBS_OWN = frozenset(("aux", "auxpass", "mark"))
_NAMED = frozenset(("attr", "nsubj"))


def gerund_tags(
    words: Sequence[str], tags: Sequence[str], labels: Sequence[str], heads: Sequence[int]
) -> list[str]:
    """The tags, with nouns that the tree treats as verbs tagged so ("denied bombing Iran").

    A noun in "-ing" is one where it has a verb's label or object; any noun is with an auxiliary or a "that".

    Args:
        words: the words of a block.
        tags: their Penn Treebank tags.
        labels: their dependency labels.
        heads: index of each word's head.
    """
    pairs = list(zip(labels, heads, strict=True))
    owning = {head for label, head in pairs if label == "dobj"}
    assisted = {head for label, head in pairs if label in _VERBS_OWN}
    found = list(tags)
    for index, (word, tag, label) in enumerate(zip(words, tags, labels, strict=True)):
        if tag != "NN":
            continue
        if word.endswith("ing"):
            if label in _VERBAL_LABELS or index in owning or index in assisted:
                found[index] = "VBG"
        elif index in assisted:
            found[index] = "VB"
    return found


def repaired(tree: Tree) -> Tree:
    """The tree with its known mistakes put right.

    "Was Iran attacked?" reads to the parser like "It was Iran, attacked ...": the participle that hangs
    on the name becomes the predicate, as it is in "Iran was attacked". "Ought to attack" reads like
    "wants to attack": the modal becomes an auxiliary. "In order to attack" is no order: the clause of
    purpose hangs on what is done.
    """
    tags, labels, heads = list(tree.tags), list(tree.labels), list(tree.heads)
    for verb, label in enumerate(tree.labels):
        if label == "xcomp" and tree.tags[tree.heads[verb]] == "MD":
            _hang_below(tree, tree.heads[verb], verb, labels, heads)
        if label in ("acl", "advcl") and _opens_purpose(tree, tree.heads[verb]):
            noun, marker = tree.heads[verb], tree.heads[tree.heads[verb]]
            labels[verb], heads[verb] = "advcl", tree.heads[marker]
            labels[noun], heads[noun], tags[noun] = "mark", verb, "IN"
            labels[marker], heads[marker] = "mark", verb
        name = tree.heads[verb]
        be = tree.heads[name]
        if label == "acl" and tree.tags[verb] == "VBN" and _is_asked(tree, be, name):
            labels[verb], heads[verb] = "ROOT", verb
            labels[be], heads[be] = "auxpass", verb
            labels[name], heads[name] = "nsubjpass", verb
            for child in tree.children[be]:
                if child != name:
                    heads[child] = verb
    if heads == list(tree.heads):
        return tree
    return Tree(
        words=tree.words,
        lemmas=tree.lemmas,
        tags=tags,
        labels=labels,
        heads=heads,
        starts=tree.starts,
        sentences=tree.sentences,
    )


def _hang_below(tree: Tree, modal: int, verb: int, labels: list[str], heads: list[int]) -> None:
    """Makes a verb take the place of the modal it hangs on."""
    above = tree.heads[modal]
    labels[verb], heads[verb] = tree.labels[modal], verb if above == modal else above
    labels[modal], heads[modal] = "aux", verb
    for child in tree.children[modal]:
        if child != verb:
            heads[child] = verb


def _opens_purpose(tree: Tree, noun: int) -> bool:
    """Whether a noun is the "order" of "in order to"."""
    above = tree.heads[noun]
    if tree.lemmas[noun] not in grammar().purposes or above != noun - 1:
        return False
    return tree.words[above].lower() == "in" and tree.heads[above] != above


def _is_asked(tree: Tree, be: int, name: int) -> bool:
    """Whether a sentence asks with "be" before its subject."""
    if tree.heads[be] != be or tree.lemmas[be] != "be" or tree.labels[name] not in _NAMED:
        return False
    last = tree.extent(be)[1]
    return be < name and tree.extent(be)[0] == be and tree.words[last] == "?"
