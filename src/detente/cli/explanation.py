"""The explanation of a coding: for each event what it rests on, for each silence why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.export.explained import Line, explained
from detente.export.palette import CATEGORY_STYLE, QUIET_STYLE, STATUS_STYLE, WORDS_STYLE
from detente.export.wording import counted, flat, one_line
from detente.records import Article, Event, Span, Status

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
    for line in explained(report, event):
        yield line.label, _cell(line)


def _cell(line: Line) -> Text:
    style = STATUS_STYLE[Status(line.text)] if line.label == "status" else ""
    cell = Text.assemble((line.text, QUIET_STYLE if line.quiet else style))
    if line.words is not None and line.span is not None:
        gap = " " if line.quiet else "  "
        cell.append(gap if line.text else "")
        cell.append_text(_quoted(line.words, line.span))
    return cell.append(f"\n{line.reason}", QUIET_STYLE) if line.reason else cell


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


def _quoted(words: str, span: Span) -> Text:
    return Text.assemble(f"“{one_line(words)}”", (f" {_range(span)}", QUIET_STYLE))


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"
