"""Reads the temporal expressions of a document in order, keeping where its story has got to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from detente.link.date_attach import Attacher, Attachment
from detente.link.date_direction import direction_of
from detente.link.date_frame import Days, Direction, Frame
from detente.link.date_line import Dateline
from detente.link.date_relative import from_anchor
from detente.link.date_resolve import is_distance, is_self_contained, resolved
from detente.link.date_scan import Mention, mentions
from detente.link.date_words import Calendar
from detente.records import Document, Role, Span, Tense

_NEAR = 40
_JOINT = re.compile(r",? and (?:(?:in|on|during) )?")
# What a unit can be counted from, in days: "the next day" not from "in March", "a week earlier"
# not from "in 2016".
_COUNTABLE = {
    "hour": 1, "day": 1, "weekend": 7, "week": 31, "fortnight": 31, "month": 92, "year": 366,
    "decade": 3660,
}  # fmt: skip
# "in December" may go on from a year; "as of December" is about now.
_TELLING = frozenset(("in", "on", "during", "by"))
_EITHER_WAY = frozenset(("month", "month_day"))
_THREAD_RULES = frozenset(("shift", "vague_shift", "thread", "then", "streak"))


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression, what it belongs to, and its days.

    Args:
        mention: the expression.
        attachment: what it belongs to.
        days: its days; None where it counts from a clause that follows ("a day after ... struck").
    """

    mention: Mention
    attachment: Attachment
    days: Days | None


@dataclass(frozen=True, slots=True)
class _Year:
    """A year that words of the text name: its number, their sentence, the offset behind them."""

    number: int
    sentence: int
    end: int


@dataclass(slots=True)
class Reader:
    """Resolves the expressions of one document.

    Args:
        document: the parsed text.
        line: the day it is told on.
        calendar: the vocabulary.
    """

    document: Document
    line: Dateline
    calendar: Calendar
    _threads: dict[str, Days] = field(default_factory=dict)
    _year: _Year | None = None

    def read(self) -> list[Dated]:
        """All expressions that have days, in order, and those that count from a clause."""
        told = self.line.told
        if told is not None:
            self._reach(Days(told, told, self.line.how))
        attacher = Attacher(self.document, self.calendar.passing.transparent)
        found: list[Dated] = []
        for mention in self._mentions():
            item = self._dated(mention, attacher.attachment(mention))
            if item is None:
                continue
            if found and (counted := _counted(found[-1], item)) is not None:
                found[-1] = counted
            elif found and (joined := self._joined(found[-1], item)) is not None:
                found[-1] = joined
                continue
            found.append(item)
        return found

    def _mentions(self) -> list[Mention]:
        text = self.document.text
        names = _names_of_people(text, self.calendar)
        return [
            mention
            for sentence in self.document.sentences
            if sentence.span.end > self.line.end
            for mention in mentions(text, sentence.index, sentence.span, self.calendar)
            if mention.span.start >= self.line.end and mention.span.of(text) not in names
        ]

    def _dated(self, mention: Mention, attachment: Attachment) -> Dated | None:
        if is_distance(mention):
            return Dated(mention, attachment, None)
        frame = self._frame(mention, attachment)
        if frame is None:
            return None
        inside = attachment.inside
        days = self._resolved(mention, frame, attachment)
        if days is None:
            return None
        if _tells_on(mention, attachment):
            self._reach(days)
        if not inside and (mention.has("year") or self._stays_in_year(mention, frame)):
            self._year = _Year(days.last.year, mention.sentence, mention.span.end)
        return Dated(mention, attachment, days)

    def _resolved(self, mention: Mention, frame: Frame, attachment: Attachment) -> Days | None:
        clause, inside = attachment.clause, attachment.inside
        days = resolved(mention, frame, clause, self.calendar, inside=inside)
        if not inside or frame.is_past or mention.rule not in _EITHER_WAY:
            return days
        # "the November deal will end": nothing tells which November but that it is the nearer one.
        past = replace(frame, direction=Direction.PAST)
        other = resolved(mention, past, clause, self.calendar, inside=inside)
        if days is None or other is None:
            return days or other
        return min(days, other, key=lambda found: abs(found.first - frame.told))

    def _joined(self, first: Dated, second: Dated) -> Dated | None:
        """Two expressions joined by "and" as one: from the first to the last day that they name."""
        if first.days is None or second.days is None or first.attachment != second.attachment:
            return None
        span = Span(first.mention.span.start, second.mention.span.end)
        between = self.document.text[first.mention.span.end : second.mention.span.start]
        if not _JOINT.fullmatch(between) or first.days.first > second.days.last:
            return None
        days = Days(first.days.first, second.days.last, f"{first.days.how}; {second.days.how}")
        return Dated(replace(first.mention, span=span), first.attachment, days)

    def _reach(self, days: Days) -> None:
        """The story has got to some days, from which units no finer than they are counted."""
        for unit, longest in _COUNTABLE.items():
            if days.length <= longest:
                self._threads[unit] = days

    def _frame(self, mention: Mention, attachment: Attachment) -> Frame | None:
        unit = mention.first("unit", "part", "weekend")
        told, thread = self.line.told, self._threads.get(unit.name if unit else "day")
        if told is None:
            return _frame_without_day(mention, thread)
        direction = direction_of(mention, attachment, self.document, self.calendar.verbs)
        year = self._year_at(mention) if direction is Direction.PAST else None
        return Frame(told, direction, thread or Days(told, told, self.line.how), year)

    def _year_at(self, mention: Mention) -> int | None:
        """The past year that the words just before, in the same paragraph, have named."""
        year, told = self._year, self.line.told
        if year is None or told is None or year.number >= told.year:
            return None
        if mention.lead not in _TELLING and mention.rule not in _THREAD_RULES:
            return None
        between = self.document.text[year.end : mention.span.start]
        near = mention.sentence - year.sentence <= 1 and "\n" not in between
        return year.number if near else None

    def _stays_in_year(self, mention: Mention, frame: Frame) -> bool:
        """Whether an expression is counted from a year named before."""
        near = self._year_at(mention) is not None
        return near and (mention.rule in _THREAD_RULES or frame.year is not None)


