"""Which of a word's entries is meant, by what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.reading import Reading
from detente.lexicon import ActEntry, Lexicon, OperatorEntry
from detente.records import Clause, Role

Entry = ActEntry | OperatorEntry
_OBJECTLIKE = frozenset((Role.OBJECT, Role.ATTRIBUTE))


def clause_entries(reading: Reading, lexicon: Lexicon, clause: Clause) -> list[Entry]:
    """The entries that a clause's predicate can have here, most specific first."""
    if clause.copular:
        candidates = lexicon.adjectives.get(clause.predicate, ())
    else:
        candidates = _verb_candidates(lexicon, clause)
    fitting = [entry for entry in candidates if _fits(reading, clause, entry)]
    return sorted(fitting, key=lambda entry: not entry.needs)


def _verb_candidates(lexicon: Lexicon, clause: Clause) -> tuple[Entry, ...]:
    particles = [clause.particle] if clause.particle else []
    particles += [argument.marker for argument in clause.arguments if argument.marker]
    found: tuple[Entry, ...] = ()
    for particle in particles:
        found += lexicon.verbs.get(f"{clause.predicate} {particle}", ())
    found += tuple(
        entry
        for adverb in clause.adverbs
        for entry in lexicon.verbs.get(f"{clause.predicate} {adverb}", ())
    )
    plain = lexicon.verbs.get(clause.predicate, ())
    return found + tuple(entry for entry in plain if entry not in found)


def _fits(reading: Reading, clause: Clause, entry: Entry) -> bool:
    if isinstance(entry, OperatorEntry):
        return not entry.needs or _has(reading, _objects(clause), entry.needs)
    if entry.negated_only and not clause.negated:
        return False
    if entry.unless and _has(reading, _objects(clause), entry.unless):
        return False
    return not entry.needs or _has(reading, needed_phrases(reading, clause, entry), entry.needs)


def needed_phrases(reading: Reading, clause: Clause, entry: ActEntry) -> list[int]:
    """The phrases among which an entry's needed noun must stand."""
    return [phrase for spec in entry.needs_in for phrase in reading.arguments(clause, spec)]


def needed_nouns(reading: Reading, clause: Clause, entry: ActEntry) -> list[int]:
    """The phrases whose noun is part of the entry's wording, and so is no act of its own."""
    found: list[int] = []
    for phrase in needed_phrases(reading, clause, entry) if entry.needs else ():
        around = (phrase, *reading.phrase(phrase).conjuncts)
        found.extend(index for index in around if entry.needs.intersection(heads(reading, index)))
    return found


def _objects(clause: Clause) -> list[int]:
    if clause.passive:
        return [argument.phrase for argument in clause.arguments if argument.role is Role.SUBJECT]
    return [argument.phrase for argument in clause.arguments if argument.role in _OBJECTLIKE]


def _has(reading: Reading, phrases: Iterable[int], words: frozenset[str]) -> bool:
    """Whether one of the words heads a phrase, one coordinated with it, or the noun it is made of."""
    for phrase in phrases:
        record = reading.phrase(phrase)
        around = [phrase, *record.conjuncts, *reading.complements(phrase, "of")]
        if any(words.intersection(heads(reading, index)) for index in around):
            return True
    return False


def heads(reading: Reading, phrase: int) -> tuple[str, ...]:
    """A phrase's head, alone and with the word before it."""
    record = reading.phrase(phrase)
    head = record.head.lower()
    if not record.modifiers:
        return (head,)
    return (head, f"{record.modifiers[-1].lemma.lower()} {head}")
