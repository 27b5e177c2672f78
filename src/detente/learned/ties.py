"""How syntax ties a party to a word that may tell an act: what the grammar knows of who and whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from detente.learned.mentions import Mention
from detente.records import Clause, Document, Phrase, Role, Span

_PREPOSITIONS = ("with", "to", "against", "from", "by", "for", "in", "of", "on", "between", "at")
_OTHER = "other"
_ROLES = (
    "subject",
    "passive subject",
    "object",
    "indirect",
    "agent",
    "attribute",
    *(f"oblique {word}" for word in (*_PREPOSITIONS, _OTHER)),
)
_NOMINAL = ("itself", "modifier", "possessor", *(f"{word}" for word in (*_PREPOSITIONS, _OTHER)))
_NONE = "none"
# the order is that of the rows of the trained table: entries are only ever added at its end
TIES = (
    _NONE,
    *_ROLES,
    *(f"in {role}" for role in _ROLES),
    *(f"noun {tie}" for tie in _NOMINAL),
    *(f"over {role}" for role in _ROLES),
)
_NUMBERS = {tie: number for number, tie in enumerate(TIES)}


class Syntax:
    """The ties of a document.

    Args:
        document: the parsed text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._clauses = {clause.span.start: clause for clause in document.clauses}
        self._heads = {phrase.head_span.start: phrase for phrase in document.phrases}
        self._over: dict[int, list[Clause]] = defaultdict(list)
        for clause in document.clauses:
            for argument in clause.arguments:
                self._over[argument.phrase].append(clause)

    def numbers(self, word: Span, found: list[Mention]) -> list[int]:
        """For each mention the number of its tie to a word, in the order of ``TIES``."""
        ties = self._ties(word)
        return [
            ties.get((item.phrase, item.whole), ties.get((item.phrase, None), 0)) for item in found
        ]

    def _ties(self, word: Span) -> dict[tuple[int, bool | None], int]:
        """Numbers of ties by phrase, and whether it is meant as a whole; nearer ties win."""
        found: dict[tuple[int, bool | None], int] = {}
        for (phrase, whole), tie in self._told(word):
            found.setdefault((phrase, whole), _NUMBERS[tie])
        return found

    def _told(self, word: Span) -> Iterator[tuple[tuple[int, bool | None], str]]:
        clause = self._clauses.get(word.start)
        head = self._heads.get(word.start)
        if clause is not None:
            yield from self._of_clause(clause, "")
        if head is not None:
            yield from self._of_noun(head)
            for above in self._over.get(head.index, ()):
                yield from self._of_clause(above, "over ")

    def _of_clause(
        self, clause: Clause, over: str
    ) -> Iterator[tuple[tuple[int, bool | None], str]]:
        for argument in clause.arguments:
            role = _role(clause, argument.role, argument.marker)
            yield (argument.phrase, True), over + role
            for inner in self._within(self._document.phrases[argument.phrase]):
                yield inner, f"in {role}" if not over else over + role

    def _within(self, phrase: Phrase) -> Iterator[tuple[int, bool | None]]:
        yield phrase.index, False
        if phrase.possessor is not None:
            yield phrase.possessor, None
        for _, inner in phrase.complements:
            yield inner, None
        for inner in (*phrase.appositions, *phrase.conjuncts):
            yield inner, None

    def _of_noun(self, phrase: Phrase) -> Iterator[tuple[tuple[int, bool | None], str]]:
        yield (phrase.index, True), "noun itself"
        yield (phrase.index, False), "noun modifier"
        if phrase.possessor is not None:
            yield (phrase.possessor, None), "noun possessor"
        for marker, inner in phrase.complements:
            tie = marker if marker in _PREPOSITIONS else _OTHER
            yield (inner, None), f"noun {tie}"
            for conjunct in self._document.phrases[inner].conjuncts:
                yield (conjunct, None), f"noun {tie}"


def _role(clause: Clause, role: Role, marker: str) -> str:
    if role is Role.OBLIQUE:
        return f"oblique {marker if marker in _PREPOSITIONS else _OTHER}"
    if role is Role.SUBJECT and clause.passive:
        return "passive subject"
    return str(role)
