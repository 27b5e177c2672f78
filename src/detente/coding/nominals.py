"""Acts told by nouns: "a Russian strike on Kyiv", "talks between", "the threat of sanctions"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from detente.coding.acts import Act, Context, Meaning
from detente.coding.doubts import doubted
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading, distinct, lemmas
from detente.coding.roles import noun_role, state_of_place, without
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, Party, Phrase, PhraseKind, Status

_CONTENT_MARKERS = ("of", "for", "to", "on", "in", "against", "from", "about", "with", "over")
_ADDRESSEES = ("against", "to", "at")


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
        head = record.head.lower()
        if head not in self._lexicon.nouns:
            return ()
        found = self._lexicon.noun_entries(head, lemmas(record.modifiers))
        if not record.plural:
            return found
        return tuple(
            entry
            for entry in found
            if not (isinstance(entry, OperatorEntry) and entry.singular_only)
        )

    def measured(self, phrase: int) -> int:
        """A phrase, or the one that it only measures ("two days of talks")."""
        if self.entries(phrase) or self._reading.parties(phrase):
            return phrase
        inside = self._reading.complements(phrase, "of")
        return next((inner for inner in inside if self.entries(inner)), phrase)

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
            if isinstance(entry, ActEntry) and not self._fits(phrase, entry, frame.host):
                continue
            if isinstance(entry, OperatorEntry):
                found = self._operated(phrase, entry, frame)
            else:
                found = list(self._base(phrase, entry, frame).with_second())
            if found:
                self.used.add(phrase)
                return [
                    doubted(act, phrase, frame.host, self._reading, self._lexicon) for act in found
                ]
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
            actors = self._leading(record, noun_role(reading, phrase, entry.noun_actor), frame)
            recipients = noun_role(reading, phrase, entry.noun_recipient, actors, frame.host)
            recipients = recipients or without(frame.patients, actors)
            if actors and not recipients:
                recipients = self._place_hit(phrase, entry, actors, frame.host)
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

    def _leading(self, record: Phrase, told: tuple[Party, ...], frame: _Frame) -> tuple[Party, ...]:
        """Who acts: whoever a noun names, but the verb's subject where these are "its troops"."""
        codes = {party.code for party in frame.agents}
        own = any(
            possessor is not None and self._reading.phrase(possessor).kind is PhraseKind.PRONOUN
            for _, inner in record.complements
            for possessor in (self._reading.phrase(inner).possessor,)
        )
        if not told or (own and codes and all(party.code in codes for party in told)):
            return frame.agents
        return told

    def _fits(self, phrase: int, entry: ActEntry, host: Clause | None) -> bool:
        """Whether a noun can mean an entry here.

        Words of the entry's ``unless`` beside the noun or in what hangs on it say no ("cold war", "a
        war on inflation"); so does the lack of means it demands ("with the use of a bomb").
        """
        around = [phrase, *(inner for _, inner in self._reading.phrase(phrase).complements)]
        hosted = [item.phrase for item in host.arguments if item.marker] if host is not None else []
        reflexives = self._lexicon.speech.reflexives
        if any(self._reading.phrase(index).head.lower() in reflexives for index in around + hosted):
            return False
        if any(entry.unless.intersection(self._reading.heads(index)) for index in around):
            return False
        return not entry.noun_needs or any(
            entry.noun_needs.intersection(self._reading.words(means))
            for means in self._reading.means(phrase)
        )

    def _place_hit(
        self, phrase: int, entry: ActEntry, actors: tuple[Party, ...], host: Clause | None
    ) -> tuple[Party, ...]:
        """The state of a place that a noun's act falls on ("an attack on Aleppo")."""
        reading = self._reading
        for spec in entry.noun_recipient:
            found = [inner for mark, inner in reading.phrase(phrase).complements if mark == spec]
            if host is not None:
                found += reading.arguments(host, spec)
            for inner in found:
                hit = state_of_place(reading, inner, actors)
                if hit:
                    return hit
        return ()

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

    def last_talkers(self) -> tuple[Party, ...]:
        """Who took part in the talks told last, where "the topic was raised" names nobody."""
        for act in reversed(self.told):
            if act.reciprocal and act.status is Status.ACTUAL and len(act.actors) > 1:
                return act.actors
        return ()

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
            noun_role(reading, phrase, _ADDRESSEES, holder) or frame.patients,
            record.head_span,
            f"noun '{record.head}'",
            record.head.lower(),
            record.clause,
            phrase,
        )
        return [result for act in found for result in applied(operand, act, self._lexicon)]

    def _content(
        self, phrase: int, entry: OperatorEntry, frame: _Frame, holder: tuple[Party, ...]
    ) -> list[Act]:
        """The acts that an operator noun is about: of clauses that hang on it, else of nouns."""
        agents = holder if entry.actor == "subject" else frame.patients
        told = self._clause_acts(phrase, replace(frame.context, doers=agents))
        if told:
            return told
        found: list[Act] = []
        for marker in _CONTENT_MARKERS:
            for inner in self._reading.complements(phrase, marker):
                if self.entries(inner):
                    inside = self.meaning(inner, frame.context, agents, frame.patients, frame.host)
                    found.extend(inside.primary)
        return found
