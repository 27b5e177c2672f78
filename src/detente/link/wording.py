"""The words of a phrase that name its party."""

from __future__ import annotations

from dataclasses import replace

from detente.link.draft import Draft
from detente.records import Party, Phrase, PhraseKind


def words_span(draft: Draft, phrase: Phrase) -> tuple[int, int]:
    """Offsets of a phrase without its article or possessive pronoun."""
    start, end = phrase.span.start, phrase.span.end
    if phrase.possessor is not None:
        owner = draft.phrase(phrase.possessor)
        if owner.kind is PhraseKind.PRONOUN and owner.span.start == start:
            return min(owner.span.end + 1, phrase.head_span.start), end
    if phrase.determiner and draft.text[start:end].lower().startswith(phrase.determiner + " "):
        start += len(phrase.determiner) + 1
    return start, end


def gender_of(draft: Draft, phrase: Phrase) -> str:
    """The gender that a phrase's noun tells, or ""."""
    head = phrase.head.lower()
    if head in draft.words.genders_female:
        return "f"
    return "m" if head in draft.words.genders_male else ""


def renamed(draft: Draft, phrase: Phrase, party: Party, how: str) -> Party:
    """A party as another phrase names it.

    Args:
        draft: the document.
        phrase: the phrase.
        party: whom it stands for.
        how: why, for ``explain``.
    """
    start, end = words_span(draft, phrase)
    reason = f"{how}: {party.identifier_text}"
    return replace(party, entity_text=draft.text[start:end], start=start, end=end, reason=reason)
