"""Drafts of one tree become records that refer to each other by index."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.parse.clauses import ClauseDraft, clause_drafts, phrase_complements
from detente.parse.grammar import grammar
from detente.parse.markers import excluding_phrase
from detente.parse.phrases import (
    before_head,
    is_plural,
    phrase_draft,
    phrase_heads,
    phrase_kind,
)
from detente.parse.tree import Tree
from detente.records import Argument, Clause, Document, Phrase, Quotation, Sentence, Span


@dataclass(slots=True)
class Assembly:
    """A document under construction, to which trees are added in order.

    Args:
        text: the article's text.
    """

    text: str
    sentences: list[Sentence] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def add(self, tree: Tree) -> None:
        """Adds the phrases and clauses of a tree."""
        heads = phrase_heads(tree)
        head_set = frozenset(heads)
        numbers = {word: len(self.phrases) + place for place, word in enumerate(heads)}
        drafts = clause_drafts(tree, head_set, grammar())
        verbs = {verb: len(self.clauses) + place for place, verb in enumerate(drafts)}
        owners = _Owners(tree, drafts, verbs)
        links = _PhraseLinks(tree, head_set, numbers)
        for word in heads:
            self.phrases.append(self._phrase(word, links, owners.clause(word)))
        for verb, clause_draft in drafts.items():
            self.clauses.append(self._clause(tree, verb, clause_draft, verbs, numbers))

    def _phrase(self, head: int, links: _PhraseLinks, clause: int | None) -> Phrase:
        tree, numbers = links.tree, links.numbers
        draft = phrase_draft(tree, head, links.heads)
        determiner, modifiers = before_head(tree, draft)
        start, end = tree.starts[draft.first], tree.end(head)
        return Phrase(
            index=numbers[head],
            sentence=tree.sentences[head],
            span=Span(start, end),
            head=tree.lemmas[head],
            head_span=Span(tree.starts[head], end),
            text=self.text[start:end],
            kind=phrase_kind(tree, head),
            plural=is_plural(tree, head),
            determiner=determiner,
            modifiers=modifiers,
            possessor=None if draft.possessor is None else numbers.get(draft.possessor),
            complements=links.complements(head),
            appositions=links.appositions(head),
            conjuncts=links.conjuncts(head),
            first_conjunct=links.first_conjunct(head),
            clause=clause,
        )

    def _clause(
        self,
        tree: Tree,
        verb: int,
        draft: ClauseDraft,
        verbs: dict[int, int],
        numbers: dict[int, int],
    ) -> Clause:
        found, hang = draft.verbal, draft.attachment
        first, last = tree.extent(verb)
        word = found.predicate
        return Clause(
            index=verbs[verb],
            sentence=tree.sentences[verb],
            predicate=tree.lemmas[word].lower(),
            span=Span(tree.starts[word], tree.end(word)),
            extent=Span(tree.starts[first], tree.end(last)),
            particle=found.particle,
            form=found.form,
            tense=found.tense,
            modal=found.modal,
            perfect=found.perfect,
            progressive=found.progressive,
            passive=found.passive,
            copular=found.copular,
            negated=found.negated,
            question=draft.question,
            adverbs=tuple(found.adverbs),
            arguments=tuple(
                Argument(slot.role, numbers[slot.word], slot.marker)
                for slot in draft.slots
                if slot.word in numbers
            ),
            link=hang.link,
            marker=hang.marker,
            parent=verbs.get(hang.clause) if hang.clause is not None else None,
            parent_phrase=numbers.get(hang.phrase) if hang.phrase is not None else None,
        )

    def document(self, quoted: tuple[Quotation, ...]) -> Document:
        """The finished document."""
        return Document(
            text=self.text,
            sentences=tuple(self.sentences),
            phrases=tuple(self.phrases),
            clauses=tuple(self.clauses),
            quotations=quoted,
        )


@dataclass(frozen=True, slots=True)
class _PhraseLinks:
    """Reads the links of phrases off their tree."""

    tree: Tree
    heads: frozenset[int]
    numbers: dict[int, int]

    def complements(self, head: int) -> tuple[tuple[str, int], ...]:
        found = phrase_complements(self.tree, head, self.heads, grammar())
        return tuple((slot.marker, self.numbers[slot.word]) for slot in found)

    def appositions(self, head: int) -> tuple[int, ...]:
        return tuple(
            self.numbers[child]
            for child in self.tree.children[head]
            if self.tree.labels[child] == "appos" and child in self.numbers
        )

    def conjuncts(self, head: int) -> tuple[int, ...]:
        found: list[int] = []
        queue = list(self.tree.children[head])
        while queue:
            child = queue.pop(0)
            if self._is_conjunct(child):
                found.append(self.numbers[child])
                queue.extend(self.tree.children[child])
        return tuple(found)

    def first_conjunct(self, head: int) -> int | None:
        word = head
        while self._is_conjunct(word) and self.tree.heads[word] in self.numbers:
            word = self.tree.heads[word]
        return None if word == head else self.numbers[word]

    def _is_conjunct(self, word: int) -> bool:
        """Whether a phrase is coordinated, not set apart ("talks instead of an attack")."""
        joined = self.tree.labels[word] == "conj" and word in self.numbers
        return joined and not excluding_phrase(self.tree, word, grammar())


class _Owners:
    """Finds the clause that a word belongs to."""

    def __init__(self, tree: Tree, drafts: dict[int, ClauseDraft], verbs: dict[int, int]) -> None:
        self._heads = tree.heads
        self._verbs = verbs
        self._predicates = {draft.verbal.predicate: verb for verb, draft in drafts.items()}

    def clause(self, word: int) -> int | None:
        while True:
            if word in self._verbs:
                return self._verbs[word]
            if self._heads[word] == word:
                verb = self._predicates.get(word)
                return None if verb is None else self._verbs[verb]
            word = self._heads[word]
