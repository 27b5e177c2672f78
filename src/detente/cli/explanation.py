"""The explanation of a coding: for each event what it rests on, for each silence why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.export.palette import CATEGORY_STYLE, QUIET_STYLE, STATUS_STYLE, WORDS_STYLE
from detente.export.wording import counted, flat, one_line, party_code, party_name
from detente.records import Article, Attribution, Event, Party, Span, Status

if TYPE_CHECKING:
    from detente.coding import Coding, Silence

_LABEL_WIDTH = 11
_OPENING, _CLOSING = "«", "»"

Row = tuple[str, Text]


def report_lines(coding: Coding) -> Iterator[RenderableType]:
    """The heading of a report."""
    report = coding.article
    published = report.published_on
    heading = Text(one_line(report.id), "bold")
    heading.append(f"  {counted(len(coding.events), 'event')}", "not bold")
    day = published.isoformat() if published else "no date of publication"
    yield heading.append(f", published {day}" if published else f", {day}", "not bold")
    yield Text()


def event_lines(report: Article, event: Event) -> Iterator[RenderableType]:
    """An event with everything it rests on.

    Args:
        report: the report it is from, for the words that positions stand for.
        event: the event.
    """
    heading = Text(event.category, f"bold {CATEGORY_STYLE[event.quad_code]}")
    heading.append(f" {event.mode}" if event.mode else "", "default")
    heading.append(f"  {event.status}", STATUS_STYLE[event.status] or "default")
    yield heading.append(f"  {event.id}", f"not bold {QUIET_STYLE}")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_LABEL_WIDTH, style=QUIET_STYLE, no_wrap=True)
    grid.add_column()
    last = ""
    for label, text in _rows(report, event):
        grid.add_row("" if label == last else label, text)
        last = label
    yield Padding(grid, (0, 0, 1, 2))


def silence_lines(silences: Sequence[Silence]) -> Iterator[RenderableType]:
    """The clauses that looked like acts and gave no event."""
    if not silences:
        return
    yield Text("Looked like an act, gave no event", "bold")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_LABEL_WIDTH, style=QUIET_STYLE, no_wrap=True)
    grid.add_column()
    for silence in silences:
        grid.add_row(f"sentence {silence.sentence}", f"“{one_line(silence.text)}”")
        grid.add_row("", Text(silence.reason, QUIET_STYLE))
    yield Padding(grid, (0, 0, 1, 2))


def _rows(report: Article, event: Event) -> Iterator[Row]:
    yield f"sentence {event.sentence}", _marked_sentence(event)
    for line in event.trace:
        yield "act", Text(line)
    for label, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            yield label, _party(party)
        if not parties:
            yield label, Text("none", QUIET_STYLE)
    yield "date", _date(report, event)
    yield "status", _status(event)
    yield from _attribution(report, event)
    if event.condition is not None:
        yield "condition", _quoted(event.condition.text, event.condition.span)
    if event.historical:
        yield "background", Text("told as lying well before the report's own news")
    if event.mentions:
        numbers = ", ".join(map(str, event.mentions))
        yield "told again", Text(f"in sentence {numbers}")
    yield "confidence", Text(f"{event.confidence:g}")


def _marked_sentence(event: Event) -> Text:
    """The sentence with the words that carry the act marked."""
    text, start = event.sentence_text, event.sentence_span.start
    found, done = Text(), 0
    for span in sorted({words.span for words in event.words}):
        begin, end = span.start - start, span.end - start
        if begin < done or end > len(text):
            continue
        found.append(flat(text[done:begin]))
        found.append(f"{_OPENING}{flat(text[begin:end])}{_CLOSING}", WORDS_STYLE)
        done = end
    found.append(flat(text[done:]))
    return found.append(f"  {_range(event.sentence_span)}", QUIET_STYLE)


def _party(party: Party) -> Text:
    line = Text(f"{party_code(party)} {party_name(party)}".strip())
    if party.office:
        line.append(f", {party.office}")
    if party.entity_text:
        line.append_text(Text("  ")).append_text(
            _quoted(party.entity_text, Span(party.start, party.end))
        )
    return line.append(f"\n{party.reason}", QUIET_STYLE) if party.reason else line


def _date(report: Article, event: Event) -> Text:
    when = event.when
    if when is None:
        return Text("none: neither the text nor the report gives one")
    days = dict.fromkeys((when.first.isoformat(), when.last.isoformat()))
    line = Text(" to ".join(days))
    if when.words is not None:
        line.append("  ").append_text(_quoted(when.words.of(report.text), when.words))
    return line.append(f"\n{when.reason}", QUIET_STYLE) if when.reason else line


def _status(event: Event) -> Text:
    line = Text(str(event.status), STATUS_STYLE[event.status])
    return line.append(f"\n{_status_reason(event)}", f"not bold default {QUIET_STYLE}")


def _status_reason(event: Event) -> str:
    """What the status rests on: the last step that set it, as the trace has it."""
    ending = f": {event.status}"
    steps = [line.removesuffix(ending) for line in event.trace if line.endswith(ending)]
    if steps:
        return steps[-1]
    if event.status is Status.ACTUAL:
        return "nothing in the clause or above it puts the act in doubt"
    return "what the operators over the act leave of it"


def _attribution(report: Article, event: Event) -> Iterator[Row]:
    if not event.attribution:
        yield "attribution", Text("none: the report says it in its own voice")
    for link in event.attribution:
        yield "attribution", _link(report, link)


def _link(report: Article, link: Attribution) -> Text:
    line = _party(link.party) if link.party else Text("nobody named")
    words = link.span.of(report.text)
    shown = link.relation if words.lower() == link.relation else f"{link.relation}:"
    line.append(f"\n{shown} " if shown.endswith(":") else "\n", QUIET_STYLE)
    return line.append_text(_quoted(words, link.span))


def _quoted(words: str, span: Span) -> Text:
    return Text.assemble(f"“{one_line(words)}”", (f" {_range(span)}", QUIET_STYLE))


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"
