"""Whether what a date stands beside lies behind or ahead of the report."""

from __future__ import annotations

import re

from detente.link.date_attach import Attachment
from detente.link.date_frame import Direction
from detente.link.date_scan import Mention
from detente.link.date_words import Verbs
from detente.records import Clause, ClauseForm, Document, Span, Tense

_CLIMB = 6
_BULLET = re.compile(r"[\s•*–—-]*")
_CLOSING = re.compile(r"[ \t]*[.:–—-](?:\s|$)|[ \t]*(?:\n|$)")
# "planned for Monday", but not "fought for the past three years".
_APPOINTED = frozenset(
    ("weekday", "weekday_range", "month_day", "day_range", "month", "year", "named_day", "period")
)
_UNSAID = (ClauseForm.INFINITIVE, ClauseForm.GERUND, ClauseForm.PARTICIPLE, ClauseForm.VERBLESS)


def direction_of(
    mention: Mention, attachment: Attachment, document: Document, verbs: Verbs
) -> Direction:
    """Where the date of an expression is to be looked for.

    Args:
        mention: the expression.
        attachment: what it belongs to.
        document: the parsed text.
        verbs: predicates after which things lie ahead.
    """
    if is_appointed(mention, attachment, document, verbs):
        return Direction.FUTURE
    clause = attachment.clause
    future = clause is not None and _is_future(clause)
    if not future and heads_line(document.text, mention.span):
        # "8 August. Troops cross the border": what a chronology tells in the present is past.
        return Direction.PAST
    if attachment.inside and clause is not None and not future:
        # "the November deal is void": what is said now of a noun leaves its day behind.
        return Direction.PAST
    for _ in range(_CLIMB):
        if clause is None:
            return Direction.PAST
        found = _direction(clause, document, verbs)
        if found is not None:
            return found
        clause = _above(clause, document)
    return Direction.PAST


def heads_line(text: str, span: Span) -> bool:
    """Whether an expression stands at the head of a line ("8 August. Iraq annexes Kuwait").

    Args:
        text: the report.
        span: the expression.
    """
    start = text.rfind("\n", 0, span.start) + 1
    opening = _BULLET.fullmatch(text, start, span.start)
    return opening is not None and _CLOSING.match(text, span.end) is not None


def is_appointed(
    mention: Mention, attachment: Attachment, document: Document, verbs: Verbs
) -> bool:
    """Whether an expression sets the day of something planned, whatever its clause's tense."""
    if mention.lead == "ahead":
        return True
    if attachment.inside:
        return False
    if mention.lead == "for" and mention.rule in _APPOINTED:
        return True
    return any(
        modifier.text in verbs.planned
        for phrase in attachment.phrases
        for modifier in document.phrases[phrase].modifiers
    )


def _direction(clause: Clause, document: Document, verbs: Verbs) -> Direction | None:
    """The direction that a clause's own form tells, or None where those above it decide."""
    if clause.perfect:
        return Direction.PAST
    if _is_future(clause) or clause.modal or _is_planned(clause, verbs):
        return Direction.FUTURE
    if clause.form not in _UNSAID:
        return Direction.PAST if clause.tense is Tense.PAST else Direction.FUTURE
    if clause.form is ClauseForm.INFINITIVE and _hangs_on_plan(clause, document, verbs):
        return Direction.FUTURE
    return None


def _is_future(clause: Clause) -> bool:
    return clause.tense is Tense.FUTURE and not clause.perfect


def _is_planned(clause: Clause, verbs: Verbs) -> bool:
    """Whether a clause tells a plan for its date: "is due", "was set for", "planned for"."""
    told_of = clause.copular or clause.passive or clause.form is ClauseForm.PARTICIPLE
    return told_of and clause.predicate in verbs.ahead


def _hangs_on_plan(clause: Clause, document: Document, verbs: Verbs) -> bool:
    if clause.parent_phrase is not None:
        return document.phrases[clause.parent_phrase].head in verbs.ahead_nouns
    return clause.parent is not None and document.clauses[clause.parent].predicate in verbs.ahead


def _above(clause: Clause, document: Document) -> Clause | None:
    parent = clause.parent
    if parent is None and clause.parent_phrase is not None:
        parent = document.phrases[clause.parent_phrase].clause
    return None if parent is None or parent == clause.index else document.clauses[parent]
