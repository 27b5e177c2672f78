"""Bodies that only the text knows, by the abbreviation it gives them: "the Free Farmers League (FFL)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.mentions import add_mentions
from detente.link.offices import owner_of, sense_of
from detente.link.titles import UNKNOWN_SECTOR, tokens_between
from detente.records import Phrase, PhraseKind

_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&-]{1,9})\)")
_FEWEST_WORDS = 2


def define_bodies(draft: Draft) -> None:
    """Adds the names that a bracket abbreviates, and the later uses of the abbreviation."""
    defined: dict[str, Actor] = {}
    found: list[Mention] = []
    for phrase in draft.document.phrases:
        if phrase.kind is not PhraseKind.NAME or phrase.index in draft.heads:
            continue
        end = draft.reach(phrase.index)
        bracket = _ABBREVIATION.match(draft.text, end)
        start = _name_start(draft, phrase, end, bracket.group(1)) if bracket else None
        if bracket and start is not None:
            actor = _body(draft, phrase, draft.text[start:end])
            defined[bracket.group(1)] = actor
            found.append(Mention(start, end, actor))
    add_mentions(draft, [*found, *_uses(draft, defined)])


def _name_start(draft: Draft, phrase: Phrase, end: int, abbreviation: str) -> int | None:
    """Where a name begins whose capitals spell an abbreviation, or None."""
    words = [token for token in tokens_between(draft, phrase.span.start, end) if token.capital]
    letters = [letter for letter in abbreviation if letter.isupper()]
    if len(letters) < _FEWEST_WORDS or len(words) < len(letters):
        return None
    words = words[-len(letters) :]
    initials = [draft.text[token.start].upper() for token in words]
    return words[0].start if initials == letters else None


def _body(draft: Draft, phrase: Phrase, name: str) -> Actor:
    sense = sense_of(draft, phrase.index)
    owner, _ = owner_of(draft, phrase.index)
    code = owner.code if owner else next(iter(draft.story), "")
    sector = sense.sector if sense else UNKNOWN_SECTOR
    return Actor(ActorKind.GROUP, name, code, sector, f"text:{name}")


def _uses(draft: Draft, defined: dict[str, Actor]) -> Iterator[Mention]:
    for token in draft.tokens if defined else ():
        actor = defined.get(draft.text[token.start : token.end])
        if actor:
            yield Mention(token.start, token.end, actor)
