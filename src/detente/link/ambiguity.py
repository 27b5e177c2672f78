"""Which state a name that several share belongs to in a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from detente.lexicon.names import Match, folded_name
from detente.lexicon.registry import Meaning
from detente.lexicon.registry_rows import Actor, ActorKind, Ambiguity
from detente.link.draft import Draft

_WORDS = frozenset((ActorKind.ADJECTIVE, ActorKind.PEOPLE))
_SURE = frozenset(
    (ActorKind.STATE, ActorKind.CAPITAL, ActorKind.SEAT, ActorKind.ADJECTIVE, ActorKind.PEOPLE)
)
_TOWNS = frozenset((ActorKind.CAPITAL, ActorKind.SEAT, ActorKind.STATE))


def settled(
    draft: Draft, match: Match[Meaning], likeliest: Actor, actors: list[Actor], about: Counter[str]
) -> Actor:
    """The actor that a shared name means.

    Args:
        draft: the document.
        match: the name in the text.
        likeliest: what it means by kind alone.
        actors: all that it can mean.
        about: how often each code is named without doubt.
    """
    row = draft.registry.ambiguities.get(" ".join(folded_name(draft.text[match.start : match.end])))
    if row is None:
        return likeliest
    name = draft.text[match.start : match.end]
    code = _code(draft, name, row, about, sure=likeliest.kind in _SURE)
    if likeliest.code == code:
        return likeliest
    fitting = [actor for actor in actors if actor.code == code]
    return fitting[0] if fitting else _moved(draft, likeliest, code, name)


def _moved(draft: Draft, actor: Actor, code: str, name: str) -> Actor:
    """An actor's name as that of something else in another state, or of a body of states."""
    state = draft.registry.state(code)
    if state is None:
        body = draft.registry.bodies.get(code)
        if body is None:
            return replace(actor, code=code)
        return replace(
            actor, name=body.name, code=code, sector=body.sector, id=body.id, home=actor.code
        )
    if actor.kind in _WORDS:
        return replace(actor, name=state.name, code=code, id=state.id)
    if actor.kind in _TOWNS:
        return replace(actor, kind=ActorKind.PLACE, code=code, sector="", id=f"place:{actor.name}")
    return replace(actor, name=name, code=code, id=f"{actor.kind}:{name}:{code}")


def _code(draft: Draft, name: str, row: Ambiguity, about: Counter[str], *, sure: bool) -> str:
    """The code that clues point to; else the usual one where that is sure, else the one most spoken of."""
    clued = [
        clue for clue in row.clues if _stands(draft, clue) and not _is_named(draft, name, clue)
    ]
    for clue in clued:
        for meaning in draft.registry.index.exact(clue):
            if isinstance(meaning, Actor) and meaning.code in row.codes:
                return meaning.code
    if clued:
        return row.codes[1]
    if sure:
        return row.codes[0]
    return max(row.codes, key=lambda code: (about[code], -row.codes.index(code)))


def _is_named(draft: Draft, name: str, clue: str) -> bool:
    """Whether a clue is or makes a longer name: "Gulf of Guinea", "Equatorial" before "Guinea"."""
    if name in clue:
        return True
    index = draft.registry.index
    return bool(index.exact(f"{clue} {name}") or index.exact(f"{name} {clue}"))


def _stands(draft: Draft, clue: str) -> bool:
    words = folded_name(clue)
    if not set(words) <= draft.vocabulary:
        return False
    return len(words) == 1 or f" {' '.join(words)} " in draft.folded_text
