"""How many died, were hurt or arrested, as the act's own clause counts them."""

from __future__ import annotations

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.lexicon import Lexicon
from detente.records import Clause, Phrase, Size


def size_of(act: Act, reading: Reading, lexicon: Lexicon) -> Size:
    """Counts of dead, injured and arrested that go with an act."""
    if act.clause is None:
        return Size()
    clause = reading.document.clauses[act.clause]
    around = [clause, *reading.others(clause)]
    return Size(
        dead=_count(reading, around, lexicon, "dead"),
        injured=_count(reading, around, lexicon, "injured"),
        arrested=_count(reading, around, lexicon, "arrested"),
    )


def _count(reading: Reading, clauses: list[Clause], lexicon: Lexicon, what: str) -> int | None:
    verbs = lexicon.counts[what]
    for clause in clauses:
        if clause.predicate in verbs:
            role = "subject" if clause.predicate in lexicon.counts["intransitive"] else "object"
            for phrase in reading.arguments(clause, role):
                number = _number(reading.phrase(phrase), lexicon)
                if number is not None:
                    return number
    return None


def _number(phrase: Phrase, lexicon: Lexicon) -> int | None:
    words = [modifier.lemma.lower() for modifier in phrase.modifiers] + [phrase.head.lower()]
    for word in words:
        plain = word.replace(",", "")
        if plain.isdigit():
            return int(plain)
        if word in lexicon.numbers:
            return lexicon.numbers[word]
    return None
