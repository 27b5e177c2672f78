"""Which clause and which phrases a temporal expression belongs to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from detente.link.date_scan import Mention
from detente.records import Clause, Document, Phrase, PhraseKind, Span

_CLIMB = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """Where an expression belongs.

    Args:
        clause: the innermost clause that holds it, or None.
        phrases: indices of the phrases whose noun it dates.
        inside: whether it stands inside a phrase ("the 2015 deal", "the war of 2008") and so does
            not date the clause.
        direct: whether it is the clause's own adverb or argument.
        marker: where it is not, the preposition of the noun it hangs on ("after talks in May").
    """

    clause: Clause | None
    phrases: tuple[int, ...]
    inside: bool = False
    direct: bool = True
    marker: str = ""


class Attacher:
    """Finds what expressions belong to in one document.

    Args:
        document: the parsed text.
        transparent: nouns that are part of the words for a day ("the night of 3 May").
    """

    def __init__(self, document: Document, transparent: frozenset[str]) -> None:
        self._transparent = transparent
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
        own = _own(phrases, mention.span, self._transparent)
        governors, links = _governors(phrases, own)
        markers = {item.phrase: item.marker for item in clause.arguments} if clause else {}
        return Attachment(
            clause,
            governors,
            inside="of" in links,
            direct=not governors or any(index in markers for index in own),
            marker=next((markers[index] for index in governors if index in markers), ""),
        )

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


def _own(phrases: list[Phrase], span: Span, transparent: frozenset[str]) -> frozenset[int]:
    """The phrases that an expression is made of, with the first of those it is coordinated with."""
    found = {phrase.index for phrase in phrases if span.overlaps(phrase.head_span)}
    firsts = {phrase.first_conjunct for phrase in phrases if phrase.index in found}
    found |= {index for index in firsts if index is not None}
    found |= {
        phrase.index
        for phrase in phrases
        if phrase.head in transparent and any(index in found for _, index in phrase.complements)
    }
    return frozenset(found)


def _governors(phrases: list[Phrase], own: frozenset[int]) -> tuple[tuple[int, ...], set[str]]:
    """The nouns that an expression hangs on, and by which prepositions.

    Over a name the noun before it is meant too: "talks in Moscow on Monday".
    """
    below, found, links = own, [], set()
    for _ in range(_CLIMB):
        above = [
            (phrase, marker)
            for phrase in phrases
            for marker, index in phrase.complements
            if index in below and phrase.index not in own
        ]
        found += [phrase.index for phrase, _ in above if phrase.index not in found]
        if below is own:
            links = {marker for _, marker in above}
        below = frozenset(item.index for item, _ in above if item.kind is PhraseKind.NAME)
        if not below:
            break
    return tuple(found), links
