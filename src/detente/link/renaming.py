"""Nouns that stand in apposition to a name: "France, the former colonial power"."""

from __future__ import annotations

from detente.link.draft import Draft, Kind
from detente.link.offices import is_personal, sense_of
from detente.link.speech import with_conjuncts
from detente.link.titles import beside
from detente.link.wording import renamed
from detente.records import Phrase

_INDEFINITE = frozenset(("a", "an"))
_DESCRIBED = frozenset((Kind.GROUP, Kind.ORGANISATION, Kind.BODY))


def resolve_renaming(draft: Draft, phrase: Phrase) -> bool:
    """Gives a noun the party to which it stands in apposition, or that renames it.

    Besides what the parser tells: a group's description after a comma ("the PKK, a banned group"),
    and "the secretary" of "the secretary-general", which the parser parts at the hyphen.

    Args:
        draft: the document, its names linked.
        phrase: a noun phrase without a name of its own.

    Returns:
        Whether there was such a name.
    """
    for other in _others(draft, phrase):
        if other in draft.heads and other in draft.parties and not _differ(draft, phrase, other):
            found = with_conjuncts(draft, other) if phrase.plural else draft.parties[other]
            if phrase.plural and len(found) == 1:
                continue
            how = f"'{phrase.text}': in apposition"
            kind = Kind.PEOPLE if phrase.plural else draft.kinds.get(other)
            draft.settle(
                phrase.index, tuple(renamed(draft, phrase, party, how) for party in found), kind
            )
            draft.sure.add(phrase.index)
            return True
    return False


def _differ(draft: Draft, phrase: Phrase, other: int) -> bool:
    """Whether a noun is a body and the name a person's: "the government, Ann Ash said"."""
    sense = sense_of(draft, phrase.index)
    body = sense is not None and not is_personal(draft, phrase.index, sense)
    return body and draft.kinds.get(other) is Kind.PERSON


def _others(draft: Draft, phrase: Phrase) -> list[int]:
    renamed_by = draft.settings[phrase.index].renamed
    others = [*phrase.appositions, *([] if renamed_by is None else [renamed_by])]
    joined = draft.phrase_from.get(phrase.span.end + 1)
    if joined is not None and draft.text[phrase.span.end] == "-":
        others.append(joined)
    if phrase.determiner in _INDEFINITE:
        before = [other for other in beside(draft, phrase) if other < phrase.index]
        others += [other for other in before if draft.kinds.get(other) in _DESCRIBED]
    return others
