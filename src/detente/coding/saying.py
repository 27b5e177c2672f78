"""Who asserts what: verbs of saying, quotation marks, "according to", "reportedly"."""

from __future__ import annotations

from detente.coding.acts import Context, Saying
from detente.coding.reading import Reading
from detente.coding.roles import noun_role
from detente.lexicon import Lexicon, OperatorEntry
from detente.records import Clause, ClauseForm, Party, Phrase, Role, Span, Status

_SHORT_QUOTE = 25


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

    def speaks(self, clause: Clause) -> bool:
        """Whether a clause's predicate is a word of saying."""
        names = (clause.predicate, f"{clause.predicate} {clause.particle}".strip())
        return any(name in self._lexicon.speech.verbs for name in names)

    def reports(self, clause: Clause, entry: OperatorEntry) -> bool:
        """Whether a verb that can be an operator only reports what another one does.

        "Warned that Russia attacked" is speech, "warned that it would attack" a threat: a clause
        with another subject than the speaker's is reported, unless the operator is addressed.
        """
        if entry.nominal_only and self._reading.contents(clause):
            return self.speaks(clause)
        if entry.actor != "subject" or not self.speaks(clause):
            return False
        own = self._codes(clause)
        for below in self._reading.contents(clause):
            if below.form is ClauseForm.FINITE:
                inner = self._codes(below)
                if inner and own and not inner & own:
                    return True
        return False

    def _codes(self, clause: Clause) -> set[str]:
        subjects = [item.phrase for item in clause.arguments if item.role is Role.SUBJECT]
        return {party.code for party in self._reading.parties_of(subjects)}

    def context(self, clause: Clause, context: Context) -> Context:
        """The context of a clause itself: its quotation, its "according to", its adverbs."""
        context = self._quoted(clause, context)
        for argument in clause.arguments:
            if argument.marker in self._lexicon.speech.prepositions:
                parties = self._reading.parties(argument.phrase)
                span = self._reading.phrase(argument.phrase).span
                context = context.said(Saying(parties, argument.marker, span))
        for adverb in clause.adverbs:
            if adverb in self._lexicon.speech.adverbs:
                context = context.said(Saying((), adverb, clause.span))
        return context

    def _quoted(self, clause: Clause, context: Context) -> Context:
        for number, quotation in enumerate(self._reading.document.quotations):
            span = quotation.span
            if span.start > clause.span.start:
                break
            if span.holds(clause.span) and span.end - span.start > _SHORT_QUOTE:
                speakers = self._reading.linked.speakers.get(number, ())
                if speakers and not _said_by(context, speakers):
                    return context.said(Saying(speakers, "said", span))
        return context

    def inside(self, clause: Clause, context: Context) -> Context:
        """The context of what a clause's predicate reports."""
        if not self.speaks(clause):
            return self._unspoken(clause, context)
        if clause.negated or clause.question:
            return context.under(Status.HYPOTHETICAL, f"under a negated '{clause.predicate}'")
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

    def inside_noun(self, phrase: Phrase, clause: Clause, context: Context) -> Context:
        """The context of a clause that says what a noun is about ("the claim that")."""
        head, speech = phrase.head.lower(), self._lexicon.speech
        if clause.marker != "that" or head not in speech.nouns or head in speech.doubtful_nouns:
            return context
        parties = noun_role(
            self._reading, phrase.index, ("possessor", "by", "from", "of", "modifier")
        )
        return context.said(Saying(parties, head, phrase.head_span))

    def _unspoken(self, clause: Clause, context: Context) -> Context:
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
