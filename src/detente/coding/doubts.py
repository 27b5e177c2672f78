"""What the words before a noun, and the preposition it stands under, make of the act it tells."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act, Saying
from detente.coding.reading import Reading
from detente.coding.roles import noun_role
from detente.coding.statuses import combined
from detente.lexicon import Lexicon
from detente.records import Clause, Status


def doubted(act: Act, phrase: int, host: Clause | None, reading: Reading, lexicon: Lexicon) -> Act:
    """An act told by a noun as its adjectives, determiner and preposition leave it.

    Args:
        act: the act.
        phrase: index of its phrase.
        host: the clause whose verb carries the noun; a "no" that negates that clause is not counted
            twice.
        reading: the document.
        lexicon: what words mean.
    """
    words, speech = _words(reading, phrase), lexicon.speech
    if words & speech.adjectives:
        word = min(words & speech.adjectives)
        saying = Saying((), word, reading.phrase(phrase).span)
        act = replace(act, sayings=(*act.sayings, saying)).noting(f"'{word}': hearsay")
    claim = _claim_over(reading, phrase, lexicon)
    if claim is not None:
        act = replace(act, sayings=(*act.sayings, claim)).noting(f"'{claim.relation}': a claim")
    status, reason = _status(reading, phrase, words, lexicon)
    if status is Status.ACTUAL or (status is Status.NEGATED and host is not None and host.negated):
        return act
    future = lexicon.future(act.category)
    if status is Status.FUTURE and future is not None and act.status is Status.ACTUAL:
        return act.becoming(future).noting(f"{reason}: still to come, so {future}")
    return replace(act, status=combined(act.status, status)).noting(f"{reason}: {status}")


def _claim_over(reading: Reading, phrase: int, lexicon: Lexicon) -> Saying | None:
    """The claim that a noun is the content of ("reports of an attack")."""
    speech = lexicon.speech
    for owner in reading.owners(phrase, "of"):
        head = owner.head.lower()
        if head in speech.nouns and head not in speech.doubtful_nouns:
            by = noun_role(reading, owner.index, ("possessor", "by", "from", "modifier"))
            return Saying(by, head, owner.head_span)
    return None


def _words(reading: Reading, phrase: int) -> frozenset[str]:
    """Determiner and modifiers, as base forms and as written ("planned" is a form of "plan")."""
    record = reading.phrase(phrase)
    found = {record.determiner}
    for modifier in record.modifiers:
        found |= {modifier.lemma.lower(), modifier.text.lower()}
    return frozenset(found)


def _status(
    reading: Reading, phrase: int, words: frozenset[str], lexicon: Lexicon
) -> tuple[Status, str]:
    speech = lexicon.speech
    tables = (
        (words, speech.negative_determiners, Status.NEGATED),
        (reading.markers(phrase), speech.excluding, Status.NEGATED),
        (words, speech.negative_adjectives, Status.NEGATED),
        (words, speech.future_adjectives, Status.FUTURE),
        (words, speech.doubtful_adjectives, Status.HYPOTHETICAL),
        (reading.markers(phrase), speech.conditionals, Status.HYPOTHETICAL),
    )
    for found, table, status in tables:
        if found & table:
            return status, f"'{min(found & table)}'"
    return Status.ACTUAL, ""