def _tells_on(mention: Mention, attachment: Attachment) -> bool:
    """Whether the story goes on from an expression's days.

    Of dates in nouns only that of a subject is told ("Sunday's attack killed ten"); in others they
    say which one is meant ("they called the November deal void").
    """
    if not attachment.inside:
        return mention.lead not in ("since", "until", "by")
    clause = attachment.clause
    if clause is None or clause.tense is not Tense.PAST:
        return False
    subjects = {item.phrase for item in clause.arguments if item.role is Role.SUBJECT}
    return any(phrase in subjects for phrase in attachment.phrases)


def _frame_without_day(mention: Mention, thread: Days | None) -> Frame | None:
    """What can be resolved where nothing tells the day of the report."""
    if thread is not None and mention.rule in _THREAD_RULES and mention.lead != "since":
        return Frame(date.max, Direction.PAST, thread)
    if is_self_contained(mention):
        return Frame(date.max, Direction.PAST, Days(date.max, date.max, ""))
    return None


def _names_of_people(text: str, calendar: Calendar) -> frozenset[str]:
    """Names of months that people in the text bear ("Theresa May")."""
    return frozenset(
        match[1]
        for match in calendar.people.finditer(text)
        if match[0].split(" ")[0] not in calendar.words
    )


def _counted(distance: Dated, item: Dated) -> Dated | None:
    """An expression such as "two days after" once what follows it is dated."""
    gap = item.mention.span.start - distance.mention.span.end
    if distance.days is not None or item.days is None or not 0 <= gap <= _NEAR:
        return None
    if distance.mention.sentence != item.mention.sentence or item.days.length > 1:
        return None
    days = from_anchor(distance.mention, item.days)
    return None if days is None else Dated(distance.mention, distance.attachment, days)
