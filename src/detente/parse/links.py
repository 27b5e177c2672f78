"""How a clause hangs on what is above it: parent, link and marker."""

from __future__ import annotations

from dataclasses import dataclass

from detente.parse.grammar import Grammar
from detente.parse.markers import excluding_clause
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
    "pobj": ClauseLink.COMPLEMENT,
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


def attachment(
    tree: Tree, verb: int, verbs: dict[int, int], heads: frozenset[int], grammar: Grammar
) -> Attachment:
    """Where the clause of a verb hangs.

    Args:
        tree: the tree.
        verb: index of the verb.
        verbs: for each word that stands for a clause (verb or copular predicate), its verb.
        heads: indices of the words that head a phrase.
        grammar: the closed classes.
    """
    excluding = excluding_clause(tree, verb, grammar)
    above = _clause_above(tree, verb, verbs) if excluding else None
    if above is not None:
        return Attachment(ClauseLink.ADVERBIAL, excluding, clause=above)
    label = _label(tree, verb, grammar)
    marker = _marker(tree, verb)
    above = tree.heads[verb]
    words: list[str] = []
    if above == verb:
        return Attachment(ClauseLink.ROOT, marker)
    while above not in verbs and above not in heads and tree.heads[above] != above:
        words.insert(0, tree.words[above].lower())
        above = tree.heads[above]
    if label in ("pcomp", "pobj") and words:
        marker = " ".join(words)
    link = _LINKS.get(label, ClauseLink.PARENTHETIC)
    if above in verbs and verbs[above] != verb:
        if link is ClauseLink.PARTICIPIAL:
            link = ClauseLink.COMPLEMENT if marker == "that" else ClauseLink.ADVERBIAL
        return Attachment(link, marker, clause=verbs[above])
    if above in heads:
        if link is ClauseLink.PARTICIPIAL and tree.tags[verb] == "VB":
            link = ClauseLink.COMPLEMENT
        return Attachment(link, marker, phrase=above)
    return Attachment(ClauseLink.ROOT, marker)


def _clause_above(tree: Tree, word: int, verbs: dict[int, int]) -> int | None:
    """The verb of the nearest clause above a word."""
    own = word
    while tree.heads[word] != word:
        word = tree.heads[word]
        if word in verbs and verbs[word] != own:
            return verbs[word]
    return None


def _label(tree: Tree, verb: int, grammar: Grammar) -> str:
    """A verb's label as the words around it correct it.

    Past a semicolon nothing is content of what follows; a gerund or infinitive right behind the verb
    above it is what that is about ("ruled out going"), and so is any under a verb of bidding.
    """
    label, before = tree.labels[verb], verb - 1
    above = tree.heads[verb]
    if (
        label == "advcl"
        and tree.tags[verb] == "VB"
        and tree.lemmas[above] in grammar.object_control
    ):
        return "xcomp"
    if label == "ccomp" and ";" in tree.words[verb : tree.heads[verb]]:
        return "parataxis"
    if label != "advcl" or before < 1:
        return label
    if tree.tags[before] == "TO":
        before -= 1
    elif tree.tags[verb] != "VBG":
        return label
    if tree.labels[before] == "prt" and before > 0:
        before -= 1
    return "xcomp" if before == tree.heads[verb] else label


def _marker(tree: Tree, verb: int) -> str:
    if _is_inverted(tree, verb):
        return "if"
    for child in tree.children[verb]:
        label, word = tree.labels[child], tree.words[child].lower()
        if label == "mark" or (word == "that" and tree.tags[child] == "IN"):
            before = tree.words[child - 1].lower() if child else ""
            return f"even {word}" if before == "even" else word
        if label == "advmod" and tree.tags[child] == "WRB":
            return word
        if label == "aux" and tree.tags[child] == "TO":
            return "to"
        if child > verb:
            break
    return ""


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Whether a clause opens with its auxiliary, as conditions do ("had it attacked, ...")."""
    first, last = tree.extent(verb)
    opens = tree.labels[first] == "aux" and tree.heads[first] == verb and tree.tags[first] != "TO"
    last = max(last, tree.extent(_top(tree, verb))[1])
    if tree.labels[verb] == "ROOT":
        return (
            opens and tree.words[last] != "?" and tree.child(verb, "nsubj", "nsubjpass") is not None
        )
    return opens and tree.labels[verb] in ("advcl", "ccomp") and tree.words[last] != "?"


def _top(tree: Tree, word: int) -> int:
    while tree.heads[word] != word:
        word = tree.heads[word]
    return word
