"""The reports of the corpus as the network reads them, with what it should say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.collection import ACTORS, Described, article_of, sheet
from corpus.sheets import CodedEvent, CodedParty

from detente.learned import Page, Vocabulary, page_of
from detente.learned.passages import Passage
from detente.lexicon import registry_with
from detente.pipeline import Coder
from detente.records import Clause, Document, LinkedDocument, PhraseKind, Span
from detente.settings import CoderKind, Settings


@dataclass(frozen=True, slots=True)
class Target:
    """An event of the reference, hung on one word.

    Args:
        word: place of the word among the passage's.
        category: PLOVER category.
        mode: PLOVER mode, or empty.
        status: whether it took place.
        actors: codes of the states that act.
        recipients: codes of those it falls on.
        speakers: code of the one that asserts it, if any.
        ties: of each mark of the passage, the number of its tie to the word.
    """

    word: int
    category: str
    mode: str
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    speakers: frozenset[str]
    ties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A passage with its events.

    Args:
        report: id of its report.
        passage: what the network reads.
        targets: its events.
        open: (place of a word, category) of words that help to tell an event and are neither
            right nor wrong for it.
    """

    report: str
    passage: Passage
    targets: tuple[Target, ...]
    open: tuple[tuple[int, str], ...]


def linked_reports(rows: Iterable[Described]) -> Iterator[tuple[Described, LinkedDocument]]:
    """The reports of the corpus as the link stage leaves them, in order.

    Args:
        rows: which.
    """
    kept = list(rows)
    coder = Coder(Settings(coder=CoderKind.GRAMMAR), registry=registry_with(ACTORS))
    articles = [article_of(row.id) for row in kept]
    yield from zip(kept, coder.linked_many(articles), strict=True)


def examples(
    rows: Iterable[Described], vocabulary: Vocabulary, calendar: frozenset[str]
) -> list[Example]:
    """The passages of reports with their events.

    Args:
        rows: which reports.
        vocabulary: the numbers of words and markers.
        calendar: names of days and months, lower case.
    """
    return [
        example
        for row, linked in linked_reports(rows)
        for example in _of_report(row.id, page_of(linked, vocabulary, calendar), sheet(row.id))
    ]


def _of_report(name: str, page: Page, events: list[CodedEvent]) -> Iterator[Example]:
    for passage in page.passages:
        targets: list[Target] = []
        unsettled: list[tuple[int, str]] = []
        for event in events:
            evidence = Span(*event.evidence)
            place = _word_at(passage, anchor(page.linked.document, evidence))
            if place is None:
                continue
            targets.append(_target(event, place, page, passage))
            unsettled += [
                (number, event.category)
                for number, word in enumerate(passage.words)
                if number != place and evidence.overlaps(word.span)
            ]
        yield Example(name, passage, tuple(targets), tuple(unsettled))


def _target(event: CodedEvent, place: int, page: Page, passage: Passage) -> Target:
    return Target(
        word=place,
        category=event.category,
        mode=event.mode,
        status=event.status,
        actors=_codes(event.actors),
        recipients=_codes(event.recipients),
        speakers=_codes((event.attribution,) if event.attribution else ()),
        ties=tuple(page.ties(passage, passage.words[place])),
    )


def _codes(parties: Iterable[CodedParty]) -> frozenset[str]:
    return frozenset(party.code for party in parties if party.code)


def _word_at(passage: Passage, span: Span) -> int | None:
    """The place of the judged word at a span."""
    return next(
        (
            place
            for place, word in enumerate(passage.words)
            if passage.judges(word) and word.span.overlaps(span)
        ),
        None,
    )


def anchor(document: Document, evidence: Span) -> Span:
    """The word of some evidence that says what is done.

    The highest predicate inside it, else the head of its first common noun, else its first word.

    Args:
        document: the parsed text.
        evidence: characters of the words that tell an event.
    """
    clauses = [clause for clause in document.clauses if evidence.holds(clause.span)]
    inside = {clause.index for clause in clauses}
    highest = [clause for clause in clauses if not _is_under(clause, inside, document)]
    if highest:
        return max(highest, key=lambda clause: clause.extent.end - clause.extent.start).span
    heads = [
        phrase.head_span
        for phrase in document.phrases
        if phrase.kind is PhraseKind.NOUN and evidence.holds(phrase.head_span)
    ]
    return heads[0] if heads else Span(evidence.start, evidence.start + 1)


def _is_under(clause: Clause, above: set[int], document: Document) -> bool:
    parent = clause.parent
    while parent is not None:
        if parent in above:
            return True
        parent = document.clauses[parent].parent
    return False
