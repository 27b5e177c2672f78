"""An act while its meaning is being composed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from detente.lexicon import ActEntry, Outcome
from detente.records import Party, Span, Status


@dataclass(frozen=True, slots=True)
class Saying:
    """Someone asserting something.

    Args:
        parties: who says it; empty for hearsay ("reportedly").
        relation: the word of saying as written.
        span: its characters.
    """

    parties: tuple[Party, ...]
    relation: str
    span: Span


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for everything inside a clause.

    Args:
        sayings: who asserts it, outermost first.
        status: what the surroundings make of an act in it (an if-clause: hypothetical).
        reason: why, for ``explain``.
        doers: who acts in an infinitive without a subject: whose plan or promise it is.
        forecast: whether a future in it is a forecast, not an announcement ("fears that ... will").
    """

    sayings: tuple[Saying, ...] = ()
    status: Status = Status.ACTUAL
    reason: str = ""
    forecast: bool = False
    doers: tuple[Party, ...] = ()

    def said(self, saying: Saying) -> Context:
        """The context inside what somebody says."""
        return replace(self, sayings=(*self.sayings, saying))

    def undone(self) -> Context:
        """The context of what nobody in particular is to do."""
        return replace(self, doers=()) if self.doers else self

    def under(self, status: Status, reason: str) -> Context:
        """The context inside something that sets acts in doubt."""
        return replace(self, status=status, reason=reason)


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties, as far as it has been composed.

    Args:
        category: PLOVER category.
        mode: PLOVER mode, where an entry fixed it.
        entry: the base act it was built from, or None where an operator stands alone.
        actors: who acts.
        recipients: on whom.
        status: whether it took place.
        sentence: index of its sentence.
        clause: index of the clause that tells it.
        phrase: index of the phrase that tells it, where it is nominal.
        words: the words that carry it.
        operators: ids of the operators over it, outermost first.
        sayings: who asserts it, outermost first.
        condition: characters of the condition it is bound to, or None.
        reciprocal: whether all parties act on each other.
        untold: whether its form says neither that it was done nor that it was not ("a plan to"),
            and no operator above it has said so yet.
        likelihood: how likely it is an event, where the network was asked too; else None.
        trace: how it came about.
    """

    category: str
    mode: str | None
    entry: ActEntry | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    sentence: int
    clause: int | None
    phrase: int | None
    words: tuple[Span, ...]
    operators: tuple[str, ...] = ()
    sayings: tuple[Saying, ...] = ()
    condition: Span | None = None
    reciprocal: bool = False
    untold: bool = False
    likelihood: float | None = None
    trace: tuple[str, ...] = field(default=(), compare=False)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everyone in it."""
        return self.actors + self.recipients

    @property
    def has_default(self) -> bool:
        """Whether its words alone say what kind of party acts (a protest, an arrest)."""
        return self.entry is not None and self.entry.default_actor is not None

    def noting(self, line: str) -> Act:
        """The same act with a line added to its trace."""
        return replace(self, trace=(*self.trace, line))

    def becoming(self, outcome: Outcome) -> Act:
        """The same parties in another kind of act."""
        return replace(self, category=outcome.category, mode=outcome.mode)

    def with_second(self) -> tuple[Act, ...]:
        """The act, and the one that its words always tell with it (a prison sentence convicts)."""
        also = self.entry.also if self.entry is not None else None
        return (self,) if also is None else (self, self.becoming(also).noting(f"and {also}"))


@dataclass(slots=True)
class Meaning:
    """What a clause or phrase expresses.

    Args:
        primary: the acts that its own head expresses, which an operator above it takes.
        side: the other acts told inside it.
    """

    primary: list[Act] = field(default_factory=list)
    side: list[Act] = field(default_factory=list)

    def all(self) -> list[Act]:
        """All acts of it."""
        return self.primary + self.side
