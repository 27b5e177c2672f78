"""Resolves the temporal expressions of a report to days, and gives them to clauses and phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from detente.link.date_attach import Attacher, Attachment
from detente.link.date_direction import direction_of
from detente.link.date_frame import Days, Frame
from detente.link.date_line import Dateline, dateline
from detente.link.date_resolve import resolved
from detente.link.date_scan import Mention, mentions
from detente.link.date_words import Calendar, calendar
from detente.records import Article, ClauseLink, DateBasis, DateSpan, Document, Role, Tense

_DAY = timedelta(days=1)
_NEWS = timedelta(days=7)
_LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of one document.

    Args:
        days: by index of a clause, the days its own words set it on.
        phrase_days: by index of a phrase, the days that words inside or beside it set it on.
        story_day: the day the report's own news is set on, or None where nothing dates it.
    """

    days: Mapping[int, DateSpan] = field(default_factory=dict)
    phrase_days: Mapping[int, DateSpan] = field(default_factory=dict)
    story_day: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    """An expression, what it belongs to, and its days."""

    mention: Mention
    attachment: Attachment
    days: Days


def resolve_dates(document: Document, article: Article) -> Dates:
    """The days that a report's words set its clauses and phrases on.

    Args:
        document: the parsed text.
        article: the report; its day of publication is what "yesterday" counts from, unless a
            dateline says otherwise.

    Returns:
        Days by clause and by phrase, all read from words of the text, and the day of the story.
    """
    words = calendar()
    line = dateline(article, document.text, words)
    reading = _Reading(document, line, words)
    reading.read()
    return Dates(reading.clause_days(), reading.phrase_days(), reading.story_day())


class _Reading:
    """Goes through a document once, keeping where its story has got to."""

    def __init__(self, document: Document, line: Dateline, words: Calendar) -> None:
        self._document = document
        self._line = line
        self._calendar = words
        self._attacher = Attacher(document)
        self._dated: list[_Dated] = []
        self._thread: Days | None = None
        self._year: tuple[int, int] | None = None
        if line.told is not None:
            self._thread = Days(line.told, line.told, line.how)

    def read(self) -> None:
        """Resolves all expressions in order."""
        for sentence in self._document.sentences:
            if sentence.span.end <= self._line.end:
                continue
            for mention in mentions(self._document.text, sentence.index, sentence.span, self._calendar):
                self._resolve(mention)

    def _resolve(self, mention: Mention) -> None:
        attachment = self._attacher.attachment(mention)
        frame = self._frame(mention, attachment)
        if frame is None:
            return
        days = resolved(mention, frame, attachment.clause, self._calendar)
        if days is None:
            return
        self._dated.append(_Dated(mention, attachment, days))
        if days.length <= 1:
            self._thread = days
        if mention.has("year") and not attachment.inside:
            self._year = mention.sentence, days.last.year

    def _frame(self, mention: Mention, attachment: Attachment) -> Frame | None:
        told = self._line.told
        thread = self._thread
        if told is None or thread is None:
            return None
        clause = attachment.clause
        year = None
        if self._year is not None and mention.sentence - self._year[0] <= 1:
            year = self._year[1]
        return Frame(
            told=told,
            direction=direction_of(mention, clause, self._document, self._calendar.verbs),
            thread=thread,
            year=year if year is not None and year < told.year else None,
            going_on=clause is not None and clause.progressive and clause.tense is not Tense.PAST,
        )

    def clause_days(self) -> dict[int, DateSpan]:
        """The days of each clause that has some: its own adverbs before those of its nouns."""
        best: dict[int, _Dated] = {}
        for item in self._dated:
            clause = item.attachment.clause
            if clause is None or item.attachment.inside or item.mention.lead in ("before", "after"):
                continue
            kept = best.get(clause.index)
            if kept is None or _rank(item) < _rank(kept):
                best[clause.index] = item
        return {index: _date_span(item) for index, item in best.items()}

    def phrase_days(self) -> dict[int, DateSpan]:
        """The days of each phrase that has some."""
        found: dict[int, DateSpan] = {}
        for item in self._dated:
            for phrase in (*item.attachment.phrases, *self._happenings(item)):
                found.setdefault(phrase, _date_span(item))
        return found

    def _happenings(self, item: _Dated) -> list[int]:
        """Subjects that a clause such as "the attack was on Monday" dates."""
        clause = item.attachment.clause
        if clause is None or item.attachment.inside or clause.copular:
            return []
        if clause.predicate not in self._calendar.verbs.happening:
            return []
        return [argument.phrase for argument in clause.arguments if argument.role is Role.SUBJECT]

    def story_day(self) -> DateSpan | None:
        """The day of the report's own news."""
        told = self._line.told
        if told is None:
            return None
        lead = self._lead_day()
        if lead is not None:
            return lead
        if self._line.written is not None:
            return DateSpan(told, told, DateBasis.TEXT, self._line.written, self._line.how)
        first = told - _DAY if told > told.min else told
        return DateSpan(first, told, DateBasis.PUBLISHED, None, "news of the day before the report or its own")

    def _lead_day(self) -> DateSpan | None:
        told = self._line.told
        after = [s.index for s in self._document.sentences if s.span.end > self._line.end]
        lead = after[:_LEAD_SENTENCES]
        for item in sorted(self._dated, key=_lead_rank):
            days = item.days
            if item.mention.sentence not in lead or item.attachment.inside or days.length > 1:
                continue
            if told is not None and told - _NEWS <= days.first and days.last <= told:
                return _date_span(item)
        return None


def _lead_rank(item: _Dated) -> tuple[int, bool]:
    clause = item.attachment.clause
    return item.mention.sentence, clause is None or clause.link is not ClauseLink.ROOT


def _rank(item: _Dated) -> tuple[bool, bool, int]:
    return not item.attachment.direct, item.mention.rule != "streak", item.days.length


def _date_span(item: _Dated) -> DateSpan:
    days = item.days
    return DateSpan(days.first, days.last, DateBasis.TEXT, item.mention.span, days.how)
