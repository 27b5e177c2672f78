"""Parties that a noun tells without a name of their own."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.link.draft import Draft
from detente.link.offices import title_words
from detente.link.wording import gender_of, words_span
from detente.records import Party, Phrase


def nameless_party(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, sector: str, how: str
) -> Party:
    """An office, body or group of people as a party that its own words name.

    Args:
        draft: the document.
        phrase: the phrase.
        sense: what its noun stands for.
        code: whose it is, or "".
        sector: its sector.
        how: how the code is told, for ``explain``.
    """
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    if not _is_some(draft, phrase):
        known = draft.names.setdefault((code, sector, sense.noun), text)
    else:
        known = text
    titled = sense.person and sense.role and not phrase.plural
    return Party(
        code=code,
        sector=sector,
        entity_text=text,
        identifier_text=known,
        identifier_id=None,
        office=title_words(draft, start, end) if titled else None,
        start=start,
        end=end,
        gender=gender_of(draft, phrase),
        reason=f"'{sense.noun}', {how}",
    )


def member_party(
    draft: Draft, phrase: Phrase, sense: NounSense, owner: Party, how: str, *, named: bool
) -> Party:
    """People or forces that stand for whom they belong to.

    Args:
        draft: the document.
        phrase: the phrase.
        sense: what its noun stands for.
        owner: to whom they belong; code and sector are theirs.
        how: how that is told, for ``explain``.
        named: whether they are identified with the owner.
    """
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    titled = sense.role and not phrase.plural and not named
    return Party(
        code=owner.code,
        sector=owner.sector,
        entity_text=text,
        identifier_text=owner.identifier_text if named else text,
        identifier_id=owner.identifier_id if named else None,
        office=title_words(draft, start, end) if titled else None,
        start=start,
        end=end,
        gender=gender_of(draft, phrase),
        reason=f"'{sense.noun}' of {owner.identifier_text}{how}",
    )


def _is_some(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase tells of a number or of one among many, that nobody spoke of before."""
    if phrase.determiner in draft.words.generic_some:
        return True
    words = (modifier.text.lower() for modifier in phrase.modifiers)
    return any(word in draft.words.numbers or word[0].isdigit() for word in words)
