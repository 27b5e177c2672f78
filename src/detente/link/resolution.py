"""The order in which phrases without a name are resolved."""

from __future__ import annotations

from detente.link.bodies import resolve_body
from detente.link.draft import Draft
from detente.link.pointing import resolve_pointer
from detente.link.pronouns import resolve_pronoun
from detente.link.renaming import resolve_renaming
from detente.records import PhraseKind

# in order; the first that finds somebody ends it
_NOUN_RULES = (resolve_renaming, resolve_pointer, resolve_body)
_OWNING = frozenset(("of", "for", "in"))


def resolve_nouns(draft: Draft, *, quoted: bool) -> None:
    """Resolves pronouns, offices, bodies and nouns that point back, in order.

    What hangs on a noun goes before it, since "the leaders of the two countries" need the countries.

    Args:
        draft: the document, its names linked.
        quoted: whether the phrases in quotations are meant, which need their speakers, or the others.
    """
    done: set[int] = set()
    for phrase in draft.document.phrases:
        if (phrase.index in draft.quoted) is quoted:
            _resolve(draft, phrase.index, done)


def _resolve(draft: Draft, index: int, done: set[int]) -> None:
    if index in done:
        return
    done.add(index)
    phrase = draft.phrase(index)
    if phrase.possessor is not None:
        _resolve(draft, phrase.possessor, done)
    for marker, inner in phrase.complements:
        if marker in _OWNING and inner > index:
            _resolve(draft, inner, done)
    if index in draft.parties:
        return
    if phrase.kind is PhraseKind.PRONOUN:
        resolve_pronoun(draft, phrase)
    elif index not in draft.heads and index not in draft.absorbed:
        any(resolve(draft, phrase) for resolve in _NOUN_RULES)
