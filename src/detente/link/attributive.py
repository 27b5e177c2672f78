"""Bodies and groups that a common noun before another noun tells: "a police raid", "rebel bases"."""

from __future__ import annotations

from dataclasses import replace

from detente.lexicon.registry_nouns import NounSense
from detente.link.draft import Draft
from detente.link.nameless import nameless_party
from detente.records import Party, Phrase, PhraseKind

_NOUNS = frozenset((PhraseKind.NOUN, PhraseKind.NAME))


def link_attributive(draft: Draft) -> None:
    """Fills whom a noun before a head tells, where neither the phrase nor a name in it is a party.

    Args:
        draft: the document, its phrases and the names in them linked.
    """
    for phrase in draft.document.phrases:
        index = phrase.index
        if index in draft.parties or index in draft.heads or index in draft.modifiers:
            continue
        if phrase.kind in _NOUNS and phrase.modifiers and index not in draft.places:
            party = _before_head(draft, phrase)
            if party is not None:
                draft.modifiers[index] = (party,)


def _before_head(draft: Draft, phrase: Phrase) -> Party | None:
    """The party of the longest run of words before a phrase's head that name a body or group."""
    last = phrase.modifiers[-1]
    opening = draft.document.sentences[phrase.sentence].span.start
    if last.name and last.span.start != opening:
        return None
    words = [modifier.text.lower() for modifier in phrase.modifiers]
    sense = draft.registry.nouns.find(words)
    if sense is None or sense.weak or sense.generic or _is_adjectival(draft, sense):
        return None
    code, how = (draft.story[0], "the report's leading state") if draft.story else ("", "no state")
    party = nameless_party(draft, phrase, sense, code, sense.sector, f"before a noun, {how}")
    count = len(sense.noun.split())
    start = phrase.modifiers[-min(count, len(words))].span.start
    text = draft.text[start : last.span.end]
    return replace(party, start=start, end=last.span.end, entity_text=text, identifier_text=text)


def _is_adjectival(draft: Draft, sense: NounSense) -> bool:
    """Whether a noun before another one hardly tells whose that is ("a general position", "drone strikes")."""
    last = sense.noun.split()[-1]
    words = draft.words
    return sense.noun in words.generic_adjectival or last in words.violence_nouns
