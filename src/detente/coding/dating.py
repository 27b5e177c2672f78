"""When an act took place: its own words, the thread of the story, or the report's own news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.records import (
    Article,
    Clause,
    ClauseForm,
    ClauseLink,
    DateBasis,
    DateSpan,
    Status,
    Tense,
)

_DAY = timedelta(days=1)
_CLIMB = 3
_THREAD_SENTENCES = 2
_THREAD_DAYS = 7
_PASSES_DAYS = frozenset(
    (ClauseLink.COMPLEMENT, ClauseLink.CONTROL, ClauseLink.CONJUNCT, ClauseLink.PARTICIPIAL)
)
_BACKGROUND_LINKS = frozenset((ClauseLink.RELATIVE, ClauseLink.PARTICIPIAL))


@dataclass(frozen=True, slots=True)
class _Thread:
    """The last day that the words of the text set an act on."""

    sentence: int
    category: str
    days: DateSpan


class Chronicle:
    """Dates the acts of one report in their order, each by what was dated before it.

    A date's basis is ``text`` where words of the text, the thread of the story or the tense of
    plain news set the day, and ``published`` where nothing does and the day of publication stands in.

    Args:
        reading: the document.
        article: the report.
    """

    def __init__(self, reading: Reading, article: Article) -> None:
        self._reading = reading
        self._published = article.published_on
        self._thread: _Thread | None = None
        self._last: dict[str, _Thread] = {}

    def day(self, act: Act) -> DateSpan | None:
        """The days an act can have happened on, or None where nothing dates it."""
        found = self._worded(act) or self._pointed_at(act)
        if found is not None:
            self._remember(act, found)
            return found
        if act.status is Status.ACTUAL and self._is_news(act):
            found = self._threaded(act) or self._story_day()
            if found is not None:
                return found
        return self._fallback()

    def _remember(self, act: Act, days: DateSpan) -> None:
        thread = _Thread(act.sentence, act.category, days)
        self._last[act.category] = thread
        if (days.last - days.first).days <= _THREAD_DAYS:
            self._thread = thread

    def _worded(self, act: Act) -> DateSpan | None:
        """The days that words next to the act name."""
        linked = self._reading.linked
        if act.phrase is not None and act.phrase in linked.phrase_days:
            return linked.phrase_days[act.phrase]
        clause = self._clause(act)
        for _ in range(_CLIMB):
            if clause is None:
                return None
            if clause.index in linked.days:
                return linked.days[clause.index]
            clause = self._above(clause)
        return None

    def _pointed_at(self, act: Act) -> DateSpan | None:
        """The days of the last act of its kind, where a noun points back to it ("during the call")."""
        last = self._last.get(act.category)
        if last is None or act.sentence - last.sentence > _THREAD_SENTENCES:
            return None
        if not self._points_back(act):
            return None
        return replace(last.days, reason=f"that of the {act.category} told just before")

    def _points_back(self, act: Act) -> bool:
        phrases = [] if act.phrase is None else [act.phrase]
        clause = self._clause(act)
        if clause is not None and act.phrase is None:
            phrases = [
                item.phrase for item in clause.arguments if item.marker in ("during", "in", "at")
            ]
        records = [self._reading.phrase(phrase) for phrase in phrases]
        return any(
            record.determiner in ("the", "this", "that") and self._reading.is_act_noun(record)
            for record in records
        )

    def _threaded(self, act: Act) -> DateSpan | None:
        """The day of the act dated just before, which a plain past tense goes on from."""
        thread, clause = self._thread, self._clause(act)
        if thread is None or clause is None or clause.perfect or clause.tense is not Tense.PAST:
            return None
        if not 0 < act.sentence - thread.sentence <= _THREAD_SENTENCES:
            return None
        return replace(thread.days, reason="goes on from the day told just before")

    def _story_day(self) -> DateSpan | None:
        """The day of the report's own news: as its lead says, else the day before or its own."""
        story, published = self._reading.linked.story_day, self._published
        if published is None:
            return story
        if story is not None and story.basis is DateBasis.TEXT and story.first != published:
            return replace(story, reason=f"news of the report's day ({story.reason})")
        return DateSpan(
            published - _DAY,
            published,
            DateBasis.TEXT,
            None,
            "told as news of the day before or its own",
        )

    def _is_news(self, act: Act) -> bool:
        """Whether an act is told as the report's own news rather than as background."""
        clause = self._clause(act)
        if clause is None or clause.form is not ClauseForm.FINITE:
            return clause is not None and clause.link is ClauseLink.CONTROL
        if clause.link in _BACKGROUND_LINKS or (act.phrase is not None and len(act.words) == 1):
            return False
        return not (clause.perfect and self._is_past_perfect(clause))

    def _is_past_perfect(self, clause: Clause) -> bool:
        start = clause.extent.start
        text = self._reading.document.text[start : clause.span.start].lower()
        return " had " in f" {text}"

    def _fallback(self) -> DateSpan | None:
        if self._published is None:
            return None
        return DateSpan(
            self._published,
            self._published,
            DateBasis.PUBLISHED,
            None,
            "nothing in the text dates it",
        )

    def _clause(self, act: Act) -> Clause | None:
        return None if act.clause is None else self._reading.document.clauses[act.clause]

    def _above(self, clause: Clause) -> Clause | None:
        """The clause whose days hold for this one too."""
        if clause.link not in _PASSES_DAYS or clause.parent is None:
            return None
        return self._reading.document.clauses[clause.parent]


def is_background(when: DateSpan | None, published: date | None, days: int) -> bool:
    """Whether an act lies well before the report's own news.

    Args:
        when: the act's days.
        published: day of publication.
        days: how many days before it background begins.
    """
    if when is None or published is None or when.basis is DateBasis.PUBLISHED:
        return False
    return when.last < published - timedelta(days=days)
