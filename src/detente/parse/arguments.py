"""Which phrases take which part in a clause, by the tree's labels."""

from __future__ import annotations

from dataclasses import dataclass

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


def slots(tree: Tree, verb: int, predicate: int, heads: frozenset[int]) -> list[Slot]:
    """The phrases that hang on a verb, and on its adjective or noun where it is copular."""
    found: list[Slot] = []
    for child in tree.children[verb]:
        found.extend(_slot(tree, child, heads))
    if predicate != verb:
        found = [slot for slot in found if slot.word != predicate or slot.role is Role.ATTRIBUTE]
        for child in tree.children[predicate]:
            if tree.labels[child] in ("prep", "agent"):
                found.extend(prepositional(tree, child, heads))
    return found


def _slot(tree: Tree, child: int, heads: frozenset[int]) -> list[Slot]:
    label = tree.labels[child]
    if label in ("prep", "agent") or (
        label in ("dative", "prt") and tree.tags[child] in ("IN", "TO")
    ):
        return prepositional(tree, child, heads)
    if child not in heads:
        return []
    if label in _SUBJECTS:
        return [Slot(Role.SUBJECT, child)]
    role = _DIRECT.get(label)
    return [Slot(role, child)] if role else []


def prepositional(tree: Tree, preposition: int, heads: frozenset[int]) -> list[Slot]:
    """The phrases under a preposition; stacked ones are joined ("because of", "out of")."""
    marker = tree.words[preposition].lower()
    role = Role.AGENT if tree.labels[preposition] == "agent" else Role.OBLIQUE
    found: list[Slot] = []
    for child in tree.children[preposition]:
        if tree.labels[child] in ("pobj", "dobj", "nsubj", "attr") and child in heads:
            found.append(Slot(role, child, marker))
        elif tree.labels[child] in ("prep", "pcomp") and tree.tags[child] in ("IN", "TO"):
            found.extend(
                Slot(slot.role, slot.word, f"{marker} {slot.marker}")
                for slot in prepositional(tree, child, heads)
            )
        elif tree.labels[child] == "conj" and tree.tags[child] in ("IN", "TO"):
            found.extend(prepositional(tree, child, heads))
    return found
