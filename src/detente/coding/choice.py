"""Which of a word's entries is meant, by what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.reading import Reading
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, ClauseForm, ClauseLink, Role

Entry = ActEntry | OperatorEntry
_TO = "to"
_OBJECTLIKE = frozenset((Role.OBJECT, Role.ATTRIBUTE))


def clause_entries(reading: Reading, lexicon: Lexicon, clause: Clause) -> list[Entry]:
    """The entries that a clause's predicate can have here, most specific first."""
    if clause.copular:
        candidates = lexicon.adjectives.get(clause.predicate, ())
    else:
        candidates = _verb_candidates(reading, lexicon, clause)
    if not candidates:
        return []
    mirrors = _mirrors(reading, lexicon.speech.reflexives, clause)
    fitting = [entry for entry in candidates if _fits(reading, mirrors, clause, entry)]
    return sorted(fitting, key=_generality)


def _generality(entry: Entry) -> tuple[bool, bool]:
    """How little an entry asks for beside its word; what asks for more is tried first."""
    return not entry.needs, not (isinstance(entry, ActEntry) and entry.by)


def _verb_candidates(reading: Reading, lexicon: Lexicon, clause: Clause) -> tuple[Entry, ...]:
    particles = [clause.particle] if clause.particle else []
    # "on Thursday called" calls on nobody
    particles += [
        argument.marker
        for argument in clause.arguments
        if argument.marker and not reading.is_day(argument.phrase)
    ]
    particles += [
        below.marker for below in reading.contents(clause) if below.form is ClauseForm.GERUND
    ]
    found: tuple[Entry, ...] = ()
    for particle in particles:
        entries = lexicon.verbs.get(f"{clause.predicate} {particle}", ())
        # "held drills off the coast" does not hold off
        if particle != clause.particle and _objects(clause) and not clause.passive:
            entries = tuple(entry for entry in entries if isinstance(entry, ActEntry))
        found += entries
    found += tuple(
        entry
        for adverb in clause.adverbs
        for entry in lexicon.verbs.get(f"{clause.predicate} {adverb}", ())
    )
    plain = lexicon.verbs.get(clause.predicate, ())
    if not found:
        return plain
    return found + tuple(entry for entry in plain if entry not in found)


def _fits(reading: Reading, mirrors: list[int], clause: Clause, entry: Entry) -> bool:
    if isinstance(entry, OperatorEntry):
        return not entry.needs or _has(reading, _objects(clause), entry.needs)
    if entry.negated_only and not clause.negated:
        return False
    if entry.told_only and _describes(clause):
        return False
    if mirrors and _is_reflexive(reading, mirrors, clause, entry):
        return False
    if entry.unless and _has(reading, _objects(clause), entry.unless):
        return False
    return not entry.needs or _has(reading, needed_phrases(reading, clause, entry), entry.needs)


def _mirrors(reading: Reading, reflexives: frozenset[str], clause: Clause) -> list[int]:
    """The reflexive pronouns of a clause."""
    return [phrase.index for phrase in reading.phrases(clause) if phrase.head.lower() in reflexives]


def _is_reflexive(reading: Reading, mirrors: list[int], clause: Clause, entry: ActEntry) -> bool:
    """Whether the act falls on its own subject ("at war with itself", "killed himself")."""
    fallen_on = {phrase for spec in entry.recipient for phrase in reading.arguments(clause, spec)}
    return any(
        phrase in fallen_on or not reading.markers(phrase).isdisjoint(entry.recipient)
        for phrase in mirrors
    )


def _describes(clause: Clause) -> bool:
    """Whether a participle only says what somebody is ("rebels backed by", "forces supporting")."""
    if clause.form not in (ClauseForm.PARTICIPLE, ClauseForm.GERUND):
        return False
    return clause.link is ClauseLink.PARTICIPIAL or (
        clause.passive and clause.link is ClauseLink.ADVERBIAL
    )


def needed_phrases(reading: Reading, clause: Clause, entry: ActEntry) -> list[int]:
    """The phrases among which an entry's needed noun must stand; not "the war" of "wants the war to end"."""
    doers = {
        argument.phrase
        for below in reading.contents(clause)
        if below.form is ClauseForm.INFINITIVE and below.marker == _TO
        for argument in below.arguments
        if argument.role is Role.SUBJECT
    }
    found = (phrase for spec in entry.needs_in for phrase in reading.arguments(clause, spec))
    return [phrase for phrase in found if phrase not in doers]


def needed_nouns(reading: Reading, clause: Clause, entry: ActEntry) -> list[int]:
    """The phrases whose noun is part of the entry's wording, and so is no act of its own."""
    found: list[int] = []
    for phrase in needed_phrases(reading, clause, entry) if entry.needs else ():
        around = (phrase, *reading.phrase(phrase).conjuncts)
        found.extend(index for index in around if entry.needs.intersection(reading.heads(index)))
    return found


def _objects(clause: Clause) -> list[int]:
    if clause.passive:
        return [argument.phrase for argument in clause.arguments if argument.role is Role.SUBJECT]
    return [argument.phrase for argument in clause.arguments if argument.role in _OBJECTLIKE]


def _has(reading: Reading, phrases: Iterable[int], words: frozenset[str]) -> bool:
    """Whether one of the words heads a phrase, one coordinated with it, or the noun it is made of."""
    return any(not words.isdisjoint(reading.heads_around(phrase)) for phrase in phrases)
