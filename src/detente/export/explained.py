"""What an event rests on, line by line, for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.export.wording import party_code, party_name
from detente.records import Article, Attribution, Event, Party, Span, Status


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an explanation.

    Args:
        label: what it explains.
        text: what is said; may be empty where words of the report say it.
        words: the words of the report that it rests on, or None.
        span: their characters, or None.
        reason: why, or empty.
        quiet: whether the text is said by the way.
    """

    label: str
    text: str
    words: str | None = None
    span: Span | None = None
    reason: str = ""
    quiet: bool = False


def explained(report: Article, event: Event) -> Iterator[Line]:
    """What an event rests on, its sentence aside.

    Args:
        report: the report it is from, for the words that positions stand for.
        event: the event, as the coder gives it.
    """
    for line in event.trace:
        yield Line("act", line)
    for label, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            yield _party(label, party)
        if not parties:
            yield Line(label, "none", quiet=True)
    yield _date(report, event)
    yield Line("status", str(event.status), reason=_status_reason(event))
    yield from _attribution(report, event)
    if event.condition is not None:
        yield Line("condition", "", event.condition.text, event.condition.span)
    if event.historical:
        yield Line("background", "told as lying well before the report's own news")
    if event.mentions:
        yield Line("told again", f"in sentence {', '.join(map(str, event.mentions))}")
    yield Line("confidence", f"{event.confidence:g}")


def _party(label: str, party: Party) -> Line:
    told = f"{party_code(party)} {party_name(party)}".strip()
    if party.office:
        told += f", {party.office}"
    if not party.entity_text:
        return Line(label, told, reason=party.reason)
    return Line(label, told, party.entity_text, Span(party.start, party.end), party.reason)


def _date(report: Article, event: Event) -> Line:
    when = event.when
    if when is None:
        return Line("date", "none: neither the text nor the report gives one")
    days = " to ".join(dict.fromkeys((when.first.isoformat(), when.last.isoformat())))
    words = when.words.of(report.text) if when.words else None
    return Line("date", days, words, when.words, when.reason)


def _status_reason(event: Event) -> str:
    """What the status rests on: the last step that set it, as the trace has it."""
    ending = f": {event.status}"
    steps = [line.removesuffix(ending) for line in event.trace if line.endswith(ending)]
    if steps:
        return steps[-1]
    if event.status is Status.ACTUAL:
        return "nothing in the clause or above it puts the act in doubt"
    return "what the operators over the act leave of it"


def _attribution(report: Article, event: Event) -> Iterator[Line]:
    if not event.attribution:
        yield Line("attribution", "none: the report says it in its own voice")
    for link in event.attribution:
        yield _speaker(link)
        words = link.span.of(report.text)
        told = link.relation if words.lower() == link.relation else f"{link.relation}:"
        yield Line("attribution", told if told.endswith(":") else "", words, link.span, quiet=True)


def _speaker(link: Attribution) -> Line:
    if link.party is None:
        return Line("attribution", "nobody named")
    return _party("attribution", link.party)
