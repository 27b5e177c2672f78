"""Writes the corpus's sentences with marked pairs of parties, and what the first does to the second.

python -m corpus.relations

Every ordered pair of parties that a sentence names in words of their own is a row: those between
which the reference has an event, with its category, and those between which it has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path

from corpus.collection import ACTORS, FOLDER, Described, Split, article_of, described, sheet
from corpus.sheets import CodedEvent, CodedParty
from detente.lexicon import registry_with
from detente.pipeline import Coder
from detente.records import LinkedDocument, Sentence, Span
from detente.settings import CoderKind, Settings

RELATIONS = FOLDER / "relations.jsonl"
# categories whose parties act on each other
_MUTUAL = frozenset(("CONSULT", "COOPERATE"))


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a sentence that name a party.

    Args:
        span: their characters in the report.
        parties: (state, sector) of those they stand for.
    """

    span: Span
    parties: frozenset[tuple[str, str]]

    @property
    def codes(self) -> frozenset[str]:
        """The states they stand for."""
        return frozenset(code for code, _ in self.parties)


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered pair of parties of a sentence.

    Args:
        report: its report.
        split: that of the report.
        start: offset of the sentence in the report.
        text: the sentence.
        actor: first and last offset of the first party's words in the sentence, half-open.
        recipient: the same of the second party.
        categories: what the first does to the second; empty where nothing.
    """

    report: str
    split: str
    start: int
    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int]
    categories: tuple[str, ...]


def pairs(rows: Iterable[Described]) -> Iterator[Pair]:
    """The pairs of some reports, report by report.

    Args:
        rows: which reports.
    """
    kept = list(rows)
    coder = Coder(Settings(coder=CoderKind.GRAMMAR), registry=registry_with(ACTORS))
    articles = [article_of(row.id) for row in kept]
    for row, linked in zip(kept, coder.linked_many(articles), strict=True):
        for sentence in linked.document.sentences:
            yield from _of_sentence(row, linked, sentence)


def pairs_on_file(split: Split | None = None) -> Iterator[Pair]:
    """The pairs as they lie on disk.

    Args:
        split: only those of one; None for all.
    """
    with RELATIONS.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if split in (None, row["split"]):
                actor, recipient, categories = (
                    tuple(row.pop(name)) for name in ("actor", "recipient", "categories")
                )
                yield Pair(**row, actor=actor, recipient=recipient, categories=categories)


def _of_sentence(row: Described, linked: LinkedDocument, sentence: Sentence) -> Iterator[Pair]:
    events = [event for event in sheet(row.id) if sentence.span.overlaps(Span(*event.evidence))]
    names = _names(linked, sentence, events)
    for first, second in permutations(names, 2):
        if first.codes == second.codes or first.span.overlaps(second.span):
            continue
        told = {event.category for event in events if _links(event, first, second)}
        yield Pair(
            row.id,
            row.split,
            sentence.span.start,
            sentence.span.of(linked.document.text),
            _within(first.span, sentence.span),
            _within(second.span, sentence.span),
            tuple(sorted(told)),
        )


def _names(
    linked: LinkedDocument, sentence: Sentence, events: Iterable[CodedEvent]
) -> list[Marked]:
    """The parties that a sentence names, those of its events first, in the order of the text."""
    text = linked.document.text
    found = [
        Marked(span, frozenset(((party.code, party.sector),)))
        for event in events
        for party in (*event.actors, *event.recipients)
        if (span := _place(party, sentence.span, text)) is not None
    ]
    for phrase in linked.document.phrases:
        parties = linked.parties.get(phrase.index, ())
        known = frozenset((party.code, party.sector) for party in parties if party.code)
        if phrase.sentence == sentence.index and known:
            found.append(Marked(phrase.span, known))
    kept: dict[Span, frozenset[tuple[str, str]]] = {}
    for name in found:
        if name.span in kept:
            kept[name.span] |= name.parties
        elif not any(name.span.overlaps(span) for span in kept):
            kept[name.span] = name.parties
    return [Marked(span, parties) for span, parties in sorted(kept.items())]


def _place(party: CodedParty, sentence: Span, text: str) -> Span | None:
    """Where a sentence has a party's words; None where it does not."""
    if not party.code or not party.words:
        return None
    start = text.find(party.words, sentence.start, sentence.end)
    return None if start < 0 else Span(start, start + len(party.words))


def _links(event: CodedEvent, first: Marked, second: Marked) -> bool:
    """Whether an event is of one party's towards another."""
    if _has(event.actors, first) and _has(event.recipients, second):
        return True
    everyone = (*event.actors, *event.recipients)
    return event.category in _MUTUAL and _has(everyone, first) and _has(everyone, second)


def _has(parties: Iterable[CodedParty], name: Marked) -> bool:
    return any((party.code, party.sector) in name.parties for party in parties)


def _within(span: Span, sentence: Span) -> tuple[int, int]:
    return span.start - sentence.start, span.end - sentence.start


def write(path: Path = RELATIONS) -> int:
    """Writes all pairs, one a line.

    Args:
        path: the file.

    Returns:
        How many were written.
    """
    lines = [json.dumps(asdict(pair), ensure_ascii=False) for pair in pairs(described())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


if __name__ == "__main__":
    print(f"{write()} pairs written to {RELATIONS.relative_to(FOLDER.parent)}")
