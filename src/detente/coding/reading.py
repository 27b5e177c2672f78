"""Finding one's way in a linked document: clauses below a clause, parties in a phrase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from detente.records import (
    Clause,
    ClauseLink,
    LinkedDocument,
    Modifier,
    Party,
    Phrase,
    Role,
)

_CONTENT = frozenset((ClauseLink.COMPLEMENT, ClauseLink.CONTROL))
_WITHIN = ("by", "of", "from", "with", "among", "in", "against", "to", "on", "between")
_DEPTH = 3


class Reading:
    """A linked document with its tables turned the way the coding stage asks them.

    Args:
        linked: the document.
        carriers: nouns that act for whoever issues them ("released a statement urging").
        act_nouns: head nouns that can tell an act.
    """

    def __init__(
        self,
        linked: LinkedDocument,
        carriers: frozenset[str] = frozenset(),
        act_nouns: Container[str] = frozenset(),
    ) -> None:
        self.linked = linked
        self._carriers = carriers
        self._act_nouns = act_nouns
        self.document = linked.document
        self._below: dict[int, list[Clause]] = defaultdict(list)
        self._on_phrase: dict[int, list[Clause]] = defaultdict(list)
        self._phrases: dict[int, list[Phrase]] = defaultdict(list)
        for clause in self.document.clauses:
            if clause.parent is not None:
                self._below[clause.parent].append(clause)
            elif clause.parent_phrase is not None:
                self._on_phrase[clause.parent_phrase].append(clause)
        for phrase in self.document.phrases:
            if phrase.clause is not None:
                self._phrases[phrase.clause].append(phrase)

    def phrase(self, index: int) -> Phrase:
        """The phrase of an index."""
        return self.document.phrases[index]

    def roots(self) -> Iterator[Clause]:
        """Clauses that hang on no other clause, nor on a phrase of one."""
        for clause in self.document.clauses:
            if clause.parent is not None:
                continue
            above = clause.parent_phrase
            if above is None or self.phrase(above).clause in (None, clause.index):
                yield clause

    def contents(self, clause: Clause) -> list[Clause]:
        """The clauses that say what a clause's predicate is about."""
        return [below for below in self._below[clause.index] if below.link in _CONTENT]

    def others(self, clause: Clause) -> list[Clause]:
        """The other clauses that hang directly on a clause."""
        return [below for below in self._below[clause.index] if below.link not in _CONTENT]

    def on_phrase(self, phrase: int) -> list[Clause]:
        """The clauses that hang on a phrase."""
        return self._on_phrase[phrase]

    def phrases(self, clause: Clause) -> list[Phrase]:
        """The phrases that belong to a clause, at any depth."""
        return self._phrases[clause.index]

    def conditions(self, clause: Clause) -> list[Clause]:
        """The adverbial clauses that hang on a clause."""
        return [below for below in self._below[clause.index] if below.link is ClauseLink.ADVERBIAL]

    def arguments(self, clause: Clause, spec: str) -> list[int]:
        """Indices of the phrases that fill a role, voice undone.

        Args:
            clause: the clause.
            spec: subject, object, indirect, attribute, or a preposition.
        """
        wanted = _wanted(clause, spec)
        return [
            argument.phrase
            for argument in clause.arguments
            if (argument.role in wanted and (not argument.marker or argument.role is Role.AGENT))
            or (argument.marker == spec and argument.role is Role.OBLIQUE)
        ]

    def parties(self, phrase: int, depth: int = _DEPTH) -> tuple[Party, ...]:
        """Whom a phrase names: itself and what is coordinated with it, else whoever it belongs to."""
        own = self._own(phrase)
        if own or depth == 0:
            return own
        record = self.phrase(phrase)
        if record.possessor is not None:
            found = self.parties(record.possessor, depth - 1)
            if found:
                return found
        named = self.linked.modifiers.get(phrase, ())
        if named:
            return named
        for marker in _WITHIN:
            for preposition, inner in record.complements:
                if preposition == marker:
                    found = self.parties(inner, depth - 1)
                    if found:
                        return found
        return self._issuers(record, depth)

    def _issuers(self, record: Phrase, depth: int) -> tuple[Party, ...]:
        """Whoever issues a statement or letter that is the object of its clause."""
        if record.head.lower() not in self._carriers or record.clause is None:
            return ()
        clause = self.document.clauses[record.clause]
        if record.index not in self.arguments(clause, "object"):
            return ()
        subjects = [
            phrase for phrase in self.arguments(clause, "subject") if phrase != record.index
        ]
        return distinct(party for phrase in subjects for party in self.parties(phrase, depth - 1))

    def _own(self, phrase: int) -> tuple[Party, ...]:
        record = self.phrase(phrase)
        found = list(self.linked.parties.get(phrase, ()))
        for other in record.conjuncts:
            found.extend(self.linked.parties.get(other, ()) or self.linked.modifiers.get(other, ()))
        if not found:
            for other in record.appositions:
                found.extend(self.linked.parties.get(other, ()))
        return distinct(found)

    def parties_of(self, phrases: Iterable[int]) -> tuple[Party, ...]:
        """Whom several phrases name."""
        return distinct(party for phrase in phrases for party in self.parties(phrase))

    def complements(self, phrase: int, marker: str) -> list[int]:
        """Phrases that hang on a phrase with a preposition."""
        return [
            inner for preposition, inner in self.phrase(phrase).complements if preposition == marker
        ]

    def is_act_noun(self, phrase: Phrase) -> bool:
        """Whether a phrase's head can tell an act."""
        return phrase.head.lower() in self._act_nouns

    def words(self, phrase: int) -> Iterator[str]:
        """Base forms of a phrase's words, and "modifier head" pairs, in lower case."""
        record = self.phrase(phrase)
        head = record.head.lower()
        previous = ""
        for modifier in record.modifiers:
            word = modifier.lemma.lower()
            yield word
            if previous:
                yield f"{previous} {word}"
            previous = word
        yield head
        if previous:
            yield f"{previous} {head}"


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without repetition, in order."""
    found: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        found.setdefault(party.key, party)
    return tuple(found.values())


def lemmas(modifiers: Iterable[Modifier]) -> list[str]:
    """Base forms of modifiers, lower case, with each pair of neighbours joined as well."""
    words = [modifier.lemma.lower() for modifier in modifiers]
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def _wanted(clause: Clause, spec: str) -> tuple[Role, ...]:
    if spec == "subject":
        return (Role.AGENT,) if clause.passive else (Role.SUBJECT,)
    if spec == "object":
        return (Role.SUBJECT,) if clause.passive else (Role.OBJECT,)
    if spec == "indirect":
        return (Role.INDIRECT,)
    if spec == "attribute":
        return (Role.ATTRIBUTE,)
    return ()
