"""Names of states, towns and bodies that are only part of somebody's or something's own name."""

from __future__ import annotations

from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.records import Phrase, PhraseKind

_PLACES = frozenset((ActorKind.STATE, ActorKind.CAPITAL, ActorKind.PLACE, ActorKind.TERRITORY))
_SURNAMES = frozenset(
    (*_PLACES, ActorKind.ORGANISATION, ActorKind.INSTITUTION, ActorKind.GROUP)
) - {ActorKind.STATE}


def drop_inside_names(draft: Draft) -> None:
    """Takes out "Roche" of "Niall Roche", "Jordan" of "Jordan Ames" and "China" of "China Daily"."""
    dropped: set[int] = set()
    for phrase in draft.document.phrases:
        if phrase.kind is not PhraseKind.NAME or not phrase.modifiers:
            continue
        mention = draft.heads.get(phrase.index)
        if mention is not None:
            if _is_surname(draft, phrase, mention):
                dropped.add(mention.start)
        elif _ends_a_name(draft, phrase):
            dropped.update(inner.start for inner in _touching(draft, phrase))
    if dropped:
        draft.mentions = [mention for mention in draft.mentions if mention.start not in dropped]


def _ends_a_name(draft: Draft, phrase: Phrase) -> bool:
    """Whether a word can be a family name, or the last of a paper's or firm's name."""
    written = draft.text[phrase.head_span.start : phrase.head_span.end]
    if written in draft.words.names_titles:
        return True
    return written not in draft.words.names_not_family and not draft.registry.nouns.find(
        [written.lower()]
    )


def _is_surname(draft: Draft, phrase: Phrase, mention: Mention) -> bool:
    """Whether a one-word name follows a given name."""
    meaning = mention.meaning
    if not isinstance(meaning, Actor) or meaning.kind not in _SURNAMES:
        return False
    before = phrase.modifiers[-1]
    if mention.start != phrase.head_span.start or before.span.end + 1 != mention.start:
        return False
    return before.text.lower() in draft.registry.given


def _touching(draft: Draft, phrase: Phrase) -> list[Mention]:
    """The place right before the last word of a name that is not known."""
    return [
        inner
        for inner in draft.inner.get(phrase.index, ())
        if inner.end + 1 == phrase.head_span.start
        and isinstance(inner.meaning, Actor)
        and inner.meaning.kind in _PLACES
    ]
