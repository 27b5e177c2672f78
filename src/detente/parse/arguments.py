"""Which phrases take which part in a clause, by the tree's labels."""

from __future__ import annotations

from dataclasses import dataclass

from detente.parse.grammar import Grammar
from detente.parse.markers import excluding
from detente.parse.tree import Tree
from detente.records import Role

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_DIRECT = {
    "dobj": Role.OBJECT,
    "dative": Role.INDIRECT,
    "attr": Role.ATTRIBUTE,
    "oprd": Role.ATTRIBUTE,
    "npadvmod": Role.OBLIQUE,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A phrase's head word in its role.

    Args:
        role: the part it plays.
        word: index of the head word in the tree.
        marker: preposition, or "".
    """

    role: Role
    word: int
    marker: str = ""


def slots(
    tree: Tree, verb: int, predicate: int, heads: frozenset[int], grammar: Grammar
) -> list[Slot]:
    """The phrases that hang on a verb, and on its adjective or noun where it is copular."""
    found: list[Slot] = []
    for child in tree.children[verb]:
        found.extend(_slot(tree, child, heads, grammar))
    if predicate != verb:
        found = [slot for slot in found if slot.word != predicate or slot.role is Role.ATTRIBUTE]
        for child in tree.children[predicate]:
            if tree.labels[child] in ("prep", "agent"):
                found.extend(prepositional(tree, child, heads, grammar))
    return found


def _slot(tree: Tree, child: int, heads: frozenset[int], grammar: Grammar) -> list[Slot]:
    label = tree.labels[child]
    if label in ("prep", "agent") or (
        label in ("dative", "prt") and tree.tags[child] in ("IN", "TO")
    ):
        return prepositional(tree, child, heads, grammar)
    if label == "advmod" and tree.tags[child] in ("RB", "RP"):
        return _after_adverb(tree, child, heads, grammar)
    if label == "ccomp" and is_small_clause(tree, child):
        return _small_clause(tree, child, heads, grammar)
    if child not in heads:
        return []
    if label in _SUBJECTS:
        return [Slot(Role.SUBJECT, child)]
    role = _DIRECT.get(label)
    if label == "npadvmod" and tree.tags[child].startswith("NNP") and _lacks_object(tree, child):
        role = Role.OBJECT
    return [Slot(role, child)] if role else []


def _after_adverb(tree: Tree, adverb: int, heads: frozenset[int], grammar: Grammar) -> list[Slot]:
    """The phrases that the parser hangs on an adverb of the verb ("fell back from Mosul")."""
    return [
        slot
        for child in tree.children[adverb]
        if tree.labels[child] == "prep"
        for slot in prepositional(tree, child, heads, grammar)
    ]


def is_small_clause(tree: Tree, word: int) -> bool:
    """Whether an adjective or noun is said of the object before it ("holds Iran responsible")."""
    return (
        tree.labels[word] == "ccomp"
        and tree.tags[word][:2] in ("JJ", "NN")
        and tree.child(word, "cop", "aux", "mark") is None
        and tree.child(word, "nsubj") is not None
    )


def _small_clause(tree: Tree, word: int, heads: frozenset[int], grammar: Grammar) -> list[Slot]:
    found = [Slot(Role.ATTRIBUTE, word)] if word in heads else []
    subject = tree.child(word, "nsubj")
    if subject is not None and subject in heads:
        found.insert(0, Slot(Role.OBJECT, subject))
    for child in tree.children[word]:
        if tree.labels[child] == "prep":
            found.extend(prepositional(tree, child, heads, grammar))
    return found


def _lacks_object(tree: Tree, child: int) -> bool:
    """Whether a verb has no object beside a name that the parser took for an adverb ("met Turkey")."""
    return tree.child(tree.heads[child], "dobj", "attr", "dative", "prep") is None


def prepositional(
    tree: Tree, preposition: int, heads: frozenset[int], grammar: Grammar
) -> list[Slot]:
    """The phrases under a preposition; stacked ones are joined ("because of", "out of")."""
    marker = excluding(tree, preposition + 1, grammar) or tree.words[preposition].lower()
    role = Role.AGENT if tree.labels[preposition] == "agent" else Role.OBLIQUE
    found: list[Slot] = []
    for child in tree.children[preposition]:
        if tree.labels[child] in ("pobj", "dobj", "nsubj", "attr") and child in heads:
            found.append(Slot(role, child, marker))
        elif tree.labels[child] in ("prep", "pcomp") and tree.tags[child] in ("IN", "TO"):
            found.extend(
                Slot(slot.role, slot.word, f"{marker} {slot.marker}")
                for slot in prepositional(tree, child, heads, grammar)
            )
        elif tree.labels[child] == "conj" and tree.tags[child] in ("IN", "TO"):
            found.extend(prepositional(tree, child, heads, grammar))
    return found
