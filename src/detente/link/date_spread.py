"""Passes days on from clause to clause and from noun to clause, where grammar does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from detente.link.date_distance import Distances
from detente.link.date_frame import Days
from detente.link.date_headings import Heading, headings
from detente.link.date_own import running
from detente.link.date_reading import Dated
from detente.link.date_words import Calendar
from detente.records import (
    Clause,
    ClauseForm,
    ClauseLink,
    DateBasis,
    DateSpan,
    Document,
    Role,
    Span,
    Tense,
)

_CLIMB = 4
_MAIN = (ClauseLink.ROOT, ClauseLink.CONJUNCT)
_JOINED = (ClauseLink.ADVERBIAL, ClauseLink.COMPLEMENT)
_HANGING = (ClauseLink.PARTICIPIAL, ClauseLink.RELATIVE)


@dataclass(slots=True)
class Spread:
    """Passes days on in one document.

    Args:
        document: the parsed text.
        calendar: the vocabulary.
        told: the day the report is told on, or None.
        clauses: days by index of a clause, at first those of its own words; added to.
        phrases: the same for phrases.
    """

    document: Document
    calendar: Calendar
    told: date | None
    clauses: dict[int, DateSpan]
    phrases: dict[int, DateSpan]

    def spread(self, dated: list[Dated]) -> None:
        """Fills in the days of clauses and phrases that have none of their own.

        Args:
            dated: the expressions; those without days count from a clause.
        """
        for heading in headings(self.document, dated):
            self._date_entry(heading)
        distances = Distances(self.document, self.calendar, self.told, self.clauses, self.phrases)
        for item in dated:
            if item.days is None:
                distances.count(item)
        for clause in self._undated():
            self._take_from_nouns(clause)
        for clause in self._dated():
            self._pass_up(clause)
        for clause in self._undated():
            self._take_from_above(clause)
        for clause in self._dated():
            for phrase in self._told_of(clause):
                self.phrases.setdefault(phrase, self.clauses[clause.index])

    def _date_entry(self, heading: Heading) -> None:
        """Dates the main clauses of an entry that have no day of their own by its head."""
        for clause in self._undated():
            if clause.link in _MAIN and heading.entry.holds(clause.span):
                self.clauses[clause.index] = heading.days

    def _dated(self) -> list[Clause]:
        return [clause for clause in self.document.clauses if clause.index in self.clauses]

    def _undated(self) -> list[Clause]:
        return [clause for clause in self.document.clauses if clause.index not in self.clauses]

    def _take_from_nouns(self, clause: Clause) -> None:
        """Takes the day of "at last week's summit, they agreed" or "a raid in May that killed"."""
        inside = self.calendar.passing.inside
        places = [item.phrase for item in clause.arguments if item.marker in inside]
        if clause.link is ClauseLink.RELATIVE and clause.tense is Tense.PAST:
            places += [] if clause.parent_phrase is None else [clause.parent_phrase]
        found = next((self.phrases[phrase] for phrase in places if phrase in self.phrases), None)
        if found is not None:
            self.clauses[clause.index] = found

    def _pass_up(self, clause: Clause) -> None:
        passing, days = self.calendar.passing, self.clauses[clause.index]
        if clause.link in _HANGING or clause.link is ClauseLink.CONJUNCT:
            self._pass_to_first(clause)
        if clause.link in _HANGING or not clause.marker:
            self._pass_to_holder(clause)
        if clause.link not in _JOINED:
            return
        if clause.marker in passing.since:
            for above in self._above(clause):
                self._set(above.index, running(_days(days), self.told), days.words)
        elif clause.marker in passing.same_time and clause.link is ClauseLink.ADVERBIAL:
            for above in self._above(clause):
                self.clauses.setdefault(above.index, days)

    def _pass_to_first(self, clause: Clause) -> None:
        """A date behind the last of two coordinated verbs is that of both."""
        days = self.clauses[clause.index]
        first = self._first_of(clause)
        if first is None or days.words is None or days.words.start < clause.span.end:
            return
        if first.tense is clause.tense and first.form is clause.form:
            self.clauses.setdefault(first.index, days)

    def _first_of(self, clause: Clause) -> Clause | None:
        """The clause that one is coordinated with."""
        if clause.link is ClauseLink.CONJUNCT:
            return None if clause.parent is None else self.document.clauses[clause.parent]
        return next(
            (
                other
                for other in self._of_sentence(clause.sentence)
                if other.parent_phrase == clause.parent_phrase
                and other.span.end < clause.span.start
                and other.extent.holds(clause.extent)
            ),
            None,
        )

    def _of_sentence(self, number: int) -> Iterator[Clause]:
        clauses = self.document.clauses
        first = bisect_left(clauses, number, key=attrgetter("sentence"))
        for place in range(first, len(clauses)):
            if clauses[place].sentence != number:
                return
            yield clauses[place]

    def _pass_to_holder(self, clause: Clause) -> None:
        """Passes the day of "in a statement issued on Monday" to what was said in it."""
        if clause.predicate not in self.calendar.verbs.making:
            return
        phrase = clause.parent_phrase
        holder = clause.parent if phrase is None else self.document.phrases[phrase].clause
        if holder is None or holder == clause.index:
            return
        arguments = self.document.clauses[holder].arguments
        markers = {item.marker for item in arguments if item.phrase == phrase}
        if phrase is None or markers & self.calendar.passing.inside:
            self.clauses.setdefault(holder, self.clauses[clause.index])

    def _take_from_above(self, clause: Clause) -> None:
        """Takes the day of what "when he spoke" or "prompting clashes" goes with."""
        if clause.link is not ClauseLink.ADVERBIAL or clause.parent is None:
            return
        free = clause.form is ClauseForm.GERUND and not clause.marker
        past = clause.tense is Tense.PAST and not clause.perfect and not clause.modal
        joined = clause.marker in self.calendar.passing.alongside
        days = self.clauses.get(clause.parent)
        if days is not None and (free or (joined and (past or clause.form is ClauseForm.GERUND))):
            self.clauses[clause.index] = days

    def _told_of(self, clause: Clause) -> Iterator[int]:
        """The phrases whose noun a clause tells the time of."""
        verbs = self.calendar.verbs
        sets = verbs.ahead if clause.passive or clause.copular else verbs.happening
        if clause.predicate in sets:
            yield from (item.phrase for item in clause.arguments if item.role is Role.SUBJECT)
        holder = clause.parent_phrase
        if holder is None or clause.link not in _HANGING:
            return
        if clause.predicate in verbs.making or clause.predicate in verbs.happening:
            yield holder

    def _above(self, clause: Clause) -> Iterator[Clause]:
        """The clause above, and those above it as long as they are infinitives."""
        for _ in range(_CLIMB):
            if clause.parent is None or clause.parent == clause.index:
                return
            clause = self.document.clauses[clause.parent]
            yield clause
            if clause.form is not ClauseForm.INFINITIVE:
                return

    def _set(self, clause: int, found: Days | None, words: Span | None) -> None:
        if found is not None and clause not in self.clauses:
            self.clauses[clause] = DateSpan(
                found.first, found.last, DateBasis.TEXT, words, found.how
            )


def _days(span: DateSpan) -> Days:
    return Days(span.first, span.last, span.reason)
