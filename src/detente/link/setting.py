"""What stands around a phrase: its role, preposition, verb, and the phrase it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.records import Clause, Document, Role


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a phrase.

    Args:
        role: its part in a clause, or None where it hangs on another phrase.
        marker: the preposition before it, or "".
        clause: index of the clause it is an argument of, or None.
        predicate: that clause's predicate, or "".
        passive: whether that clause is passive.
        holder: the phrase whose complement it is, or None.
        owned: the phrase whose possessor it is, or None.
        renamed: the phrase to which it stands in apposition, or None.
    """

    role: Role | None = None
    marker: str = ""
    clause: int | None = None
    predicate: str = ""
    passive: bool = False
    holder: int | None = None
    owned: int | None = None
    renamed: int | None = None

    @property
    def subjectlike(self) -> bool:
        """Whether it is who acts or of whom the clause speaks."""
        return self.role is Role.SUBJECT or self.role is Role.AGENT


_ALONE = Setting()


def settings_of(document: Document) -> list[Setting]:
    """The surroundings of every phrase of a document, by index."""
    found: list[Setting | None] = [None] * len(document.phrases)
    for clause in document.clauses:
        _from_clause(clause, found, clause.parent_phrase)
    _from_phrases(document, found)
    for clause in document.clauses:
        _from_clause(clause, found, None)
    return [setting or _ALONE for setting in found]


def _from_clause(clause: Clause, found: list[Setting | None], spared: int | None) -> None:
    """Settings of a clause's arguments; the phrase that it hangs on has its own place first."""
    for argument in clause.arguments:
        if argument.phrase == spared:
            continue
        known = found[argument.phrase]
        if known is None or (" " in argument.marker and " " not in known.marker):
            found[argument.phrase] = Setting(
                argument.role, argument.marker, clause.index, clause.predicate, clause.passive
            )


def _from_phrases(document: Document, found: list[Setting | None]) -> None:
    for phrase in document.phrases:
        index = phrase.index
        if phrase.possessor is not None:
            found[phrase.possessor] = replace(found[phrase.possessor] or _ALONE, owned=index)
        for marker, inner in phrase.complements:
            if found[inner] is None:
                found[inner] = Setting(marker=marker, holder=index)
        own = found[index] or _ALONE
        for other in phrase.conjuncts:
            if found[other] is None:
                found[other] = own
        for other in phrase.appositions:
            found[other] = replace(found[other] or own, renamed=index)
