"""Applying an operator to an act: offer(COOPERATE) is AGREE, refuse(CONSULT) is REJECT meet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.coding.acts import Act, Saying
from detente.coding.roles import without
from detente.coding.statuses import combined
from detente.lexicon import Lexicon, OperatorEntry, Outcome
from detente.records import Party, Span, Status


@dataclass(frozen=True, slots=True)
class Operand:
    """An operator as it stands in the text.

    Args:
        entry: the operator.
        holders: who says, plans or refuses.
        targets: whom it is addressed to, where it has an addressee.
        span: characters of its word.
        word: how ``explain`` names it.
        said: the word as written.
        clause: index of the clause whose verb it is, or that its noun stands in; None outside one.
        phrase: index of its phrase where it is a noun.
    """

    entry: OperatorEntry
    holders: tuple[Party, ...]
    targets: tuple[Party, ...]
    span: Span
    word: str
    said: str
    clause: int | None = None
    phrase: int | None = None


def applied(operand: Operand, act: Act, lexicon: Lexicon) -> list[Act]:
    """What an operator makes of an act: nothing, the act in another light, or another act."""
    entry = operand.entry
    result = entry.result(act.category, act.mode, negated=act.status is Status.NEGATED)
    line = f"{operand.word} is operator {entry.id} ({entry.source}): {act.category} -> {result}"
    found: list[Act] = []
    if entry.keeps == "claim":
        found.append(_claimed(operand, act).noting(f"{operand.word}: a claim of {act.category}"))
    if _is_of_others(operand, act):
        return [_told_of_others(operand, act).noting(f"{operand.word} tells what others do")]
    if result == "none":
        return found
    if result == "same":
        return [*found, _same(operand, act, lexicon).noting(line)]
    return [_turned(operand, act, Outcome.of(result)).noting(line), *found]


def _is_of_others(operand: Operand, act: Act) -> bool:
    """Whether a noun names others than the operator's holder for who acts ("warned of a French ...")."""
    if operand.entry.others is None or act.phrase is None or not act.actors:
        return False
    holders = {party.code for party in operand.holders}
    return bool(holders) and not any(party.code in holders for party in act.actors)


def _told_of_others(operand: Operand, act: Act) -> Act:
    doubted = combined(act.status, operand.entry.others or Status.ACTUAL)
    return replace(_claimed(operand, act), status=doubted)


def _same(operand: Operand, act: Act, lexicon: Lexicon) -> Act:
    entry = operand.entry
    operators = (entry.id, *act.operators)
    if entry.future and act.status is Status.ACTUAL:
        future = lexicon.future(act.category)
        if future is not None:
            return replace(act.becoming(future), operators=operators)
    sayings = act.sayings
    if entry.claims and operand.holders:
        sayings = (*sayings, Saying(operand.holders, operand.said, operand.span))
    return replace(
        act, status=combined(act.status, entry.status), operators=operators, sayings=sayings
    )


def _claimed(operand: Operand, act: Act) -> Act:
    saying = Saying(operand.holders, operand.said, operand.span)
    return replace(act, sayings=(*act.sayings, saying))


def _turned(operand: Operand, act: Act, outcome: Outcome) -> Act:
    """Another act by whoever holds the operator."""
    entry = operand.entry
    actors = operand.holders or (act.actors if entry.actor == "subject" else ())
    return replace(
        act,
        category=outcome.category,
        mode=outcome.mode,
        actors=actors,
        recipients=_recipients(operand, act, actors),
        status=Status.ACTUAL,
        clause=act.clause if operand.clause is None else operand.clause,
        phrase=operand.phrase,
        words=(operand.span, *act.words),
        operators=(entry.id, *act.operators),
        reciprocal=False,
    )


def _recipients(operand: Operand, act: Act, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    inner = act.recipients or (act.actors if act.reciprocal else ())
    if operand.entry.recipient == "object":
        choices = (operand.targets, act.actors, inner)
    else:
        choices = (inner, operand.targets, act.actors)
    for choice in choices:
        found = without(choice, actors)
        if found:
            return found
    return ()
