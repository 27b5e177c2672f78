"""To whom a thing belongs by the clause that hangs on it: "houses belonging to settlers"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.records import Clause, Role

_TO = "to"


def holders(clauses: Iterable[Clause], verbs: frozenset[str]) -> Iterator[int]:
    """Phrases of whoever holds, runs or fills the thing that some clauses describe.

    Args:
        clauses: the clauses that hang on the thing's phrase.
        verbs: base forms of the verbs that tell of holding.
    """
    for clause in clauses:
        if clause.predicate in verbs and not clause.negated:
            for argument in clause.arguments:
                if argument.role is (Role.AGENT if clause.passive else Role.OBJECT) or (
                    argument.marker == _TO and argument.role is Role.OBLIQUE
                ):
                    yield argument.phrase
