"""The meaning of clauses: base acts, light verbs, operators and speech, from the root down."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Context, Meaning
from detente.coding.aims import aimed
from detente.coding.base_acts import BaseActs
from detente.coding.carried import CarriedComposer
from detente.coding.choice import Entry, clause_entries, needed_nouns
from detente.coding.demands import Demands
from detente.coding.forms import FormReader
from detente.coding.nominals import NominalComposer
from detente.coding.operated import OperatorComposer
from detente.coding.reading import Reading
from detente.coding.remaining import with_remaining
from detente.coding.saying import SpeechReader
from detente.coding.spoken import spoken
from detente.coding.statuses import as_said, surroundings
from detente.coding.targets import protested, ranged
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, ClauseForm, ClauseLink, Status

_PURPOSES = frozenset((ClauseLink.ADVERBIAL, ClauseLink.CONTROL))
_AIMING = frozenset((ClauseLink.ADVERBIAL, ClauseLink.CONTROL, ClauseLink.COMPLEMENT))


class Composer:
    """Composes the acts of one document.

    Args:
        reading: the document.
        lexicon: what words mean.
        keeps_partyless: whether acts in which nobody is named are kept as well.
    """

    def __init__(
        self, reading: Reading, lexicon: Lexicon, *, keeps_partyless: bool = False
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._keeps_partyless = keeps_partyless
        self._nominals = NominalComposer(reading, lexicon, self._noun_contents)
        self._speech = SpeechReader(reading, lexicon)
        self._demands = Demands(reading, lexicon)
        self._forms = FormReader(reading, lexicon, self._demands)
        self.silent: dict[int, str] = {}
        self._acts = BaseActs(
            reading, lexicon, self._nominals, self.silent, keeps_partyless=keeps_partyless
        )
        self._operated = OperatorComposer(
            reading,
            lexicon,
            self._nominals,
            self._forms,
            self._walk,
            keeps_partyless=keeps_partyless,
        )
        self._carried = CarriedComposer(
            reading, lexicon, self._nominals, self._forms, keeps_partyless=keeps_partyless
        )
        self._walked: set[int] = set()
        self._contexts: dict[int, Context] = {}

    def context(self, clause: Clause | None) -> Context:
        """What holds in a clause of a document whose acts have been composed."""
        return Context() if clause is None else self._contexts.get(clause.index, Context())

    def acts(self) -> list[Act]:
        """Every act that the document tells, in the order of its clauses."""
        found: list[Act] = []
        for clause in self._reading.roots():
            found.extend(self._walk(clause, Context()).all())
        for clause in self._reading.document.clauses:
            if clause.index not in self._walked:
                found.extend(self._walk(clause, Context()).all())
        found.extend(self._carried.loose())
        told = [act for act in found if not act.untold or self._keeps_partyless]
        self._note_untold(found)
        voiced = [spoken(act, self._lexicon) for act in told]
        whole = [with_remaining(act, self._reading, self._lexicon) for act in voiced]
        return sorted(whole, key=lambda act: (act.sentence, act.words[0].start if act.words else 0))

    def _note_untold(self, acts: list[Act]) -> None:
        for act in acts:
            if act.untold and act.clause is not None:
                self.silent[act.clause] = f"{act.category}: {act.trace[-1]}"

    def _walk(self, clause: Clause, context: Context) -> Meaning:
        if clause.index in self._walked:
            return Meaning()
        self._walked.add(clause.index)
        context = surroundings(clause, self._speech.context(clause, context), self._lexicon.speech)
        self._contexts[clause.index] = context
        meaning = self._predicate(clause, context)
        context = context.undone()
        meaning.primary = ranged(meaning.primary, clause, self._reading)
        self._nominals.told.extend(meaning.primary)
        for below in self._reading.others(clause):
            inner = self._walk(below, self._sideways(clause, below, context))
            self._aim(meaning, inner, below)
            if below.link in _AIMING:
                meaning.primary = protested(meaning.primary, inner.primary)
            if not meaning.primary:
                inner.primary = self._purposed(clause, below, inner.primary, context)
            meaning.side.extend(inner.all())
        meaning.side.extend(self._carried.side(clause, context))
        for phrase in self._reading.phrases(clause):
            for below in self._reading.on_phrase(phrase.index):
                inside = self._speech.inside_noun(phrase, below, clause, context)
                meaning.side.extend(self._walk(below, inside).all())
        return meaning

    def _purposed(
        self, clause: Clause, below: Clause, acts: list[Act], context: Context
    ) -> list[Act]:
        """The acts that a clause which tells none was done for ("shut their shops to protest").

        What one does to say something is said; what one does to bring about a deed may fail.
        """
        if below.form is not ClauseForm.INFINITIVE or below.link not in _PURPOSES:
            return acts
        if self._forms.status(clause, context)[0] is not Status.ACTUAL:
            return acts
        return [self._forms.bare(act) if self._is_saying(act) else act for act in acts]

    def _is_saying(self, act: Act) -> bool:
        category = self._lexicon.categories[act.category]
        return (category.verbal or category.voices) and bool(act.actors and act.recipients)

    def _noun_contents(self, phrase: int, context: Context) -> list[Act]:
        """The acts of the clauses that say what a noun is about, as an operator takes them."""
        found: list[Act] = []
        for below in self._reading.on_phrase(phrase):
            if below.link is ClauseLink.COMPLEMENT:
                meaning = self._walk(below, replace(context, status=Status.ACTUAL))
                found.extend(self._forms.bare(act) for act in meaning.primary)
        return found

    def _sideways(self, clause: Clause, below: Clause, context: Context) -> Context:
        """A gerund or participle that rides on a doubtful clause shares its doubt."""
        rides = below.link is ClauseLink.ADVERBIAL and below.form in (
            ClauseForm.GERUND,
            ClauseForm.PARTICIPLE,
        )
        if rides and not below.marker:
            status, reason = self._forms.status(clause, context)
            if status in (Status.HYPOTHETICAL, Status.FUTURE):
                return context.under(Status.HYPOTHETICAL, f"rides on a clause: {reason}")
        return context

    def _predicate(self, clause: Clause, context: Context) -> Meaning:
        """The meaning of a clause's own predicate with what it governs."""
        entries = clause_entries(self._reading, self._lexicon, clause)
        if not any(isinstance(entry, OperatorEntry) for entry in entries):
            carried = self._carried.light(clause, context, operators_only=True)
            if carried:
                return Meaning(carried)
        for entry in entries:
            found = self._by_entry(clause, entry, entries, context)
            if found.primary:
                return found
        return self._ungoverned(clause, context)

    def _by_entry(
        self, clause: Clause, entry: Entry, entries: list[Entry], context: Context
    ) -> Meaning:
        """What an entry makes of a clause; nothing where the clause only says or asks something."""
        if self._only_asks(clause, entry):
            return Meaning()
        if isinstance(entry, OperatorEntry):
            if self._speech.reports(clause, entry) or self._is_own_wish(clause, entry, entries):
                return Meaning()
            return self._operated.meaning(clause, entry, context)
        if entry.yields and self._tells_of_others(clause):
            return Meaning()
        found = self._paraphrased(clause, entry, context)
        return found if found.primary else self._base(clause, entry, context)

    def _only_asks(self, clause: Clause, entry: Entry) -> bool:
        """Whether a clause asks a question, not for something ("asked whether Iran had left")."""
        if isinstance(entry, OperatorEntry):
            asks = entry.actor == "object"
        else:
            asks = self._lexicon.categories[entry.category].irrealis
        doubts = self._lexicon.speech.questions
        return asks and any(below.marker in doubts for below in self._reading.contents(clause))

    def _tells_of_others(self, clause: Clause) -> bool:
        """Whether a word of saying tells an act by somebody else than its subject."""
        return any(
            self._speech.is_by_others(clause, below)
            and clause_entries(self._reading, self._lexicon, below)
            for below in self._reading.contents(clause)
        )

    def _paraphrased(self, clause: Clause, entry: ActEntry, context: Context) -> Meaning:
        """What an operator noun tells more closely than its verb does ("made a threat to attack")."""
        if not (entry.needs and self._lexicon.categories[entry.category].irrealis):
            return Meaning()
        return Meaning(self._carried.light(clause, context, operators_only=True))

    def _ungoverned(self, clause: Clause, context: Context) -> Meaning:
        """A predicate with no entry that gave an act: speech, a light verb, or nothing."""
        found = Meaning()
        outer = context.undone()
        for below in self._reading.contents(clause):
            inner = self._walk(below, self._speech.inside(clause, below, outer))
            acts = self._purposed(clause, below, inner.primary, context)
            if self._speech.is_hearsay(clause):
                acts = [self._forms.bare(act) for act in acts]
            found.side.extend([*acts, *inner.side])
        if not self._speech.speaks(clause):
            found.primary.extend(self._carried.light(clause, context))
        demand = None if found.primary else self._demands.alone(clause, context)
        if demand is not None:
            found.primary.append(self._forms.within(demand, context))
        return found

    def _base(self, clause: Clause, entry: ActEntry, context: Context) -> Meaning:
        found = Meaning()
        act = self._acts.act(clause, entry, context)
        if act is None:
            return found
        act = self._acts.of_subject(act, clause)
        clause = as_said(clause) if entry.speaker else clause
        found.primary.extend(
            self._forms.formed(told, clause, context) for told in act.with_second()
        )
        self._nominals.used.update(needed_nouns(self._reading, clause, entry))
        if self._lexicon.categories[entry.category].irrealis:
            self._nominals.used.update(argument.phrase for argument in clause.arguments)
        context = context.undone()
        for below in self._reading.contents(clause):
            inner = self._walk(below, self._speech.inside(clause, below, context))
            self._aim(found, inner, below)
            found.side.extend(inner.all())
        return found

    def _aim(self, meaning: Meaning, inner: Meaning, below: Clause) -> None:
        """Gives acts of one side the one that a clause of purpose below them names."""
        if _is_purpose(below):
            meaning.primary = [aimed(act, inner, below, self._reading) for act in meaning.primary]

    def _is_own_wish(self, clause: Clause, entry: OperatorEntry, entries: list[Entry]) -> bool:
        """Whether a verb that can address another one speaks of its own subject ("wants to")."""
        if (
            entry.actor == "subject"
            or entry.unshifted_only
            or not any(
                isinstance(other, OperatorEntry) and other.actor == "subject" for other in entries
            )
        ):
            return False
        return not self._reading.arguments(clause, "object")


def _is_purpose(below: Clause) -> bool:
    """Whether a clause says what for ("marched to demand", "sent troops to fight")."""
    return below.link is ClauseLink.ADVERBIAL and below.form is ClauseForm.INFINITIVE
