"""Which words of a tree are predicates, and what their auxiliaries say of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.parse.grammar import Grammar
from detente.parse.tree import Tree
from detente.records import ClauseForm, Tense

VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
# adjectives that say what the act leads to ("set free", "shot dead")
_RESULTS = frozenset(("acomp", "oprd"))
_PAUSES = frozenset((",", "-", "–", "—"))
_INSIDE_PHRASE = frozenset(("amod", "compound", "nummod", "case", "quantmod"))


@dataclass(slots=True)
class Verbal:
    """What a predicate's form and auxiliaries tell.

    Args:
        verb: index of the verb (the copula where the predicate is copular).
        predicate: index of the word that says what is done.
    """

    verb: int
    predicate: int
    form: ClauseForm = ClauseForm.FINITE
    tense: Tense = Tense.NONE
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    particle: str = ""
    adverbs: list[str] = field(default_factory=list)

    @property
    def copular(self) -> bool:
        """Whether an adjective or noun is the predicate."""
        return self.verb != self.predicate


def predicate_verbs(tree: Tree) -> list[int]:
    """Indices of the verbs that head a clause, in order."""
    return [
        index
        for index, tag in enumerate(tree.tags)
        if tag in VERB_TAGS
        and tree.labels[index] not in _AUXILIARIES
        and not (tree.labels[index] in _INSIDE_PHRASE and index < tree.heads[index])
    ]


def verbal(tree: Tree, verb: int, grammar: Grammar) -> Verbal:
    """Form, tense, modality, voice and negation of the predicate with a verb."""
    found = Verbal(verb=verb, predicate=_predicate(tree, verb))
    found.tense, found.form = _own_form(tree, verb)
    found.negated = tree.words[max(verb - 1, 0)].lower() in grammar.negative_determiners
    for child in tree.children[verb]:
        _read_dependent(tree, child, found, grammar)
    if found.copular:
        for child in tree.children[found.predicate]:
            if (
                tree.labels[child] in ("neg", "advmod")
                and tree.words[child].lower() in grammar.negations
            ):
                found.negated = True
        found.negated = found.negated or _is_negative(tree, found.predicate, grammar)
    return found


def _predicate(tree: Tree, verb: int) -> int:
    if tree.lemmas[verb] not in ("be", "become", "remain", "stay", "seem", "stand", "appear"):
        return verb
    complement = tree.child(verb, "acomp", "attr", "oprd")
    if complement is None or tree.tags[complement] in ("WP", "WRB", "WDT", "CD", "EX"):
        return verb
    return complement


def _own_form(tree: Tree, verb: int) -> tuple[Tense, ClauseForm]:
    tag = tree.tags[verb]
    if tag == "VBD":
        return Tense.PAST, ClauseForm.FINITE
    if tag in ("VBP", "VBZ"):
        return Tense.PRESENT, ClauseForm.FINITE
    if tag == "VBG":
        return Tense.NONE, ClauseForm.GERUND
    if tag == "VBN":
        return Tense.NONE, ClauseForm.PARTICIPLE
    return Tense.NONE, ClauseForm.INFINITIVE


def _read_dependent(tree: Tree, child: int, found: Verbal, grammar: Grammar) -> None:
    label, word = tree.labels[child], tree.words[child].lower()
    if label == "neg" or (label in ("advmod", "preconj") and word in grammar.negations):
        found.negated = found.negated or not (
            _is_additive(tree, child, grammar) or _is_contrast(tree, child, found.verb)
        )
    elif label in _AUXILIARIES:
        _read_auxiliary(tree, child, found, grammar)
    elif label == "prt":
        found.particle = word
    elif label == "advmod":
        found.negated = found.negated or _is_no_longer(tree, child, grammar)
        found.adverbs.append(tree.lemmas[child].lower())
    elif label in _RESULTS and tree.tags[child] == "JJ":
        found.adverbs.append(tree.lemmas[child].lower())
    elif label in ("nsubj", "nsubjpass"):
        found.passive = found.passive or label == "nsubjpass"
        if _is_negative(tree, child, grammar):
            found.negated = True
    elif label == "dobj" and _is_negative(tree, child, grammar):
        found.negated = True


def _is_additive(tree: Tree, negation: int, grammar: Grammar) -> bool:
    """Whether a "not" is the beginning of "not only"."""
    following = negation + 1
    return following < len(tree) and tree.words[following].lower() in grammar.additive


def _is_contrast(tree: Tree, negation: int, verb: int) -> bool:
    """Whether a "not" sets right a detail ("left on Monday, not on Tuesday")."""
    following = negation + 1
    return (
        negation > verb + 1
        and following < len(tree)
        and tree.words[negation - 1] in _PAUSES
        and tree.tags[following] in ("IN", "TO")
    )


def _is_no_longer(tree: Tree, adverb: int, grammar: Grammar) -> bool:
    if tree.words[adverb].lower() not in grammar.negative_adverbs:
        return False
    before = [tree.words[child].lower() for child in tree.children[adverb] if child < adverb]
    return any(word in grammar.negative_determiners for word in before)


def _read_auxiliary(tree: Tree, child: int, found: Verbal, grammar: Grammar) -> None:
    word, tag, lemma = tree.words[child].lower(), tree.tags[child], tree.lemmas[child].lower()
    if tree.labels[child] == "auxpass":
        found.passive = True
    if tag == "TO":
        found.form = ClauseForm.INFINITIVE
        return
    if word in grammar.futures:
        found.tense, found.form = Tense.FUTURE, ClauseForm.FINITE
    elif tag == "MD":
        found.modal, found.form = grammar.modals.get(word, word), ClauseForm.FINITE
    elif lemma == "have":
        found.perfect = True
    elif lemma == "be" and tree.tags[found.verb] == "VBG":
        found.progressive = True
    if tag in ("VBD", "VBP", "VBZ") and found.tense is not Tense.FUTURE:
        past = tag == "VBD" or found.perfect
        found.tense, found.form = Tense.PAST if past else Tense.PRESENT, ClauseForm.FINITE


def _is_negative(tree: Tree, head: int, grammar: Grammar) -> bool:
    """Whether a phrase carries the negation of its clause ("no troops", "nobody")."""
    if tree.words[head].lower() in grammar.negative_pronouns:
        return True
    return any(
        tree.labels[child] in ("det", "neg", "preconj", "cc")
        and tree.words[child].lower() in grammar.negative_determiners
        for child in tree.children[head]
    )
