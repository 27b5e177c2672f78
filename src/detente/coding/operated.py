"""Operators over clauses and nouns: "agreed to meet", "lifted sanctions", "urged Turkey to help"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.coding.acts import Act, Context, Meaning
from detente.coding.forms import FormReader
from detente.coding.nominals import NominalComposer
from detente.coding.operators import Operand, applied
from detente.coding.reading import Reading
from detente.coding.roles import content_subjects, doers
from detente.lexicon import Lexicon, OperatorEntry
from detente.records import Clause, ClauseForm, Party, Role, Status, Tense

# "did not allow" yields nothing
_YIELD = "CONCEDE"
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


class OperatorComposer:
    """Composes what the operators of clauses make of the acts they govern.

    Args:
        reading: the document.
        lexicon: what words mean.
        nominals: composes nouns.
        forms: reads the forms of clauses.
        walk: gives the meaning of a clause below.
        keeps_partyless: whether acts in which nobody is named are kept as well.
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        nominals: NominalComposer,
        forms: FormReader,
        walk: Callable[[Clause, Context], Meaning],
        *,
        keeps_partyless: bool,
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._nominals = nominals
        self._forms = forms
        self._walk = walk
        self._keeps_partyless = keeps_partyless

    def meaning(self, clause: Clause, entry: OperatorEntry, context: Context) -> Meaning:
        """What an operator that is a clause's predicate means."""
        found = Meaning()
        operand = self._operand(clause, entry, context)
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

    def _operand(self, clause: Clause, entry: OperatorEntry, context: Context) -> Operand:
        reading = self._reading
        holders = reading.parties_of(reading.arguments(clause, "subject")) or doers(clause, context)
        if clause.copular or (clause.passive and entry.actor == "subject" and not entry.claims):
            holders = holders or reading.parties_of(reading.arguments(clause, "object"))
            if clause.copular:
                subject = [item.phrase for item in clause.arguments if item.role is Role.SUBJECT]
                holders = reading.parties_of(subject)
        targets: tuple[Party, ...] = ()
        if entry.claims and not holders:
            holders = self._nominals.last_talkers()
        for spec in ("object", *entry.alone_recipient):
            targets = reading.parties_of(reading.arguments(clause, spec))
            if targets:
                break
        said = clause.span.of(reading.document.text).lower()
        return Operand(
            entry, holders, targets, clause.span, f"'{clause.predicate}'", said, clause.index
        )

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
            inside = replace(
                context,
                status=Status.ACTUAL,
                forecast=context.forecast or entry.forecasts,
                doers=(),
            )
            for below in self._reading.contents(clause):
                if not governs(entry, clause, below):
                    continue
                meaning = self._walk(below, inside)
                inner.extend(self._forms.bare(act) for act in meaning.primary)
                found.side.extend(meaning.side)
        if inner or entry.infinitive_only or entry.unshifted_only:
            return inner
        agents = operand.holders if entry.actor == "subject" else operand.targets
        for phrase in map(self._nominals.measured, self._governed_nouns(clause, entry)):
            if self._nominals.entries(phrase):
                meaning = self._nominals.meaning(phrase, context, agents, (), clause)
                inner.extend(meaning.primary)
        return inner

    def _governed_nouns(self, clause: Clause, entry: OperatorEntry) -> list[int]:
        """The phrases whose nouns an operator can take, in its clause or after the noun it needs."""
        found: list[int] = []
        for argument in clause.arguments:
            subject = argument.role is Role.SUBJECT and (clause.passive or clause.copular)
            if subject or argument.role in _NOMINAL_ROLES or argument.marker in _CONTENT_MARKERS:
                if not entry.needs_marker or argument.marker in entry.needs_marker:
                    found.append(argument.phrase)
            if entry.needs.intersection(self._reading.heads(argument.phrase)):
                inner = self._reading.phrase(argument.phrase).complements
                found.extend(phrase for marker, phrase in inner if marker in _CONTENT_MARKERS)
        return found

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
        if clause.negated and outcome.category == _YIELD:
            return []
        contents = self._reading.contents(clause)
        if not recipients and entry.actor == "object":
            recipients = content_subjects(self._reading, clause, operand.holders)
        if not recipients and not contents:
            return []
        bound = entry.infinitive_only or entry.needs_marker
        if bound and not any(governs(entry, clause, below) for below in contents):
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


def governs(entry: OperatorEntry, clause: Clause, below: Clause) -> bool:
    """Whether an operator takes a clause below it: by its form, its marker and who acts in it."""
    if entry.infinitive_only and below.form is not ClauseForm.INFINITIVE:
        return False
    if entry.needs_marker and below.marker not in entry.needs_marker:
        return False
    if entry.unshifted_only and not _is_unshifted(clause, below):
        return False
    own = _is_own(clause, below)
    return not (entry.own_only and own is False) and not (entry.others_only and own is True)


def _is_own(clause: Clause, below: Clause) -> bool | None:
    """Whether an infinitive or gerund has the subject of the clause above; None for finite clauses."""
    if below.form is ClauseForm.FINITE:
        return None
    subject = _subject(below)
    return subject is None or subject == _subject(clause)


def _subject(clause: Clause) -> int | None:
    return next((item.phrase for item in clause.arguments if item.role is Role.SUBJECT), None)


def _is_unshifted(clause: Clause, below: Clause) -> bool:
    """Whether a clause stays in the present under a past verb, as wishes do ("asked that he leave")."""
    bare = below.tense in (Tense.PRESENT, Tense.NONE) and not (below.perfect or below.progressive)
    return clause.tense is Tense.PAST and bare and not below.modal and below.marker != "to"
