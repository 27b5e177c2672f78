"""When an act took place: its own words first, then its sentence, then the report's own day."""

from __future__ import annotations

from datetime import timedelta

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.records import (
    Article,
    Clause,
    ClauseLink,
    DateBasis,
    DateSpan,
    LinkedDocument,
    Status,
    Tense,
)

_BACKGROUND = timedelta(days=10)
_CLIMB = 3
_PASSES_DAYS = frozenset(
    (ClauseLink.COMPLEMENT, ClauseLink.CONTROL, ClauseLink.CONJUNCT, ClauseLink.PARTICIPIAL)
)


def day_of(act: Act, reading: Reading, article: Article) -> DateSpan | None:
    """The days an act can have happened on, or None where nothing dates it."""
    found = _worded(act, reading.linked)
    if found is not None:
        return found
    if act.status is Status.ACTUAL and not _is_remote(act, reading):
        story = reading.linked.story_day
        if story is not None:
            return story
    published = article.published_on
    if published is None:
        return None
    return DateSpan(published, published, DateBasis.PUBLISHED, None, "nothing in the text dates it")


def _worded(act: Act, linked: LinkedDocument) -> DateSpan | None:
    """The days that words next to the act name."""
    if act.phrase is not None and act.phrase in linked.phrase_days:
        return linked.phrase_days[act.phrase]
    clause = _clause(act, linked)
    for _ in range(_CLIMB):
        if clause is None:
            return None
        if clause.index in linked.days:
            return linked.days[clause.index]
        clause = _above(clause, linked)
    return None


def _clause(act: Act, linked: LinkedDocument) -> Clause | None:
    return None if act.clause is None else linked.document.clauses[act.clause]


def _above(clause: Clause, linked: LinkedDocument) -> Clause | None:
    """The clause whose days hold for this one too."""
    if clause.link not in _PASSES_DAYS or clause.parent is None:
        return None
    return linked.document.clauses[clause.parent]


def _is_remote(act: Act, reading: Reading) -> bool:
    """Whether an act is told as lying before the story ("had met")."""
    clause = _clause(act, reading.linked)
    return clause is not None and clause.perfect and clause.tense is Tense.PAST


def is_background(act: Act, when: DateSpan | None, reading: Reading, article: Article) -> bool:
    """Whether an act is told as background, from well before the report's own news."""
    published = article.published_on
    if when is not None and when.basis is DateBasis.TEXT and published is not None:
        return when.last < published - _BACKGROUND
    if act.phrase is not None:
        words = set(reading.words(act.phrase))
        return bool(words & {"previous", "earlier", "past", "former"})
    return False
