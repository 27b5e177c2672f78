"""The mode of an act, where its own word does not say it: from the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.lexicon import Lexicon
from detente.records import Role

_MULTILATERAL = 3


def mode_of(act: Act, reading: Reading, lexicon: Lexicon) -> str | None:
    """The mode of an act, or None.

    An entry's own mode stands; else the first cue of the category that matches a word of the act's
    phrase, its clause's predicate or the noun phrases next to it. A meeting of three or more states
    is multilateral.
    """
    if act.mode is not None:
        return act.mode
    words = set(_words(act, reading))
    for cue in lexicon.modes.get(act.category, ()):
        if cue.words & words:
            return cue.mode
    if act.category == "CONSULT" and len({party.code for party in act.parties}) >= _MULTILATERAL:
        return "multilateral"
    return None


def _words(act: Act, reading: Reading) -> Iterator[str]:
    if act.phrase is not None:
        yield from _around(reading, act.phrase)
    if act.clause is None:
        return
    clause = reading.document.clauses[act.clause]
    if act.phrase is None or len(act.words) > 1:
        yield clause.predicate
        if clause.particle:
            yield f"{clause.predicate} {clause.particle}"
        for argument in clause.arguments:
            if argument.role is not Role.SUBJECT or not reading.linked.parties.get(argument.phrase):
                yield from _around(reading, argument.phrase)
        for below in reading.contents(clause):
            yield below.predicate


def _around(reading: Reading, phrase: int) -> Iterator[str]:
    yield from reading.words(phrase)
    for inner in reading.means(phrase):
        yield from reading.words(inner)
