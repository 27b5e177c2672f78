"""Figures on sentences with a marked pair and the PLOVER root of what the first does to the second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from marks import Marked, Spans, marked

from detente import Article, Coder, Event
from detente.records import Party

# the roots of the rows join these two categories
_ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and the root of its marked pair."""

    sentence: Marked
    root: str


def pair_figures(coder: Coder, shared: Path) -> dict[str, float]:
    """Shares of the rows in which the coding finds the marked act, and the macro-F1 of ``relate``."""
    rows = _rows(shared / "data" / "plv_train.tsv")
    told = list(_coded(coder, rows))
    asked = [row for row in rows if row.sentence.actors and row.sentence.recipients]
    answers = [_related(coder, row.sentence) for row in asked]
    return {
        "pairs_found": _share(_tells(row, events) for row, events in zip(rows, told, strict=True)),
        "pairs_half": _share(_hints(row, events) for row, events in zip(rows, told, strict=True)),
        "pairs_root": _share(
            any(root(event.category) == row.root for event in events)
            for row, events in zip(rows, told, strict=True)
        ),
        "relate_f1": macro_f1([row.root for row in asked], answers),
    }


def root(category: str) -> str:
    """The root under which the rows have a category."""
    return _ROOTS.get(category, category)


def macro_f1(reference: Sequence[str], answers: Sequence[str | None]) -> float:
    """The mean F1 over the roots of the reference; no answer is a miss.

    Args:
        reference: the right roots.
        answers: those that were given, in the same order.
    """
    pairs = list(zip(reference, answers, strict=True))
    return _mean(
        2
        * sum(right == given == one for right, given in pairs)
        / sum((right == one) + (given == one) for right, given in pairs)
        for one in sorted(set(reference))
    )


def _rows(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").splitlines()[1:]
    fields = [line.split("\t") for line in lines if line]
    return [Row(marked(sentence), root) for sentence, root, *_ in fields]


def _coded(coder: Coder, rows: Sequence[Row]) -> Iterable[tuple[Event, ...]]:
    """The events of each sentence as an article of its own."""
    articles = (Article(id=f"{number}", text=row.sentence.text) for number, row in enumerate(rows))
    return (coding.events for coding in coder.codings(articles))


def _related(coder: Coder, sentence: Marked) -> str | None:
    event = coder.relate(sentence.text, sentence.actors[0], sentence.recipients[0]).event
    return root(event) if event else None


def _tells(row: Row, events: Iterable[Event]) -> bool:
    """Whether an event with the root has both marked parties in their roles.

    A mark that the row lacks cannot be missed. In a mutual act both stand among the actors.
    """
    actors, recipients = row.sentence.actors, row.sentence.recipients
    return any(
        (not actors or _overlap(event.actors, actors))
        and (not recipients or _overlap(event.recipients or event.actors, recipients))
        for event in events
        if root(event.category) == row.root
    )


def _hints(row: Row, events: Iterable[Event]) -> bool:
    """Whether an event with the root has one of the marked parties in its role."""
    actors, recipients = row.sentence.actors, row.sentence.recipients
    return any(
        _overlap(event.actors, actors) or _overlap(event.recipients or event.actors, recipients)
        for event in events
        if root(event.category) == row.root
    )


def _overlap(parties: Iterable[Party], marks: Spans) -> bool:
    return any(party.start < end and start < party.end for party in parties for start, end in marks)


def _share(found: Iterable[bool]) -> float:
    return _mean(float(one) for one in found)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
