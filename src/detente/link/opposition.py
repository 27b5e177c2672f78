"""Parties that the text calls opposition."""

from __future__ import annotations

from detente.lexicon.registry_rows import Actor
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure
from detente.link.titles import beside, tokens_between
from detente.records import Phrase

_OPPOSITION = "opposition"


def find_opposed(draft: Draft) -> None:
    """Marks parties and politicians beside whose name the text says "opposition"."""
    for index, mention in draft.heads.items():
        meaning = mention.meaning
        if meaning.sector not in draft.words.sectors_party or meaning.id is None:
            continue
        phrase = draft.phrase(index)
        if not (
            _says_so(draft, phrase, mention)
            or any(_heads_so(draft, other) for other in beside(draft, phrase))
        ):
            continue
        if isinstance(meaning, Figure):
            meaning.sector = draft.words.sectors_opposed
        elif isinstance(meaning, Actor):
            draft.opposed.add(meaning.id)


def _says_so(draft: Draft, phrase: Phrase, mention: Mention) -> bool:
    return any(
        token.fold == _OPPOSITION
        for token in tokens_between(draft, phrase.span.start, mention.start)
    )


def _heads_so(draft: Draft, index: int) -> bool:
    phrase = draft.phrase(index)
    return _OPPOSITION in phrase.text.lower().split()
