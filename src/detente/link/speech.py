"""Who is speaking: of quotations, and of what a verb of saying reports."""

from __future__ import annotations

from detente.link.draft import Draft
from detente.records import Clause, ClauseLink, Party, Quotation, Role

_SHORTEST = 3
_ACCORDING = "according to"
_PARTIAL = 6


def reporter_of(draft: Draft, phrase: int, verbs: frozenset[str]) -> tuple[Party, ...]:
    """Who asserts what a phrase stands in: the speaker of the quotation or of the clause above.

    Args:
        draft: the document.
        phrase: index of the phrase.
        verbs: verbs of saying.
    """
    quotation = draft.quoted.get(phrase)
    if quotation is not None:
        return draft.speakers.get(quotation, ())
    clause = draft.phrase(phrase).clause
    while clause is not None:
        record = draft.document.clauses[clause]
        if record.parent is None:
            return ()
        above = draft.document.clauses[record.parent]
        if record.link is ClauseLink.COMPLEMENT and above.predicate in verbs:
            return _subject(draft, above)
        clause = record.parent
    return ()


def _subject(draft: Draft, clause: Clause) -> tuple[Party, ...]:
    wanted = Role.AGENT if clause.passive else Role.SUBJECT
    for argument in clause.arguments:
        if argument.role is wanted:
            return with_conjuncts(draft, argument.phrase)
    return ()


def with_conjuncts(draft: Draft, phrase: int) -> tuple[Party, ...]:
    """Whom a phrase and those coordinated with it stand for."""
    found = list(draft.parties.get(phrase, ()))
    for other in draft.phrase(phrase).conjuncts:
        found.extend(party for party in draft.parties.get(other, ()) if party not in found)
    return tuple(found)


def find_speakers(draft: Draft, verbs: frozenset[str]) -> None:
    """Fills the speaker of each quotation that has one."""
    last: tuple[Quotation, tuple[Party, ...]] | None = None
    for index, quotation in enumerate(draft.document.quotations):
        words = quotation.span.of(draft.text).split()
        if len(words) < _SHORTEST:
            continue
        found = _beside(draft, quotation, verbs)
        if not found and len(words) > _PARTIAL:
            found = _near(draft, quotation, verbs) or _continued(draft, quotation, last)
        if found:
            draft.speakers[index] = found
            last = (quotation, found)


def _beside(draft: Draft, quotation: Quotation, verbs: frozenset[str]) -> tuple[Party, ...]:
    """The subject of the nearest verb of saying in the quotation's own sentences."""
    sentences = _sentences(draft, quotation)
    return _nearest(draft, quotation, sentences, verbs)


def _near(draft: Draft, quotation: Quotation, verbs: frozenset[str]) -> tuple[Party, ...]:
    """The subject of a verb of saying in the sentence before, in the same paragraph."""
    sentences = _sentences(draft, quotation)
    first = min(sentences, default=0)
    if first == 0:
        return ()
    start = draft.document.sentences[first].span.start
    previous = draft.document.sentences[first - 1].span
    if "\n\n" in draft.text[previous.end : start]:
        return ()
    return _nearest(draft, quotation, {first - 1}, verbs)


def _continued(
    draft: Draft, quotation: Quotation, last: tuple[Quotation, tuple[Party, ...]] | None
) -> tuple[Party, ...]:
    """The speaker of the quotation just before, where only a break of paragraph parts them."""
    if last is None:
        return ()
    between = draft.text[last[0].span.end : quotation.span.start]
    return last[1] if len(between) < 40 and between.count("\n\n") <= 1 else ()


def _sentences(draft: Draft, quotation: Quotation) -> set[int]:
    return {
        sentence.index for sentence in draft.document.sentences if sentence.span.overlaps(quotation.span)
    }


def _nearest(
    draft: Draft, quotation: Quotation, sentences: set[int], verbs: frozenset[str]
) -> tuple[Party, ...]:
    found: list[tuple[int, tuple[Party, ...]]] = []
    for clause in draft.document.clauses:
        if clause.sentence in sentences and clause.predicate in verbs and not _quoted(draft, clause):
            parties = _subject(draft, clause)
            if parties:
                found.append((_distance(clause.span.start, clause.span.end, quotation), parties))
    for phrase, setting in enumerate(draft.settings):
        record = draft.phrase(phrase)
        if setting.marker == _ACCORDING and record.sentence in sentences:
            parties = with_conjuncts(draft, phrase)
            if parties:
                found.append((_distance(record.span.start, record.span.end, quotation), parties))
    return min(found, key=lambda item: item[0])[1] if found else ()


def _distance(start: int, end: int, quotation: Quotation) -> int:
    return max(quotation.span.start - end, start - quotation.span.end, 0)


def _quoted(draft: Draft, clause: Clause) -> bool:
    return any(quotation.span.holds(clause.span) for quotation in draft.document.quotations)
