"""Who asserts what: verbs of saying, quotation marks, "according to", "reportedly"."""

from __future__ import annotations

from bisect import bisect_right

from detente.coding.acts import Context, Saying
from detente.coding.reading import Reading
from detente.coding.roles import noun_role
from detente.lexicon import Lexicon, OperatorEntry
from detente.records import (
    Argument,
    Clause,
    ClauseForm,
    ClauseLink,
    Party,
    Phrase,
    Role,
    Span,
    Status,
    Tense,
)

_SHORT_QUOTE = 25
# gerunds under these say how or when one spoke, not what ("responded by attacking")
_MEANS = frozenset(("by", "in", "after", "before", "since"))


class SpeechReader:
    """Reads who asserts a clause.

    Args:
        reading: the document.
        lexicon: what words mean.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._text = reading.document.text
        self._quoted_from = [item.span.start for item in reading.document.quotations]

    def speaks(self, clause: Clause) -> bool:
        """Whether a clause's predicate is a word of saying."""
        if clause.copular and self._is_claim(clause.predicate):
            return True
        names = (clause.predicate, f"{clause.predicate} {clause.particle}".strip())
        return any(name in self._lexicon.speech.verbs for name in names)

    def reports(self, clause: Clause, entry: OperatorEntry) -> bool:
        """Whether a verb that can be an operator only reports what another one does.

        "Warned that Russia attacked" is speech, "warned that it would attack" a threat: a clause
        with another subject than the speaker's is reported, unless the operator is addressed.
        """
        if entry.nominal_only and self._reading.contents(clause):
            return self.speaks(clause)
        if entry.claims or entry.keeps or not self.speaks(clause):
            return False
        told = self.is_by_others if entry.actor == "subject" else _is_told_as_done
        return any(told(clause, below) for below in self._reading.contents(clause))

    def is_by_others(self, clause: Clause, below: Clause) -> bool:
        """Whether a finite clause has another subject than the clause that reports it."""
        own, inner = self._codes(clause), self._codes(below)
        return below.form is ClauseForm.FINITE and bool(inner and own) and not inner & own

    def _codes(self, clause: Clause) -> set[str]:
        subjects = [item.phrase for item in clause.arguments if item.role is Role.SUBJECT]
        return {party.code for party in self._reading.parties_of(subjects)}

    def context(self, clause: Clause, context: Context) -> Context:
        """The context of a clause itself: its quotation, its "according to", its adverbs."""
        context = self._quoted(clause, context)
        for aside in self._reading.others(clause):
            if self._is_aside(aside):
                context = context.said(Saying(self._speakers(aside), self._word(aside), aside.span))
        for argument in clause.arguments:
            if self._names_speaker(argument):
                parties = self._reading.parties(argument.phrase)
                span = self._reading.phrase(argument.phrase).span
                context = context.said(Saying(parties, self._preposition(argument), span))
        for adverb in clause.adverbs:
            if adverb in self._lexicon.speech.adverbs:
                context = context.said(Saying((), adverb, clause.span))
        return context

    def _is_aside(self, clause: Clause) -> bool:
        """Whether a clause says in passing who asserts the one it stands in (", Iraq said,")."""
        aside = clause.link is ClauseLink.PARENTHETIC and self.speaks(clause)
        return aside and not clause.negated and not self._reading.contents(clause)

    def _names_speaker(self, argument: Argument) -> bool:
        """Whether a prepositional phrase says who asserts a clause."""
        return self._preposition(argument) in self._lexicon.speech.prepositions

    def _preposition(self, argument: Argument) -> str:
        """A preposition with the noun that belongs to it ("in the words of")."""
        if not argument.marker:
            return ""
        words = self._reading.phrase(argument.phrase).text.lower()
        longer = f"{argument.marker} {words} of"
        return longer if longer in self._lexicon.speech.prepositions else argument.marker

    def _quoted(self, clause: Clause, context: Context) -> Context:
        number = bisect_right(self._quoted_from, clause.span.start) - 1
        if number < 0:
            return context
        span = self._reading.document.quotations[number].span
        if span.holds(clause.span) and span.end - span.start > _SHORT_QUOTE:
            speakers = self._reading.linked.speakers.get(number, ())
            if not _said_by(context, speakers):
                return context.said(Saying(speakers, "said", span))
        return context

    def inside(self, clause: Clause, below: Clause, context: Context) -> Context:
        """The context of a clause that a clause's predicate reports or governs."""
        means = below.form is ClauseForm.GERUND and below.marker in _MEANS
        if means or not self.speaks(clause):
            return self._unspoken(clause, context)
        if clause.negated or clause.question:
            return context.under(Status.HYPOTHETICAL, f"under a negated '{clause.predicate}'")
        if clause.copular:
            return context.said(Saying((), clause.predicate, clause.span))
        if self.is_hearsay(clause):
            by = self._reading.parties_of(self._reading.arguments(clause, "subject"))
            return context.said(Saying(by, self._word(clause), clause.span))
        speakers = self._speakers(clause)
        if _said_by(context, speakers):
            return context
        return context.said(Saying(speakers, self._word(clause), clause.span))

    def is_hearsay(self, clause: Clause) -> bool:
        """Whether a clause passes on what is said of its subject ("is believed to have")."""
        return clause.passive and clause.predicate in self._lexicon.speech.hearsay

    def inside_noun(
        self, phrase: Phrase, clause: Clause, host: Clause, context: Context
    ) -> Context:
        """The context of a clause that says what a noun is about ("the claim that").

        Args:
            phrase: the noun's phrase.
            clause: the clause that hangs on it.
            host: the clause that the phrase belongs to.
            context: the context of that one.
        """
        head = phrase.head.lower()
        if clause.marker != "that" or _tells_of(clause, phrase):
            return context
        if self._is_refuted(phrase, host):
            return self._refuted(host, context)
        if not self._is_claim(head):
            return context
        parties = noun_role(
            self._reading, phrase.index, ("possessor", "by", "from", "of", "modifier")
        )
        return context.said(Saying(parties, head, phrase.head_span))

    def _is_claim(self, noun: str) -> bool:
        speech = self._lexicon.speech
        return noun in speech.nouns and noun not in speech.doubtful_nouns

    def _is_refuted(self, phrase: Phrase, host: Clause) -> bool:
        """Whether a clause says of a claim that it is not so ("rejected reports that", "was false")."""
        speech = self._lexicon.speech
        if host.copular:
            subject = any(
                item.role is Role.SUBJECT and item.phrase == phrase.index for item in host.arguments
            )
            return subject and host.predicate in (speech.true if host.negated else speech.untrue)
        objects = self._reading.arguments(host, "object")
        return host.predicate in speech.refuting and not host.negated and phrase.index in objects

    def _refuted(self, host: Clause, context: Context) -> Context:
        speakers = () if host.copular else self._speakers(host)
        if speakers and not _said_by(context, speakers):
            context = context.said(Saying(speakers, self._word(host), host.span))
        return context.under(Status.NEGATED, f"refuted by '{host.predicate}'")

    def _unspoken(self, clause: Clause, context: Context) -> Context:
        speech = self._lexicon.speech
        if clause.copular and clause.predicate in (
            speech.true if clause.negated else speech.untrue
        ):
            return context.under(Status.NEGATED, f"'{clause.predicate}' says it is not so")
        if clause.negated:
            return context.under(Status.HYPOTHETICAL, f"under a negated '{clause.predicate}'")
        return context

    def _speakers(self, clause: Clause) -> tuple[Party, ...]:
        reading = self._reading
        for argument in clause.arguments:
            if argument.role is (Role.AGENT if clause.passive else Role.SUBJECT):
                found = reading.parties(argument.phrase)
                if found:
                    return found
        return ()

    def _word(self, clause: Clause) -> str:
        span = Span(clause.span.start, clause.span.end)
        return span.of(self._text).lower()


def _said_by(context: Context, speakers: tuple[Party, ...]) -> bool:
    """Whether the innermost saying is already by the same ones."""
    if not speakers or not context.sayings:
        return False
    last = {party.key for party in context.sayings[-1].parties}
    return last == {party.key for party in speakers}


def _is_told_as_done(clause: Clause, below: Clause) -> bool:
    """Whether a clause under a demand tells what was done ("insisted that it had left")."""
    finite = below.form is ClauseForm.FINITE and clause.form is ClauseForm.FINITE
    return finite and (below.perfect or below.tense is Tense.PAST) and not below.modal


def _tells_of(clause: Clause, phrase: Phrase) -> bool:
    """Whether a noun has a part in a clause on it ("the warrant that the court issued")."""
    return any(argument.phrase == phrase.index for argument in clause.arguments)
