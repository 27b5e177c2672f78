"""Clauses of a tree: predicates with their roles, those shared between clauses filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.parse.arguments import Slot, prepositional, slots
from detente.parse.grammar import Grammar
from detente.parse.links import Attachment, attachment
from detente.parse.markers import excluding_phrase
from detente.parse.predicates import Verbal, predicate_verbs, verbal
from detente.parse.tree import Tree
from detente.records import ClauseForm, ClauseLink, Role, Tense

_RELATIVE_TAGS = frozenset(("WP", "WDT", "WP$"))


@dataclass(slots=True)
class ClauseDraft:
    """A clause while its links are still word indices."""

    verbal: Verbal
    attachment: Attachment
    slots: list[Slot]
    question: bool

    @property
    def subject(self) -> Slot | None:
        """The subject, or None."""
        return next((slot for slot in self.slots if slot.role is Role.SUBJECT), None)

    @property
    def object(self) -> Slot | None:
        """The direct or indirect object, or None."""
        return next((slot for slot in self.slots if slot.role is Role.OBJECT), None)


def clause_drafts(tree: Tree, heads: frozenset[int], grammar: Grammar) -> dict[int, ClauseDraft]:
    """Drafts of all clauses, by the index of their verb, parents' roles shared with children."""
    verbals = {verb: verbal(tree, verb, grammar) for verb in predicate_verbs(tree)}
    owners = {found.predicate: verb for verb, found in verbals.items()}
    owners.update({verb: verb for verb in verbals})
    inner = heads - {found.predicate for found in verbals.values() if found.copular}
    drafts = {
        verb: ClauseDraft(
            verbal=found,
            attachment=attachment(tree, verb, owners, inner, grammar),
            slots=slots(tree, verb, found.predicate, heads, grammar),
            question=_is_question(tree, verb),
        )
        for verb, found in verbals.items()
    }
    for verb in sorted(drafts, key=lambda index: _depth(tree, index)):
        _share(tree, verb, drafts, grammar)
    return drafts


def _is_question(tree: Tree, verb: int) -> bool:
    if tree.heads[verb] != verb:
        return False
    last = tree.extent(verb)[1]
    return any(tree.words[word] == "?" for word in range(max(verb, last - 2), last + 1))


def _depth(tree: Tree, index: int) -> int:
    depth = 0
    while tree.heads[index] != index:
        index, depth = tree.heads[index], depth + 1
    return depth


def _share(tree: Tree, verb: int, drafts: dict[int, ClauseDraft], grammar: Grammar) -> None:
    draft = drafts[verb]
    hang = draft.attachment
    if hang.phrase is not None:
        _share_with_phrase(tree, draft, hang.phrase)
        return
    parent = drafts.get(hang.clause) if hang.clause is not None else None
    if parent is None:
        return
    if hang.link is ClauseLink.CONJUNCT:
        _share_conjunct(tree, draft, parent)
    elif draft.subject is None and tree.child(verb, "expl") is None:
        subject = _controller(tree, draft, parent, grammar)
        if subject is not None:
            draft.slots.insert(0, Slot(Role.SUBJECT, subject.word))
            if draft.verbal.form is ClauseForm.PARTICIPLE and not draft.verbal.perfect:
                draft.verbal.passive = True
    elif _raises_object(draft, parent) and draft.subject is not None:
        parent.slots.append(Slot(Role.OBJECT, draft.subject.word))


def _raises_object(draft: ClauseDraft, parent: ClauseDraft) -> bool:
    """Whether the subject of an infinitive is also what the verb above acts on ("urged X to")."""
    return (
        draft.attachment.link in (ClauseLink.COMPLEMENT, ClauseLink.CONTROL)
        and draft.verbal.form is not ClauseForm.FINITE
        and parent.object is None
        and not parent.verbal.passive
    )


def _controller(
    tree: Tree, draft: ClauseDraft, parent: ClauseDraft, grammar: Grammar
) -> Slot | None:
    """The phrase of the clause above that a clause without a subject shares."""
    hang, target = draft.attachment, parent.object
    if hang.link is ClauseLink.COMPLEMENT and hang.marker in grammar.object_gerunds and target:
        return target
    infinitive = draft.verbal.form is ClauseForm.INFINITIVE
    if hang.link in (ClauseLink.CONTROL, ClauseLink.COMPLEMENT) and infinitive and target:
        if tree.lemmas[parent.verbal.verb] not in grammar.subject_control:
            return target
    if hang.link is ClauseLink.COMPLEMENT and not infinitive and hang.marker == "" and target:
        return target
    return parent.subject


def _share_with_phrase(tree: Tree, draft: ClauseDraft, antecedent: int) -> None:
    """Relative words become their antecedent; participles get the phrase they describe."""
    link = draft.attachment.link
    if link is ClauseLink.RELATIVE:
        draft.slots = [
            replace(slot, word=antecedent) if _is_relative(tree, slot.word) else slot
            for slot in draft.slots
        ]
        if draft.object is None and draft.subject is not None and not draft.verbal.passive:
            if not any(slot.word == antecedent for slot in draft.slots):
                draft.slots.append(Slot(Role.OBJECT, antecedent))
    elif link is ClauseLink.PARTICIPIAL and draft.subject is None:
        draft.slots.insert(0, Slot(Role.SUBJECT, antecedent))
        draft.verbal.passive = draft.verbal.form is ClauseForm.PARTICIPLE


def _is_relative(tree: Tree, word: int) -> bool:
    return tree.tags[word] in _RELATIVE_TAGS


def _share_conjunct(tree: Tree, draft: ClauseDraft, parent: ClauseDraft) -> None:
    """A coordinated verb takes the subject, voice, modality and place of the first one."""
    own, first = draft.verbal, parent.verbal
    if draft.subject is None:
        subject = parent.subject
        if subject is not None:
            draft.slots.insert(0, Slot(Role.SUBJECT, subject.word))
        if own.form is ClauseForm.PARTICIPLE and first.passive:
            own.passive = True
        if own.form is not ClauseForm.FINITE or _same_form(tree, own, first):
            _share_auxiliaries(own, first)
        own.negated = own.negated or (first.negated and _joins_negation(tree, first))
        up = parent.attachment
        if up.link is not ClauseLink.ROOT:
            draft.attachment = replace(up, marker=up.marker or draft.attachment.marker)


def _same_form(tree: Tree, own: Verbal, first: Verbal) -> bool:
    return tree.tags[own.verb] == tree.tags[first.verb] and tree.tags[own.verb] == "VB"


def _joins_negation(tree: Tree, first: Verbal) -> bool:
    """Whether the negation of the first verb holds for the next ("did not attack or threaten")."""
    joined = {tree.words[word].lower() for word in tree.children[first.verb]}
    return "or" in joined or "nor" in joined


def _share_auxiliaries(own: Verbal, first: Verbal) -> None:
    own.modal = own.modal or first.modal
    own.perfect = own.perfect or first.perfect
    if own.tense is Tense.NONE:
        own.tense, own.form = first.tense, first.form


def phrase_complements(
    tree: Tree, head: int, heads: frozenset[int], grammar: Grammar
) -> list[Slot]:
    """The prepositional phrases that hang on a phrase, "instead of" ones included."""
    found: list[Slot] = []
    for child in tree.children[head]:
        if tree.labels[child] in ("prep", "agent") and child > head:
            found.extend(prepositional(tree, child, heads, grammar))
        elif tree.labels[child] == "conj" and child in heads:
            marker = excluding_phrase(tree, child, grammar)
            if marker:
                found.append(Slot(Role.OBLIQUE, child, marker))
    return found
