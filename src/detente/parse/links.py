"""How a clause hangs on what is above it: parent, link and marker."""

from __future__ import annotations

from dataclasses import dataclass

from detente.parse.tree import Tree
from detente.records import ClauseLink

_LINKS = {
    "ccomp": ClauseLink.COMPLEMENT,
    "xcomp": ClauseLink.CONTROL,
    "advcl": ClauseLink.ADVERBIAL,
    "relcl": ClauseLink.RELATIVE,
    "acl": ClauseLink.PARTICIPIAL,
    "conj": ClauseLink.CONJUNCT,
    "parataxis": ClauseLink.PARENTHETIC,
    "pcomp": ClauseLink.COMPLEMENT,
    "csubj": ClauseLink.COMPLEMENT,
    "csubjpass": ClauseLink.COMPLEMENT,
    "dobj": ClauseLink.COMPLEMENT,
    "acomp": ClauseLink.CONTROL,
    "oprd": ClauseLink.CONTROL,
    "dep": ClauseLink.PARENTHETIC,
    "appos": ClauseLink.PARTICIPIAL,
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where a clause hangs.

    Args:
        link: how.
        marker: the word that joins it, or "".
        clause: index of the verb above it, or None.
        phrase: index of the head word of the phrase it hangs on, or None.
    """

    link: ClauseLink
    marker: str = ""
    clause: int | None = None
    phrase: int | None = None


def attachment(tree: Tree, verb: int, verbs: dict[int, int], heads: frozenset[int]) -> Attachment:
    """Where the clause of a verb hangs.

    Args:
        tree: the tree.
        verb: index of the verb.
        verbs: for each word that stands for a clause (verb or copular predicate), its verb.
        heads: indices of the words that head a phrase.
    """
    label = tree.labels[verb]
    marker = _marker(tree, verb)
    above = tree.heads[verb]
    words: list[str] = []
    if above == verb:
        return Attachment(ClauseLink.ROOT, marker)
    while above not in verbs and above not in heads and tree.heads[above] != above:
        words.insert(0, tree.words[above].lower())
        above = tree.heads[above]
    if label == "pcomp" and words:
        marker = " ".join(words)
    link = _LINKS.get(label, ClauseLink.PARENTHETIC)
    if above in verbs and verbs[above] != verb:
        if link is ClauseLink.PARTICIPIAL:
            link = ClauseLink.ADVERBIAL
        return Attachment(link, marker, clause=verbs[above])
    if above in heads:
        if link is ClauseLink.PARTICIPIAL and tree.tags[verb] == "VB":
            link = ClauseLink.COMPLEMENT
        return Attachment(link, marker, phrase=above)
    return Attachment(ClauseLink.ROOT, marker)


def _marker(tree: Tree, verb: int) -> str:
    for child in tree.children[verb]:
        label, word = tree.labels[child], tree.words[child].lower()
        if label == "mark":
            before = tree.words[child - 1].lower() if child else ""
            return f"even {word}" if before == "even" else word
        if label == "advmod" and tree.tags[child] == "WRB":
            return word
        if label == "aux" and tree.tags[child] == "TO":
            return "to"
        if child > verb:
            break
    return ""
