"""Drafts of one tree become records that refer to each other by index."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from detente.parse.clauses import ClauseDraft, clause_drafts, phrase_complements
from detente.parse.grammar import grammar
from detente.parse.phrases import phrase_draft, phrase_heads, phrase_record
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
        for word in heads:
            draft = phrase_draft(tree, word, head_set)
            phrase = phrase_record(tree, draft, numbers[word], self.text)
            links = _PhraseLinks(tree, word, head_set, numbers)
            self.phrases.append(
                replace(
                    phrase,
                    possessor=numbers.get(draft.possessor) if draft.possessor is not None else None,
                    complements=links.complements(),
                    appositions=links.appositions(),
                    conjuncts=links.conjuncts(),
                    first_conjunct=links.first_conjunct(),
                    clause=owners.clause(word),
                )
            )
        for verb, clause_draft in drafts.items():
            self.clauses.append(self._clause(tree, verb, clause_draft, verbs, numbers))

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
    """Reads the links of one phrase off its tree."""

    tree: Tree
    word: int
    heads: frozenset[int]
    numbers: dict[int, int]

    def complements(self) -> tuple[tuple[str, int], ...]:
        found = phrase_complements(self.tree, self.word, self.heads)
        return tuple((slot.marker, self.numbers[slot.word]) for slot in found)

    def appositions(self) -> tuple[int, ...]:
        return tuple(
            self.numbers[child]
            for child in self.tree.children[self.word]
            if self.tree.labels[child] == "appos" and child in self.numbers
        )

    def conjuncts(self) -> tuple[int, ...]:
        found: list[int] = []
        queue = list(self.tree.children[self.word])
        while queue:
            child = queue.pop(0)
            if self.tree.labels[child] == "conj" and child in self.numbers:
                found.append(self.numbers[child])
                queue.extend(self.tree.children[child])
        return tuple(found)

    def first_conjunct(self) -> int | None:
        word = self.word
        while self.tree.labels[word] == "conj" and self.tree.heads[word] in self.numbers:
            word = self.tree.heads[word]
        return None if word == self.word else self.numbers[word]


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
