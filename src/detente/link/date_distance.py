"""Dates one of two acts by the other where words tell how far apart they are ("a week after")."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.link.date_frame import Days
from detente.link.date_reading import Dated
from detente.link.date_relative import before_anchor, from_anchor
from detente.link.date_words import Calendar
from detente.records import (
    Clause,
    ClauseLink,
    DateBasis,
    DateSpan,
    Document,
    Phrase,
    Span,
    Tense,
)

_DAY = timedelta(days=1)
_GAP = 8
_CLIMB = 4
_HANGING = (ClauseLink.PARTICIPIAL, ClauseLink.RELATIVE)


@dataclass(frozen=True, slots=True)
class Distances:
    """Counts days across the words "three days after" in one document.

    Args:
        document: the parsed text.
        calendar: the vocabulary.
        told: the day the report is told on, or None.
        clauses: days by index of a clause; added to.
        phrases: days by index of a phrase; added to.
    """

    document: Document
    calendar: Calendar
    told: date | None
    clauses: MutableMapping[int, DateSpan]
    phrases: MutableMapping[int, DateSpan]

    def count(self, item: Dated) -> None:
        """Dates what is told before such words by what follows them, or the reverse.

        Args:
            item: an expression that has no days of its own.
        """
        clause = self._clause_behind(item)
        if clause is not None:
            self._between_clauses(item, clause)
            return
        noun = self._noun_behind(item)
        if noun is not None:
            self._from_clause_to_noun(item, noun)

    def _between_clauses(self, item: Dated, behind: Clause) -> None:
        host, below = self._host(behind), self.clauses.get(behind.index)
        if host is None:
            return
        if below is None:
            above = self._days_of(host)
            if above is not None:
                self._set(self.clauses, behind.index, before_anchor(item.mention, above), item)
        elif host.index not in self.clauses:
            self._set(self.clauses, host.index, from_anchor(item.mention, _days(below)), item)

    def _from_clause_to_noun(self, item: Dated, noun: Phrase) -> None:
        host = item.attachment.clause
        above = self._days_of(host) if host is not None else None
        if above is None:
            return
        days = before_anchor(item.mention, above)
        self._set(self.phrases, noun.index, days, item)
        for clause in self.document.clauses:
            if clause.parent_phrase == noun.index and clause.link in _HANGING:
                self._set(self.clauses, clause.index, days, item)

    def _clause_behind(self, item: Dated) -> Clause | None:
        """The clause that "a day after" counts from."""
        passing, end = self.calendar.passing, item.mention.span.end
        found = (
            clause
            for clause in self.document.clauses
            if clause.sentence == item.mention.sentence
            and (clause.marker in passing.before or clause.marker in passing.after)
            and clause.span.start >= end
            and clause.extent.start <= end + _GAP
        )
        return min(found, key=lambda clause: clause.span.start, default=None)

    def _noun_behind(self, item: Dated) -> Phrase | None:
        """The noun that "a day after" counts from."""
        end = item.mention.span.end
        found = (
            phrase
            for phrase in self.document.phrases
            if phrase.sentence == item.mention.sentence
            and end <= phrase.span.start <= end + _GAP
            and phrase.index not in self.phrases
        )
        return min(found, key=_start_and_length, default=None)

    def _host(self, behind: Clause) -> Clause | None:
        """The clause whose act lies so far from that of another."""
        if behind.parent is not None:
            return self.document.clauses[behind.parent]
        if behind.parent_phrase is None:
            return None
        holder = self.document.phrases[behind.parent_phrase].clause
        return None if holder is None else self.document.clauses[holder]

    def _days_of(self, host: Clause) -> Days | None:
        """A clause's own days, those it shares with clauses above, or those of plain news."""
        last = host
        for clause in self._sharing(host):
            if clause.index in self.clauses:
                return _days(self.clauses[clause.index])
            last = clause
        told = self.told
        if told is None or last.link is not ClauseLink.ROOT or last.tense is not Tense.PAST:
            return None
        return Days(max(told, date.min + _DAY) - _DAY, told, "news of the report's day")

    def _sharing(self, clause: Clause) -> Iterator[Clause]:
        """A clause and those above it that tell of the same day."""
        for _ in range(_CLIMB):
            yield clause
            shares = clause.link in (ClauseLink.CONJUNCT, ClauseLink.CONTROL)
            if not shares or clause.parent is None:
                return
            clause = self.document.clauses[clause.parent]

    def _set(
        self, days: MutableMapping[int, DateSpan], index: int, found: Days | None, item: Dated
    ) -> None:
        if found is not None and index not in days:
            words: Span = item.mention.span
            days[index] = DateSpan(found.first, found.last, DateBasis.TEXT, words, found.how)


def _start_and_length(phrase: Phrase) -> tuple[int, int]:
    return phrase.span.start, phrase.span.start - phrase.span.end


def _days(span: DateSpan) -> Days:
    return Days(span.first, span.last, span.reason)
