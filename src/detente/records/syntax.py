"""The clause layer: what a parser must deliver, in terms that hold for any language.

Offsets are characters of the article's text, half-open. Phrases, clauses and sentences refer to
each other by their index in the document, so that every record is frozen and can be written by
hand in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from detente.records.span import Span


class PhraseKind(StrEnum):
    """What heads a phrase."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    NUMBER = "number"


class Role(StrEnum):
    """The part an argument plays in its clause, as its syntax tells it."""

    SUBJECT = "subject"
    OBJECT = "object"
    INDIRECT = "indirect"
    AGENT = "agent"
    OBLIQUE = "oblique"
    ATTRIBUTE = "attribute"


class ClauseForm(StrEnum):
    """The form of a clause's predicate."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    VERBLESS = "verbless"


class Tense(StrEnum):
    """The time a finite predicate is set in, by its own form and auxiliaries."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class ClauseLink(StrEnum):
    """How a clause hangs on the clause or phrase above it."""

    ROOT = "root"
    COMPLEMENT = "complement"
    CONTROL = "control"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    PARTICIPIAL = "participial"
    CONJUNCT = "conjunct"
    PARENTHETIC = "parenthetic"


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before the head of a phrase: adjective, compound part or number.

    Args:
        lemma: base form, lower case unless a name.
        text: the word as written.
        span: its characters.
        name: whether it is (part of) a proper name or a capitalised adjective.
    """

    lemma: str
    text: str
    span: Span
    name: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun, without the clauses and prepositional phrases that hang on it.

    Args:
        index: its place in the document's phrases.
        sentence: index of its sentence.
        span: its characters, from determiner to head.
        head: base form of the head word, lower case unless a name.
        head_span: characters of the head word.
        text: the characters as written.
        kind: what heads it.
        plural: whether the head is plural.
        determiner: article, demonstrative, quantifier or possessive pronoun, lower case, or "".
        modifiers: words between determiner and head, in order.
        possessor: index of the phrase before "'s", or None.
        complements: (preposition, phrase index) of the prepositional phrases that hang on it.
        appositions: indices of phrases that rename it.
        conjuncts: indices of the phrases coordinated with it (held by the first of them only).
        first_conjunct: index of the first phrase of its coordination, or None where it is first.
        clause: index of the clause it belongs to, or None.
    """

    index: int
    sentence: int
    span: Span
    head: str
    head_span: Span
    text: str
    kind: PhraseKind
    plural: bool = False
    determiner: str = ""
    modifiers: tuple[Modifier, ...] = ()
    possessor: int | None = None
    complements: tuple[tuple[str, int], ...] = ()
    appositions: tuple[int, ...] = ()
    conjuncts: tuple[int, ...] = ()
    first_conjunct: int | None = None
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase in its role in a clause.

    Args:
        role: the part it plays.
        phrase: index of the phrase.
        marker: its preposition (with particles joined, "because of"), or "".
    """

    role: Role
    phrase: int
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments.

    Args:
        index: its place in the document's clauses.
        sentence: index of its sentence.
        predicate: base form of the verb, adjective or noun that says what is done, lower case.
        span: characters of the predicate word.
        extent: characters from its first to its last word, with all that hangs on it.
        particle: verb particle ("out" of "carried out"), or "".
        form: form of the predicate.
        tense: time of a finite predicate; NONE for the others.
        modal: base form of a modal auxiliary that is no mere future ("may", "could"), or "".
        perfect: whether a perfect auxiliary stands with it.
        progressive: whether it is a progressive form.
        passive: whether its subject undergoes the act.
        copular: whether the predicate is an adjective or noun joined to the subject by "be".
        negated: whether a negation stands with it ("not", "never", "no one", "without").
        question: whether it is asked.
        adverbs: base forms of its adverbs.
        arguments: its phrases by role; those shared by control, relatives and coordination are
            filled in, so that "agreed to meet" has a subject for both verbs.
        link: how it hangs on what is above it.
        marker: the word that joins it ("if", "that", "to", "after"), or "".
        parent: index of the clause above it, or None.
        parent_phrase: index of the phrase it hangs on (relative clauses, "a threat to ..."), or None.
    """

    index: int
    sentence: int
    predicate: str
    span: Span
    extent: Span
    particle: str = ""
    form: ClauseForm = ClauseForm.FINITE
    tense: Tense = Tense.NONE
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    copular: bool = False
    negated: bool = False
    question: bool = False
    adverbs: tuple[str, ...] = ()
    arguments: tuple[Argument, ...] = ()
    link: ClauseLink = ClauseLink.ROOT
    marker: str = ""
    parent: int | None = None
    parent_phrase: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Args:
        index: its number in the document, from 0.
        span: its characters.
    """

    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, over as many sentences as the quotation marks span.

    Args:
        span: the characters between the marks.
    """

    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed article: everything later stages need to know of its syntax.

    Args:
        text: the article's text.
        sentences: in order.
        phrases: in order of their heads.
        clauses: in order of their predicates.
        quotations: in order.
    """

    text: str
    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]
    quotations: tuple[Quotation, ...] = field(default=())
