"""Acts told by nouns: "a Russian strike on Kyiv", "talks between", "the threat of sanctions"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from detente.coding.acts import Act, Context, Meaning, Saying
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading, distinct, lemmas
from detente.coding.roles import noun_role, without
from detente.coding.statuses import combined
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, Party, Phrase, Status

_CONTENT_MARKERS = ("of", "for", "to", "on", "in", "against", "from", "about", "with", "over")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the surroundings of a noun give it."""

    context: Context
    agents: tuple[Party, ...]
    patients: tuple[Party, ...]
    host: Clause | None


class NominalComposer:
    """Composes the meaning of noun phrases.

    Args:
        reading: the document.
        lexicon: what words mean.
        clause_acts: gives the acts of the clauses that say what a noun is about ("a threat to").
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        clause_acts: Callable[[int, Context], list[Act]],
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._clause_acts = clause_acts
        self.used: set[int] = set()
        self.told: list[Act] = []

    def is_operator(self, phrase: int) -> bool:
        """Whether a phrase's noun takes an act and gives an act ("readiness", "threat")."""
        return any(isinstance(entry, OperatorEntry) for entry in self.entries(phrase))

    def entries(self, phrase: int) -> tuple[ActEntry | OperatorEntry, ...]:
        """What a phrase's noun can mean."""
        record = self._reading.phrase(phrase)
        return self._lexicon.noun_entries(record.head.lower(), lemmas(record.modifiers))

    def meaning(
        self,
        phrase: int,
        context: Context,
        agents: tuple[Party, ...] = (),
        patients: tuple[Party, ...] = (),
        host: Clause | None = None,
    ) -> Meaning:
        """The acts that a phrase, and those coordinated with it, express.

        Args:
            phrase: index of the phrase.
            context: what holds around it.
            agents: who acts if the phrase does not say.
            patients: on whom if the phrase does not say.
            host: the clause whose verb carries the phrase, or None.
        """
        frame = _Frame(context, agents, patients, host)
        found = Meaning()
        for index in (phrase, *self._reading.phrase(phrase).conjuncts):
            found.primary.extend(self._one(index, frame))
        return found

    def _one(self, phrase: int, frame: _Frame) -> list[Act]:
        for entry in self.entries(phrase):
            if isinstance(entry, OperatorEntry):
                found = self._operated(phrase, entry, frame)
            else:
                found = [self._base(phrase, entry, frame)]
            if found:
                self.used.add(phrase)
                return [self._doubted(act, phrase, frame.host) for act in found]
        return []

    def _base(self, phrase: int, entry: ActEntry, frame: _Frame) -> Act:
        reading, record = self._reading, self._reading.phrase(phrase)
        if entry.reciprocal:
            around = reading.parties_of(inner for _, inner in record.complements)
            owner = noun_role(reading, phrase, ("possessor", "modifier"))
            guests = noun_role(reading, phrase, ("with", "between", "among"), (), frame.host)
            everyone = (*frame.agents, *owner, *around, *guests, *frame.patients)
            actors: tuple[Party, ...] = distinct(everyone)
            recipients: tuple[Party, ...] = ()
        else:
            actors = noun_role(reading, phrase, entry.noun_actor) or frame.agents
            recipients = noun_role(reading, phrase, entry.noun_recipient, actors, frame.host)
            recipients = recipients or without(frame.patients, actors)
            if not actors and not recipients:
                actors, recipients = self._pointed_at(record, entry)
        return Act(
            category=entry.category,
            mode=entry.mode,
            entry=entry,
            actors=actors,
            recipients=recipients,
            status=Status.ACTUAL,
            sentence=record.sentence,
            clause=record.clause,
            phrase=phrase,
            words=(record.head_span,),
            sayings=frame.context.sayings,
            reciprocal=entry.reciprocal,
            trace=(f"noun '{record.head}' is {entry.id} ({entry.source})",),
        )

    def _pointed_at(
        self, record: Phrase, entry: ActEntry
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The parties of the last act of the same kind, where a noun only points back to it."""
        if record.determiner not in ("the", "this", "that", "these", "those"):
            return (), ()
        for act in reversed(self.told):
            if act.category == entry.category and act.parties:
                return act.actors, act.recipients
        return (), ()

    def blamed(self, phrase: int) -> tuple[Party, ...]:
        """Who did what a phrase's noun tells or points back to ("condemned the shooting")."""
        for entry in self.entries(phrase):
            if isinstance(entry, ActEntry):
                record = self._reading.phrase(phrase)
                actors = noun_role(self._reading, phrase, entry.noun_actor)
                return actors or self._pointed_at(record, entry)[0]
        return ()

    def _operated(self, phrase: int, entry: OperatorEntry, frame: _Frame) -> list[Act]:
        """The acts that an operator noun makes of the nouns that hang on it."""
        reading, record = self._reading, self._reading.phrase(phrase)
        owner = noun_role(reading, phrase, ("possessor", "by", "modifier", "from"))
        holder = owner or frame.agents
        found = self._content(phrase, entry, frame, holder)
        operand = Operand(
            entry,
            holder,
            frame.patients,
            record.head_span,
            f"noun '{record.head}'",
            record.head.lower(),
        )
        return [result for act in found for result in applied(operand, act, self._lexicon)]

    def _content(
        self, phrase: int, entry: OperatorEntry, frame: _Frame, holder: tuple[Party, ...]
    ) -> list[Act]:
        """The acts that an operator noun is about: of clauses that hang on it, else of nouns."""
        told = self._clause_acts(phrase, frame.context)
        agents = holder if entry.actor == "subject" else frame.patients
        if told:
            return [act if act.actors else replace(act, actors=agents) for act in told]
        found: list[Act] = []
        for marker in _CONTENT_MARKERS:
            for inner in self._reading.complements(phrase, marker):
                if self.entries(inner):
                    inside = self.meaning(inner, frame.context, agents, frame.patients, frame.host)
                    found.extend(inside.primary)
        return found

    def _doubted(self, act: Act, phrase: int, host: Clause | None) -> Act:
        """The act as its adjectives and determiner leave it.

        A "no" that already negates the clause which carries the noun is not counted twice.
        """
        record, speech = self._reading.phrase(phrase), self._lexicon.speech
        words = {modifier.lemma.lower() for modifier in record.modifiers} | {record.determiner}
        if words & speech.adjectives:
            word = min(words & speech.adjectives)
            saying = Saying((), word, record.span)
            act = replace(act, sayings=(*act.sayings, saying)).noting(f"'{word}': hearsay")
        status, reason = _adjective_status(words, record, self._lexicon)
        if status is Status.NEGATED and host is not None and host.negated:
            return act
        if status is Status.ACTUAL:
            return act
        future = self._lexicon.future(act.category)
        if status is Status.FUTURE and future is not None and act.status is Status.ACTUAL:
            return act.becoming(future).noting(f"{reason}: still to come, so {future}")
        return replace(act, status=combined(act.status, status)).noting(f"{reason}: {status}")


def _adjective_status(words: set[str], record: Phrase, lexicon: Lexicon) -> tuple[Status, str]:
    speech = lexicon.speech
    if record.determiner in ("no", "neither"):
        return Status.NEGATED, f"determiner '{record.determiner}'"
    for table, status in (
        (speech.negative_adjectives, Status.NEGATED),
        (speech.future_adjectives, Status.FUTURE),
        (speech.doubtful_adjectives, Status.HYPOTHETICAL),
    ):
        if words & table:
            return status, f"'{min(words & table)}'"
    return Status.ACTUAL, ""
