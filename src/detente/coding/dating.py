"""When an act took place: its own words, the thread of the story, or the report's own news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.lexicon import Lexicon
from detente.records import (
    Article,
    Clause,
    ClauseForm,
    ClauseLink,
    DateBasis,
    DateSpan,
    Role,
    Status,
    Tense,
)

_DAY = timedelta(days=1)
_CLIMB = 3
_THREAD_SENTENCES = 2
_THREAD_DAYS = 7
_STORY_DAYS = 14
_TOLD = frozenset((Status.ACTUAL, Status.NEGATED))
_PASSES_DAYS = frozenset(
    (ClauseLink.COMPLEMENT, ClauseLink.CONTROL, ClauseLink.CONJUNCT, ClauseLink.PARTICIPIAL)
)


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
        lexicon: which categories are acts of saying, done once they are said.
    """

    def __init__(self, reading: Reading, article: Article, lexicon: Lexicon) -> None:
        self._reading = reading
        self._categories = lexicon.categories
        self._earlier = lexicon.speech.earlier
        self._published = article.published_on
        self._tells_of_today = any(
            days.first == days.last == self._published
            for days in (*reading.linked.days.values(), *reading.linked.phrase_days.values())
        )
        self._named = [
            (clause.sentence, reading.linked.days[clause.index])
            for clause in reading.document.clauses
            if clause.index in reading.linked.days and self._sets_thread(clause)
        ]
        self._last: dict[str, _Thread] = {}

    def day(self, act: Act) -> DateSpan | None:
        """The days an act can have happened on, or None where nothing dates it."""
        found = self._worded(act) or self._pointed_at(act)
        if found is not None and self._is_plan_day(act, found):
            found = None
        if found is not None:
            self._remember(act, found)
            return found
        if act.status in _TOLD and self._is_news(act):
            found = self._going_on(act) or self._since_news(act) or self._threaded(act)
            found = found or self._story_day()
            if found is not None:
                return found
        return self._fallback()

    def _is_plan_day(self, act: Act, days: DateSpan) -> bool:
        """Whether the days are those of what was promised or threatened, not of saying so."""
        published = self._published
        return act.status is Status.ACTUAL and published is not None and days.first > published

    def _remember(self, act: Act, days: DateSpan) -> None:
        self._last[act.category] = _Thread(act.sentence, act.category, days)

    def _sets_thread(self, clause: Clause) -> bool:
        """Whether a clause's day is one that the story goes on from."""
        days = self._reading.linked.days[clause.index]
        plain = clause.link not in (ClauseLink.RELATIVE, ClauseLink.PARTICIPIAL)
        return plain and (days.last - days.first).days <= _THREAD_DAYS and self._is_recent(days)

    def _is_recent(self, days: DateSpan) -> bool:
        """Whether days belong to the story rather than to its background."""
        return self._published is None or (self._published - days.last).days <= _STORY_DAYS

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
        """The day that the story last named before an act, which a plain past tense goes on from."""
        clause = self._clause(act)
        if clause is None or clause.perfect or clause.tense is not Tense.PAST:
            return None
        for sentence, days in reversed(self._named):
            if sentence < act.sentence:
                if act.sentence - sentence > _THREAD_SENTENCES:
                    return None
                return replace(days, words=None, reason="goes on from the day told just before")
        return None

    def _going_on(self, act: Act) -> DateSpan | None:
        """Days of what is told as going on ("rebels fighting the army", "are fighting")."""
        clause = self._clause(act)
        if clause is None or self._published is None or self._categories[act.category].verbal:
            return None
        if clause.link is not ClauseLink.PARTICIPIAL and not _is_under_way(clause):
            return None
        first = _day_before(self._published)
        return DateSpan(first, self._published, DateBasis.TEXT, None, "told as going on")

    def _since_news(self, act: Act) -> DateSpan | None:
        """Days of what "has been done": at any time since the news that the report began with."""
        clause, published = self._clause(act), self._published
        if clause is None or published is None:
            return None
        if not clause.perfect or self._is_past_perfect(clause):
            return None
        told = [days.first for sentence, days in self._named if sentence < act.sentence]
        if not told:
            return None
        first = min(*told, _day_before(published))
        reason = "has been done since the day that the report named first"
        return DateSpan(first, published, DateBasis.TEXT, None, reason)

    def _story_day(self) -> DateSpan | None:
        """The day of the report's own news: as its lead says, else the day before or its own."""
        story, published = self._reading.linked.story_day, self._published
        if published is None:
            return story
        if story is not None and story.basis is DateBasis.TEXT:
            return replace(story, words=None, reason=f"news of the report's day ({story.reason})")
        if self._tells_of_today:
            return DateSpan(
                published, published, DateBasis.TEXT, None, "news of the day, which the text names"
            )
        return DateSpan(
            _day_before(published),
            published,
            DateBasis.TEXT,
            None,
            "told as news of the day before or its own",
        )

    def _is_news(self, act: Act) -> bool:
        """Whether an act is told as the report's own news rather than as background."""
        clause = self._clause(act)
        if clause is None or (act.phrase is not None and len(act.words) == 1):
            return False
        return self._tells_news(clause)

    def _tells_news(self, clause: Clause) -> bool:
        """Plain clauses tell news, and so does what rides on them; asides tell what lies before."""
        if clause.link is ClauseLink.PARTICIPIAL:
            return clause.form is ClauseForm.GERUND
        if clause.link is ClauseLink.RELATIVE or clause.marker in self._earlier:
            return False
        if clause.form is not ClauseForm.FINITE:
            return clause.parent is not None and self._tells_news(
                self._reading.document.clauses[clause.parent]
            )
        reported = clause.link is ClauseLink.COMPLEMENT
        return reported or not (clause.perfect and self._is_past_perfect(clause))

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
        if clause.parent is None:
            return None
        rides = clause.link is ClauseLink.ADVERBIAL and clause.form in (
            ClauseForm.GERUND,
            ClauseForm.PARTICIPLE,
        )
        if clause.link not in _PASSES_DAYS and not (rides and not clause.marker):
            return None
        parent = self._reading.document.clauses[clause.parent]
        says = any(argument.role is Role.SUBJECT for argument in parent.arguments)
        if clause.link is ClauseLink.COMPLEMENT and clause.tense is Tense.PAST and says:
            return None  # "said on Tuesday that it had attacked" dates the saying
        return parent


def _is_under_way(clause: Clause) -> bool:
    return clause.progressive and clause.tense is Tense.PRESENT and not clause.passive


def _day_before(day: date) -> date:
    return max(day, date.min + _DAY) - _DAY


def is_background(when: DateSpan | None, published: date | None, days: int) -> bool:
    """Whether an act lies well before the report's own news.

    Args:
        when: the act's days.
        published: day of publication.
        days: how many days before it background begins.
    """
    if when is None or published is None or when.basis is DateBasis.PUBLISHED:
        return False
    return (published - when.last).days > days


def is_history(when: DateSpan | None, published: date | None, years: int) -> bool:
    """Whether an act lies so far back that it is told as a lesson.

    Args:
        when: the act's days.
        published: day of publication.
        years: how many years before it history begins.
    """
    if when is None or published is None:
        return False
    return when.last.year < published.year - years
