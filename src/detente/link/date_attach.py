"""Which clause and which phrases a temporal expression belongs to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from detente.link.date_scan import Mention
from detente.records import Clause, Document, Phrase, Span


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where an expression belongs.

    Args:
        clause: the innermost clause that holds it, or None.
        phrases: indices of the phrases whose noun it dates.
        inside: whether it stands inside a phrase ("the 2015 deal") and so does not date the clause.
        direct: whether it is the clause's own adverb or argument.
    """

    clause: Clause | None
    phrases: tuple[int, ...]
    inside: bool
    direct: bool


class Attacher:
    """Finds what expressions belong to in one document.

    Args:
        document: the parsed text.
    """

    def __init__(self, document: Document) -> None:
        self._clauses: dict[int, list[Clause]] = defaultdict(list)
        self._phrases: dict[int, list[Phrase]] = defaultdict(list)
        for clause in document.clauses:
            self._clauses[clause.sentence].append(clause)
        for phrase in document.phrases:
            self._phrases[phrase.sentence].append(phrase)

    def attachment(self, mention: Mention) -> Attachment:
        """Where one expression belongs."""
        phrases = self._phrases[mention.sentence]
        clause = self.clause_at(mention.sentence, mention.span)
        holder = _holder(phrases, mention.span)
        if holder is not None:
            return Attachment(clause, (holder.index,), inside=True, direct=False)
        own = {phrase.index for phrase in phrases if mention.span.overlaps(phrase.head_span)}
        governors = tuple(
            phrase.index
            for phrase in phrases
            if phrase.index not in own and any(index in own for _, index in phrase.complements)
        )
        arguments = clause.arguments if clause else ()
        is_argument = any(argument.phrase in own for argument in arguments)
        return Attachment(clause, governors, inside=False, direct=is_argument or not governors)

    def clause_at(self, sentence: int, span: Span) -> Clause | None:
        """The innermost clause of a sentence that holds some characters."""
        found = [clause for clause in self._clauses[sentence] if clause.extent.holds(span)]
        return min(found, key=_size, default=None)


def _size(item: Clause) -> int:
    return item.extent.end - item.extent.start


def _holder(phrases: list[Phrase], span: Span) -> Phrase | None:
    """The smallest phrase around an expression whose head is another word."""
    found = [
        phrase
        for phrase in phrases
        if phrase.span.holds(span) and not phrase.head_span.overlaps(span)
    ]
    return min(found, key=lambda phrase: phrase.span.end - phrase.span.start, default=None)
