"""Puts the form of a clause (tense, modality, negation, conditions) on the act it tells."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Context
from detente.coding.demands import Demands
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading
from detente.coding.roles import without
from detente.coding.statuses import combined, is_untold, own_status, turned
from detente.lexicon import Lexicon, Outcome
from detente.records import Clause, Span, Status

_HELD_OUT = frozenset(("may", "could", "might"))


class FormReader:
    """Reads forms of clauses.

    Args:
        reading: the document.
        lexicon: what words mean.
        demands: reads what speakers demand of others.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon, demands: Demands) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._demands = demands

    def status(self, clause: Clause, context: Context) -> tuple[Status, str]:
        """The status that a clause's form and place give an act, negation included."""
        status, reason = own_status(clause, context)
        if clause.negated:
            return turned(status), f"negated, {reason}"
        return status, reason

    def formed(
        self, act: Act, clause: Clause, context: Context, *, under_operator: bool = False
    ) -> Act:
        """An act with the form of the clause that tells it.

        Args:
            act: the act.
            clause: the clause whose predicate tells it.
            context: what holds around the clause.
            under_operator: whether the act already went through that clause's operator.
        """
        if not under_operator and self._lexicon.speech.near_misses.intersection(clause.adverbs):
            clause = replace(clause, negated=True)
        demand = None if under_operator else self._demands.of(act, clause, context)
        if demand is not None:
            return self.within(demand, context)
        status, reason = own_status(clause, context)
        if clause.negated:
            act, status, reason = self._negated(
                act, clause, status, reason, under_operator=under_operator
            )
        elif status is Status.FUTURE and not context.forecast:
            act, status = self._future(act, clause)
        elif self._threatens(act, clause, context):
            act, status = self._held_out(act), Status.ACTUAL
        if status is not Status.ACTUAL:
            act = replace(act, status=combined(act.status, status))
            act = act.noting(f"{reason}: {act.status}")
        act = self.within(act, context)
        untold = is_untold(clause) and context.status is not Status.NEGATED
        condition = act.condition or self.condition(clause)
        if (condition, untold) == (act.condition, act.untold):
            return act
        return replace(act, condition=condition, untold=untold)

    def within(self, act: Act, context: Context) -> Act:
        """An act as its surroundings leave it."""
        if context.status is Status.ACTUAL:
            return act
        act = replace(act, status=combined(act.status, context.status))
        return act.noting(f"{context.reason}: {act.status}")

    def bare(self, act: Act) -> Act:
        """An act as an operator takes it: an infinitive under it is not yet doubtful."""
        if not act.untold:
            return act
        status = Status.NEGATED if act.status is Status.NEGATED else Status.ACTUAL
        return replace(act, status=status, untold=False, trace=act.trace[:-1])

    def condition(self, clause: Clause) -> Span | None:
        """The words of a condition that hangs on a clause or on what it governs."""
        markers = self._lexicon.speech.conditions
        below = [clause, *self._reading.contents(clause)]
        for argument in clause.arguments:
            below.extend(self._reading.on_phrase(argument.phrase))
        for governed in below:
            for hanging in self._reading.conditions(governed):
                if hanging.marker in markers:
                    return hanging.extent
        return None

    def _negated(
        self, act: Act, clause: Clause, status: Status, reason: str, *, under_operator: bool
    ) -> tuple[Act, Status, str]:
        entry = act.entry
        if entry is not None and entry.negated and not act.operators:
            changed = act.becoming(entry.negated).noting(f"negated: {entry.negated}")
            return changed, Status.ACTUAL, reason
        if entry is not None and entry.negated_only:
            return act, status, reason
        if under_operator and act.status is Status.NEGATED and not self._restores(act):
            doubted = replace(act, status=Status.HYPOTHETICAL)
            return doubted, status, f"a negated '{act.operators[0]}'"
        if status is Status.FUTURE and not under_operator:
            refused = self._implicit(act, "negated_future")
            if refused is not None:
                return self._one_sided(refused, clause), Status.ACTUAL, reason
        return act, turned(status), f"negated, {reason}"

    def _one_sided(self, act: Act, clause: Clause) -> Act:
        """A refusal as its clause tells it: by its subject, of the others that a meeting would have had."""
        if not act.reciprocal:
            return act
        subjects = self._reading.parties_of(self._reading.arguments(clause, "subject"))
        others = without(act.actors, subjects)
        if not others or len(others) == len(act.actors):
            return act
        return replace(act, actors=without(act.actors, others), recipients=others, reciprocal=False)

    def _threatens(self, act: Act, clause: Clause, context: Context) -> bool:
        """Whether a clause holds out a hostile deed unless a condition is met ("may suspend X if")."""
        if clause.modal not in _HELD_OUT or act.operators or context.forecast:
            return False
        future = self._lexicon.future(act.category)
        condition = self.condition(clause)
        return condition is not None and future is not None and future.category == "THREATEN"

    def _held_out(self, act: Act) -> Act:
        future = self._lexicon.future(act.category)
        held = act if future is None else act.becoming(future)
        return held.noting("on a condition: a threat")

    def _restores(self, act: Act) -> bool:
        """Whether negating the operator over an act tells the act as done ("did not fail to")."""
        return not act.operators or self._lexicon.operators[act.operators[0]].restores

    def _future(self, act: Act, clause: Clause) -> tuple[Act, Status]:
        planned = self._implicit(act, "future")
        if planned is not None and planned is not act and planned.status is Status.ACTUAL:
            return planned, Status.ACTUAL
        return act.noting(f"future ('{clause.predicate}')"), Status.FUTURE

    def _implicit(self, act: Act, name: str) -> Act | None:
        """The act under the operator that a tense stands for, or None where it has no effect."""
        entry = self._lexicon.operators[self._lexicon.implicit[name]]
        operand = Operand(entry, act.actors, act.recipients, act.words[0], f"'{name}'", name)
        if act.reciprocal and name == "future":
            outcome = self._lexicon.future(act.category)
            return act.becoming(outcome) if outcome else None
        result = entry.result(act.category)
        if result in ("none", "same"):
            return applied(operand, act, self._lexicon)[0] if name == "future" else None
        return replace(
            act.becoming(Outcome.of(result)), operators=(entry.id, *act.operators)
        ).noting(f"{name}: operator {entry.id}")
