"""The meaning of clauses: base acts, light verbs, operators and speech, from the root down."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Context, Meaning
from detente.coding.choice import Entry, clause_entries, needed_nouns
from detente.coding.forms import FormReader
from detente.coding.nominals import NominalComposer
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading, distinct
from detente.coding.roles import (
    clause_actors,
    clause_recipients,
    content_subjects,
    is_mutual,
    reciprocal_parties,
    without,
)
from detente.coding.saying import SpeechReader
from detente.coding.statuses import surroundings
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, ClauseForm, ClauseLink, Party, Role, Status

_NOMINAL_ROLES = frozenset((Role.OBJECT, Role.ATTRIBUTE))
_CONTENT_MARKERS = frozenset(
    (
        "to",
        "of",
        "for",
        "on",
        "with",
        "from",
        "in",
        "against",
        "at",
        "into",
        "upon",
        "over",
        "about",
        "as",
    )
)


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
        self._forms = FormReader(reading, lexicon)
        self._walked: set[int] = set()
        self.silent: dict[int, str] = {}

    def acts(self) -> list[Act]:
        """Every act that the document tells, in the order of its clauses."""
        found: list[Act] = []
        for clause in self._reading.roots():
            found.extend(self._walk(clause, Context()).all())
        for clause in self._reading.document.clauses:
            if clause.index not in self._walked:
                found.extend(self._walk(clause, Context()).all())
        found.extend(self._loose_nominals())
        told = [act for act in found if not act.untold or self._keeps_partyless]
        self._note_untold(found)
        return sorted(told, key=lambda act: (act.sentence, act.words[0].start if act.words else 0))

    def _note_untold(self, acts: list[Act]) -> None:
        for act in acts:
            if act.untold and act.clause is not None:
                self.silent[act.clause] = f"{act.category}: {act.trace[-1]}"

    def _walk(self, clause: Clause, context: Context) -> Meaning:
        if clause.index in self._walked:
            return Meaning()
        self._walked.add(clause.index)
        context = surroundings(clause, self._speech.context(clause, context), self._lexicon.speech)
        meaning = self._predicate(clause, context)
        self._nominals.told.extend(meaning.primary)
        for below in self._reading.others(clause):
            meaning.side.extend(self._walk(below, self._sideways(clause, below, context)).all())
        meaning.side.extend(self._side_nominals(clause, context))
        for phrase in self._reading.phrases(clause):
            for below in self._reading.on_phrase(phrase.index):
                inside = self._speech.inside_noun(phrase, below, context)
                meaning.side.extend(self._walk(below, inside).all())
        return meaning

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
            carried = self._light(clause, context, operators_only=True)
            if carried:
                return Meaning(carried)
        for entry in entries:
            if isinstance(entry, OperatorEntry):
                if self._speech.reports(clause, entry) or self._is_own_wish(clause, entry, entries):
                    continue
                found = self._operator(clause, entry, context)
            else:
                found = self._base(clause, entry, context)
            if found.primary:
                return found
        return self._ungoverned(clause, context)

    def _ungoverned(self, clause: Clause, context: Context) -> Meaning:
        """A predicate with no entry that gave an act: speech, a light verb, or nothing."""
        found = Meaning()
        inside = self._speech.inside(clause, context)
        spoken = self._speech.speaks(clause)
        for below in self._reading.contents(clause):
            inner = self._walk(below, inside)
            acts = inner.primary
            if self._speech.is_hearsay(clause):
                acts = [self._forms.bare(act) for act in acts]
            found.side.extend([*acts, *inner.side])
        if not spoken:
            found.primary.extend(self._light(clause, context))
        return found

    # -- base acts ------------------------------------------------------------------------------

    def _base(self, clause: Clause, entry: ActEntry, context: Context) -> Meaning:
        found = Meaning()
        act = self._act(clause, entry, context)
        if act is None:
            return found
        found.primary.append(self._forms.formed(act, clause, context))
        self._nominals.used.update(needed_nouns(self._reading, clause, entry))
        inside = self._speech.inside(clause, context)
        for below in self._reading.contents(clause):
            found.side.extend(self._walk(below, inside).all())
        return found

    def _act(self, clause: Clause, entry: ActEntry, context: Context) -> Act | None:
        actors, recipients = self._parties(clause, entry, context)
        if self._keeps_partyless:
            pass
        elif entry.weak and not (actors and recipients):
            self.silent[clause.index] = f"{entry.id}: a weak word with only one party"
            return None
        elif not actors and not recipients and entry.default_actor is None:
            self.silent[clause.index] = f"{entry.id}: no party found"
            return None
        return Act(
            category=entry.category,
            mode=entry.mode,
            entry=entry,
            actors=actors,
            recipients=recipients,
            status=Status.ACTUAL,
            sentence=clause.sentence,
            clause=clause.index,
            phrase=None,
            words=(clause.span,),
            sayings=context.sayings,
            reciprocal=entry.reciprocal or is_mutual(self._reading, clause),
            trace=(f"'{clause.predicate}' is {entry.id} ({entry.source})",),
        )

    def _parties(
        self, clause: Clause, entry: ActEntry, context: Context
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        reading = self._reading
        if entry.speaker:
            speakers = context.sayings[-1].parties if context.sayings else ()
            blamed = reading.parties_of(reading.arguments(clause, "subject"))
            return (speakers, blamed) if speakers and blamed else ((), ())
        if entry.reciprocal or is_mutual(reading, clause):
            return reciprocal_parties(reading, clause, entry), ()
        actors = clause_actors(reading, clause, entry)
        recipients = clause_recipients(reading, clause, entry, actors)
        recipients = recipients or content_subjects(reading, clause, actors)
        if not recipients and self._lexicon.categories[entry.category].verbal:
            pointed = (
                self._nominals.blamed(phrase) for phrase in reading.arguments(clause, "object")
            )
            recipients = without(distinct(party for found in pointed for party in found), actors)
        return actors, recipients

    # -- operators ------------------------------------------------------------------------------

    def _operator(self, clause: Clause, entry: OperatorEntry, context: Context) -> Meaning:
        found = Meaning()
        operand = self._operand(clause, entry)
        inner = self._inner(clause, entry, operand, context, found)
        results = self._refused(operand, inner) if clause.negated and entry.refusable else []
        if results:
            clause = replace(clause, negated=False)
        else:
            results = self._applied(operand, inner)
        if not inner and entry.alone is not None:
            results = self._alone(clause, entry, operand, context)
        condition = self._forms.condition(clause)
        for act in results:
            formed = self._forms.formed(act, clause, context, under_operator=True)
            found.primary.append(replace(formed, condition=formed.condition or condition))
        return found

    def _applied(self, operand: Operand, inner: list[Act]) -> list[Act]:
        return [result for act in inner for result in applied(operand, act, self._lexicon)]

    def _refused(self, operand: Operand, inner: list[Act]) -> list[Act]:
        """The acts that a negated readiness or plan refuses, where refusing them is an act."""
        refuse = self._lexicon.operators[self._lexicon.implicit["negated_future"]]
        refusal = replace(operand, entry=refuse)
        return [
            result
            for act in inner
            if refuse.result(act.category) not in ("same", "none")
            for result in applied(refusal, act, self._lexicon)
        ]

    def _is_own_wish(self, clause: Clause, entry: OperatorEntry, entries: list[Entry]) -> bool:
        """Whether a verb that can address another one speaks of its own subject ("wants to")."""
        if entry.actor == "subject" or not any(
            isinstance(other, OperatorEntry) and other.actor == "subject" for other in entries
        ):
            return False
        return not self._reading.arguments(clause, "object")

    def _operand(self, clause: Clause, entry: OperatorEntry) -> Operand:
        reading = self._reading
        holders = reading.parties_of(reading.arguments(clause, "subject"))
        if clause.copular or (clause.passive and entry.actor == "subject"):
            holders = holders or reading.parties_of(reading.arguments(clause, "object"))
            if clause.copular:
                subject = [item.phrase for item in clause.arguments if item.role is Role.SUBJECT]
                holders = reading.parties_of(subject)
        targets: tuple[Party, ...] = ()
        for spec in ("object", *entry.alone_recipient):
            targets = reading.parties_of(reading.arguments(clause, spec))
            if targets:
                break
        said = clause.span.of(reading.document.text).lower()
        return Operand(entry, holders, targets, clause.span, f"'{clause.predicate}'", said)

    def _inner(
        self,
        clause: Clause,
        entry: OperatorEntry,
        operand: Operand,
        context: Context,
        found: Meaning,
    ) -> list[Act]:
        """The acts an operator governs: of the clauses below it, else of the nouns it takes."""
        inner: list[Act] = []
        if not entry.nominal_only:
            for below in self._reading.contents(clause):
                if entry.infinitive_only and below.form is not ClauseForm.INFINITIVE:
                    continue
                if entry.needs_marker and below.marker not in entry.needs_marker:
                    continue
                meaning = self._walk(below, replace(context, status=Status.ACTUAL))
                inner.extend(self._forms.bare(act) for act in meaning.primary)
                found.side.extend(meaning.side)
        if inner or entry.infinitive_only:
            return inner
        agents = operand.holders if entry.actor == "subject" else operand.targets
        for argument in clause.arguments:
            subject = argument.role is Role.SUBJECT and clause.passive
            if subject or argument.role in _NOMINAL_ROLES or argument.marker in _CONTENT_MARKERS:
                if entry.needs_marker and argument.marker not in entry.needs_marker:
                    continue
                if self._nominals.entries(argument.phrase):
                    meaning = self._nominals.meaning(argument.phrase, context, agents, (), clause)
                    inner.extend(meaning.primary)
        return inner

    def _alone(
        self, clause: Clause, entry: OperatorEntry, operand: Operand, context: Context
    ) -> list[Act]:
        """What an operator means by itself ("urged Turkey to show restraint")."""
        outcome = entry.alone
        if outcome is None or clause.predicate in entry.alone_never:
            return []
        if not operand.holders and not self._keeps_partyless:
            return []
        recipients = tuple(
            party for party in operand.targets if party.key not in {p.key for p in operand.holders}
        )
        if not recipients and not self._reading.contents(clause):
            return []
        act = Act(
            category=outcome.category,
            mode=outcome.mode,
            entry=None,
            actors=operand.holders,
            recipients=recipients,
            status=Status.ACTUAL,
            sentence=clause.sentence,
            clause=clause.index,
            phrase=None,
            words=(clause.span,),
            operators=(entry.id,),
            sayings=context.sayings,
            trace=(
                f"'{clause.predicate}' is operator {entry.id} ({entry.source}) alone: {outcome}",
            ),
        )
        return [act]

    # -- light verbs and nominal acts ---------------------------------------------------------------

    def _light(
        self, clause: Clause, context: Context, *, operators_only: bool = False
    ) -> list[Act]:
        """Acts told by a noun that the clause's verb only carries ("launched an attack")."""
        found: list[Act] = []
        for argument, agents, patients in self._forms.carried(clause):
            if argument in self._nominals.used or not self._nominals.entries(argument):
                continue
            if operators_only and not self._nominals.is_operator(argument):
                continue
            for act in self._nominals.meaning(argument, context, agents, patients, clause).primary:
                if act.parties or self._keeps_partyless:
                    formed = self._forms.formed(act, clause, context)
                    found.append(replace(formed, words=(clause.span, *act.words)))
        return found

    def _side_nominals(self, clause: Clause, context: Context) -> list[Act]:
        """Acts that other nouns of a clause presuppose ("condemned the Russian strike on Kyiv")."""
        found: list[Act] = []
        for phrase in self._reading.phrases(clause):
            if phrase.index not in self._nominals.used and phrase.first_conjunct is None:
                if self._nominals.entries(phrase.index):
                    acts = self._nominals.meaning(phrase.index, context).primary
                    found.extend(
                        self._forms.within(act, context)
                        for act in acts
                        if self._keeps_partyless or _is_told(act)
                    )
        return found

    def _loose_nominals(self) -> list[Act]:
        """Acts told by nouns outside any clause, as headlines have them."""
        found: list[Act] = []
        for phrase in self._reading.document.phrases:
            if phrase.clause is None and phrase.index not in self._nominals.used:
                if self._nominals.entries(phrase.index):
                    acts = self._nominals.meaning(phrase.index, Context()).primary
                    found.extend(act for act in acts if self._keeps_partyless or _is_told(act))
        return found


def _is_told(act: Act) -> bool:
    """Whether a noun by itself says enough to be an act: it names both sides, or a mutual pair."""
    if act.reciprocal:
        return len(distinct(act.actors)) > 1
    return bool(act.actors and act.recipients)
