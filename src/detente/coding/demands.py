"""What whoever speaks demands of others with a "must" or "should": "said that Iran must leave"."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Context, Saying
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading
from detente.lexicon import Lexicon, OperatorEntry
from detente.records import Clause, Party, Status


class Demands:
    """Reads demands.

    Args:
        reading: the document.
        lexicon: what words mean.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._modals = lexicon.speech.demanding
        self._lexicon = lexicon

    def of(self, act: Act, clause: Clause, context: Context) -> Act | None:
        """The demand for an act, or None where its clause demands nothing of others.

        Args:
            act: what is demanded.
            clause: the clause that tells it.
            context: what holds around the clause.
        """
        saying = self._saying(clause, context, act.actors)
        if saying is None:
            return None
        inner = replace(act, status=Status.NEGATED) if clause.negated else act
        word = f"'{clause.modal}'"
        operand = Operand(
            self._entry, saying.parties, (), saying.span, word, clause.modal, clause.index
        )
        found = applied(operand, inner, self._lexicon)
        return replace(found[0], untold=False) if found else None

    def alone(self, clause: Clause, context: Context) -> Act | None:
        """The demand that somebody do what is no known act, or None."""
        role = "agent" if clause.passive else "subject"
        addressed = self._reading.parties_of(self._reading.arguments(clause, role))
        saying = self._saying(clause, context, addressed) if addressed else None
        outcome = self._entry.alone
        if saying is None or outcome is None or clause.copular:
            return None
        return Act(
            category=outcome.category,
            mode=outcome.mode,
            entry=None,
            actors=saying.parties,
            recipients=addressed,
            status=Status.ACTUAL,
            sentence=clause.sentence,
            clause=clause.index,
            phrase=None,
            words=(saying.span, clause.span),
            operators=(self._entry.id,),
            sayings=context.sayings,
            trace=(f"'{clause.modal}' is operator {self._entry.id} ({self._entry.source}) alone",),
        )

    @property
    def _entry(self) -> OperatorEntry:
        return self._lexicon.operators[self._lexicon.implicit["demand"]]

    def _saying(
        self, clause: Clause, context: Context, addressed: tuple[Party, ...]
    ) -> Saying | None:
        """The saying by another party in which a clause demands something, or None."""
        if clause.modal not in self._modals or not context.sayings:
            return None
        saying = context.sayings[-1]
        codes = {party.code for party in saying.parties if party.code}
        own = any(party.code in codes for party in addressed)
        return saying if codes and not own else None
