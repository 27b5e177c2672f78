"""Which coded event stands for which telling; only these count when folding is scored."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from groups import Report, Telling

from detente.records import Event

_SENTENCE_END = re.compile(r"[.?!]\s+(?=[A-Z])")

_Test = Callable[[Telling, Event], bool]


def told_events(
    report: Report, tellings: Iterable[Telling], events: Iterable[Event]
) -> dict[Telling, Event]:
    """The events of a report that stand for its tellings; tellings that were missed are left out.

    An event stands for a telling where it has its category and one of its sentences holds the
    words. Where a sentence tells several acts of one category, an event whose own words overlap the
    telling's goes first, and no event stands for two tellings.

    Args:
        report: the report.
        tellings: all tellings of its group; those of other reports are passed over.
        events: what was coded from the report.
    """
    left = [telling for telling in tellings if telling.report == report.id]
    free = list(events)
    found: dict[Telling, Event] = {}
    tests: Sequence[_Test] = (
        lambda telling, event: _overlaps(report, telling, event),
        lambda telling, event: _holds(report, telling, event),
        lambda telling, event: _mentions(report, telling, event),
    )
    for test in tests:
        for telling in left:
            event = next(
                (e for e in free if telling not in found and _alike(telling, e, test)), None
            )
            if event is not None:
                found[telling] = event
                free.remove(event)
    return found


def _alike(telling: Telling, event: Event, test: _Test) -> bool:
    return event.category == telling.category and test(telling, event)


def _overlaps(report: Report, telling: Telling, event: Event) -> bool:
    start = report.text.index(telling.words)
    end = start + len(telling.words)
    return any(words.span.start < end and start < words.span.end for words in event.words)


def _holds(report: Report, telling: Telling, event: Event) -> bool:
    start = report.text.index(telling.words)
    sentence = event.sentence_span
    return sentence.start <= start and start + len(telling.words) <= sentence.end


def _mentions(report: Report, telling: Telling, event: Event) -> bool:
    before = report.text[: report.text.index(telling.words)]
    return len(_SENTENCE_END.findall(before)) in event.mentions
