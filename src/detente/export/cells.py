"""The cells of the table."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from detente.export.palette import CATEGORY_STYLE, QUIET_STYLE, STATUS_STYLE, WORDS_STYLE
from detente.export.wording import (
    NOTHING,
    days_between,
    distinct_parties,
    flat,
    party_code,
    party_name,
    speaker,
)
from detente.records import DateBasis, Event, Happening, Party, Span

# Of the room for the words of the text, what stands before the act; the rest tells what follows.
_SHARE_BEFORE = 1 / 3


def days_cell(event: Event | Happening) -> Text:
    """When."""
    given = event.when is not None and event.when.basis is DateBasis.TEXT
    return Text("\n".join(days_between(event.when)), "" if given else QUIET_STYLE)


def parties_cell(parties: Iterable[Party]) -> Text:
    """Who, one a line, with code and sector."""
    lines = [_party(party) for party in distinct_parties(parties)]
    return Text("\n").join(lines) if lines else Text(NOTHING, QUIET_STYLE)


def act_cell(event: Event | Happening) -> Text:
    """What."""
    act = Text(event.category, CATEGORY_STYLE[event.quad_code])
    return act.append(f" {event.mode}", "default") if event.mode else act


def whether_cell(event: Event | Happening) -> Text:
    """Whether it took place, and what else sets it apart from plain news."""
    cell = Text(str(event.status), STATUS_STYLE[event.status])
    for note in _notes(event):
        cell.append(f"\n{note}", QUIET_STYLE)
    return cell


def says_cell(event: Event) -> Text:
    """Who says so and how, outermost first."""
    if not event.attribution:
        return Text(NOTHING, QUIET_STYLE)
    links = dict.fromkeys((speaker(link), link.relation) for link in event.attribution)
    return Text("\n").join(Text.assemble(name, (f" ({how})", QUIET_STYLE)) for name, how in links)


def status_cell(event: Event) -> Text:
    """Whether it took place, and below that who says so."""
    cell = whether_cell(event)
    for name in dict.fromkeys(speaker(link) for link in event.attribution):
        cell.append(f"\nsays {name}")
    return cell


def excerpt_cell(event: Event, room: int) -> Text:
    """The words that carry the act with what stands around them.

    Args:
        event: the event.
        room: characters to show, about.
    """
    text, start = event.sentence_text, event.sentence_span.start
    spans = [Span(words.span.start - start, words.span.end - start) for words in event.words]
    marks = [span for span in spans if span.start >= 0 and span.end <= len(text)]
    cell = Text(flat(text))
    for mark in marks:
        cell.stylize(WORDS_STYLE, mark.start, mark.end)
    begin, end = _window(text, min(marks, default=Span(0, 0)), room)
    shown = cell[begin:end]
    return Text("…" if begin else "") + shown + Text("…" if end < len(text) else "")


def _window(text: str, mark: Span, room: int) -> tuple[int, int]:
    """Start and end of the whole words to show around a mark."""
    begin = max(0, min(mark.start - int(room * _SHARE_BEFORE), len(text) - room))
    if begin:
        begin = text.rfind(" ", 0, begin) + 1
    end = max(begin + room, mark.end)
    if end >= len(text):
        return begin, len(text)
    space = text.rfind(" ", mark.end, end + 1)
    return begin, space if space > 0 else end


def _party(party: Party) -> Text:
    """The code first, so that it shows where in a cell the next party begins."""
    name, code = party_name(party), party_code(party)
    if not code:
        return Text(name)
    return Text.assemble((code, QUIET_STYLE), f" {name}" if name != party.code else "")


def _notes(event: Event | Happening) -> list[str]:
    notes = []
    if event.historical:
        notes.append("background")
    if event.condition is not None:
        notes.append("on condition")
    return notes
