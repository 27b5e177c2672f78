"""Who is speaking: of quotations, and of what a verb of saying reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from detente.link.draft import Draft
from detente.records import Clause, ClauseLink, Party, Quotation, Role, Span

_SHORTEST = 3
_ACCORDING = "according to"
_PARTIAL = 6
_NARRATION = 40


def reporter_of(draft: Draft, phrase: int) -> tuple[Party, ...]:
    """Who asserts what a phrase stands in: the speaker of the quotation or of the clause above.

    Args:
        draft: the document.
        phrase: index of the phrase.
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
        if record.link is ClauseLink.COMPLEMENT and above.predicate in draft.verbs:
            return _subject(draft, above)
        clause = record.parent
    return ()


def clause_subjects(draft: Draft, clause: int) -> tuple[Party, ...]:
    """Who acts in a clause."""
    return _subject(draft, draft.document.clauses[clause])


def _subject(draft: Draft, clause: Clause) -> tuple[Party, ...]:
    wanted = Role.AGENT if clause.passive else Role.SUBJECT
    for argument in clause.arguments:
        if argument.role is wanted:
            return with_conjuncts(draft, argument.phrase)
    return ()


def with_conjuncts(draft: Draft, phrase: int) -> tuple[Party, ...]:
    """Whom a phrase and those coordinated with it stand for."""
    own = draft.parties.get(phrase, ())
    conjuncts = draft.phrase(phrase).conjuncts
    if not conjuncts:
        return own
    found = {party.key: party for party in own}
    for other in conjuncts:
        for party in draft.parties.get(other, ()):
            found.setdefault(party.key, party)
    return tuple(found.values())


def find_speakers(draft: Draft) -> None:
    """Fills the speaker of each quotation that has one."""
    last: tuple[Quotation, tuple[Party, ...]] | None = None
    for index, quotation in enumerate(draft.document.quotations):
        words = quotation.span.of(draft.text).split()
        if len(words) < _SHORTEST:
            continue
        found = _beside(draft, quotation)
        if not found and len(words) > _PARTIAL:
            found = _near(draft, quotation) or _continued(draft, quotation, last)
        if found:
            draft.speakers[index] = found
            last = (quotation, found)


def _beside(draft: Draft, quotation: Quotation) -> tuple[Party, ...]:
    """The subject of the nearest verb of saying in the quotation's own sentences."""
    sentences = _sentences(draft, quotation)
    return _nearest(draft, quotation, sentences)


def _near(draft: Draft, quotation: Quotation) -> tuple[Party, ...]:
    """The subject of a verb of saying in the sentence before, in the same paragraph."""
    sentences = _sentences(draft, quotation)
    first = min(sentences, default=0)
    if first == 0:
        return ()
    start = draft.document.sentences[first].span.start
    previous = draft.document.sentences[first - 1].span
    if "\n\n" in draft.text[previous.end : start]:
        return ()
    return _nearest(draft, quotation, [first - 1])


def _continued(
    draft: Draft, quotation: Quotation, last: tuple[Quotation, tuple[Party, ...]] | None
) -> tuple[Party, ...]:
    """The speaker of the quotation just before, where only a break of paragraph parts them."""
    if last is None:
        return ()
    between = draft.text[last[0].span.end : quotation.span.start]
    return last[1] if len(between) < _NARRATION and between.count("\n\n") <= 1 else ()


def _sentences(draft: Draft, quotation: Quotation) -> list[int]:
    """Numbers of the sentences that a quotation touches."""
    sentences = draft.document.sentences
    first = (
        bisect_right(sentences, quotation.span.start, key=lambda sentence: sentence.span.start) - 1
    )
    last = bisect_left(sentences, quotation.span.end, key=lambda sentence: sentence.span.start)
    return list(range(max(first, 0), last))


def _nearest(draft: Draft, quotation: Quotation, sentences: Iterable[int]) -> tuple[Party, ...]:
    found: list[tuple[int, tuple[Party, ...]]] = []
    for sentence in sentences:
        for index in draft.sentence_clauses.get(sentence, ()):
            clause = draft.document.clauses[index]
            if clause.predicate in draft.verbs and draft.quotation_of(clause.span) is None:
                parties = _subject(draft, clause)
                if parties:
                    found.append((_distance(clause.span, quotation), parties))
        found += _according(draft, quotation, sentence)
    return min(found, key=lambda item: item[0])[1] if found else ()


def _according(
    draft: Draft, quotation: Quotation, sentence: int
) -> Iterator[tuple[int, tuple[Party, ...]]]:
    for phrase in draft.sentence_phrases.get(sentence, ()):
        if draft.settings[phrase].marker == _ACCORDING:
            parties = with_conjuncts(draft, phrase)
            if parties:
                yield _distance(draft.phrase(phrase).span, quotation), parties


def _distance(span: Span, quotation: Quotation) -> int:
    return max(quotation.span.start - span.end, span.start - quotation.span.end, 0)
