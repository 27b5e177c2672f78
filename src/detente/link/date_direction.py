"""Whether what a date stands beside lies behind or ahead of the report."""

from __future__ import annotations

from detente.link.date_frame import Direction
from detente.link.date_scan import Mention
from detente.link.date_words import Verbs
from detente.records import Clause, ClauseForm, Document, Tense

_CLIMB = 6
_UNSAID = (ClauseForm.INFINITIVE, ClauseForm.GERUND, ClauseForm.PARTICIPLE, ClauseForm.VERBLESS)


def direction_of(
    mention: Mention, clause: Clause | None, document: Document, verbs: Verbs
) -> Direction:
    """Where the date of an expression is to be looked for.

    Args:
        mention: the expression.
        clause: the innermost clause that holds it, or None.
        document: the parsed text.
        verbs: predicates after which things lie ahead.
    """
    if mention.lead == "for" and mention.has("weekday", "month", "num", "period", "later", "next"):
        return Direction.FUTURE
    if mention.has("next", "coming") and not mention.has("the"):
        return Direction.FUTURE
    for _ in range(_CLIMB):
        if clause is None:
            return Direction.PAST
        found = _direction(clause, verbs)
        if found is not None:
            return found
        clause = _above(clause, document)
    return Direction.PAST


def _direction(clause: Clause, verbs: Verbs) -> Direction | None:
    """The direction that a clause's own form tells, or None where those above it decide."""
    if clause.perfect:
        return Direction.PAST
    if clause.tense is Tense.FUTURE or clause.modal:
        return Direction.FUTURE
    if clause.predicate in verbs.ahead and (clause.copular or clause.passive or _is_participle(clause)):
        return Direction.FUTURE
    if clause.form in _UNSAID:
        return None
    return Direction.PAST if clause.tense is Tense.PAST else Direction.FUTURE


def _is_participle(clause: Clause) -> bool:
    return clause.form is ClauseForm.PARTICIPLE


def _above(clause: Clause, document: Document) -> Clause | None:
    parent = clause.parent
    if parent is None and clause.parent_phrase is not None:
        parent = document.phrases[clause.parent_phrase].clause
    return None if parent is None or parent == clause.index else document.clauses[parent]


def governs_ahead(clause: Clause, document: Document, verbs: Verbs) -> bool:
    """Whether an infinitive hangs on a verb of planning."""
    parent = _above(clause, document)
    return parent is not None and parent.predicate in verbs.ahead
