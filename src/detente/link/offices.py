"""Offices and bodies as nouns: their sector, their title, and the state they belong to."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure

_BELONGING = ("of", "in", "for", "from", "at", "to")
_DEPTH = 3


def sense_of(draft: Draft, index: int) -> NounSense | None:
    """What office, body or group of people a phrase's noun names, if any."""
    if index in draft.senses:
        return draft.senses[index]
    phrase = draft.phrase(index)
    inner = draft.inner.get(index, ())
    words = [
        modifier.lemma.lower()
        for modifier in phrase.modifiers
        if not any(mention.start <= modifier.span.start < mention.end for mention in inner)
    ]
    words.append(phrase.head.lower())
    sense = _with_complement(draft, index, words) or draft.registry.nouns.find(words)
    draft.senses[index] = sense
    return sense


def _with_complement(draft: Draft, index: int, words: list[str]) -> NounSense | None:
    for marker, inner in draft.phrase(index).complements:
        if marker == "of":
            other = draft.phrase(inner)
            around = [word for word in other.text.lower().split() if word != other.determiner]
            plain = [modifier.lemma.lower() for modifier in other.modifiers if not modifier.name]
            for tail in (around, [*plain, other.head.lower()], [other.head.lower()]):
                sense = draft.registry.nouns.exact([words[-1], "of", *tail])
                if sense:
                    return sense
    return None


def owner_of(draft: Draft, index: int, depth: int = _DEPTH) -> tuple[Mention | None, str]:
    """The name of whom an office or body belongs to, by the words around it.

    Returns:
        The mention and how it stands there, or None and "".
    """
    inner = [mention for mention in draft.inner.get(index, ()) if counts(draft, mention)]
    if inner:
        return inner[-1], "before the noun"
    phrase = draft.phrase(index)
    if phrase.possessor is not None and phrase.possessor in draft.heads:
        return draft.heads[phrase.possessor], "possessor"
    if depth == 0:
        return None, ""
    if phrase.possessor is not None:
        found, _ = owner_of(draft, phrase.possessor, depth - 1)
        if found:
            return found, "possessor"
    for wanted in _BELONGING:
        for marker, other in phrase.complements:
            if marker == wanted:
                found = _complement_owner(draft, other, depth)
                if found:
                    return found, f"after '{marker}'"
    return None, ""


def _complement_owner(draft: Draft, other: int, depth: int) -> Mention | None:
    if other in draft.heads:
        return draft.heads[other]
    return owner_of(draft, other, depth - 1)[0]


def counts(draft: Draft, mention: Mention) -> bool:
    """Whether a name before a noun tells whose it is: "US-led" does, "US-backed" and "pro-US" do not."""
    if mention.hyphen and mention.hyphen not in draft.words.names_led | draft.words.names_based:
        return False
    before = draft.text[max(0, mention.start - 6) : mention.start]
    return not (before[-1:] in "-‑–" and before[-1:]) or before[:-1].split(" ")[-1].lower() not in (
        draft.words.names_before_hyphen
    )


def title_words(draft: Draft, start: int, end: int) -> str:
    """An office's words between two offsets, lower case, without names of states."""
    parts: list[str] = []
    place = start
    for mention in draft.mentions:
        if start <= mention.start and mention.end <= end and _is_state(mention):
            parts.append(draft.text[place : mention.start])
            place = mention.end
    parts.append(draft.text[place:end])
    words = " ".join("".join(parts).replace("’s ", " ").replace("'s ", " ").split()).strip(" ,;:-–—").lower()
    for article in ("the ", "a ", "an ", "his ", "her ", "its ", "their "):
        words = words.removeprefix(article)
    return words


def _is_state(mention: Mention) -> bool:
    meaning = mention.meaning
    return isinstance(meaning, Actor) and meaning.kind in (ActorKind.STATE, ActorKind.ADJECTIVE)


def sector_of(sense: NounSense, owner: Mention | None) -> str:
    """The sector of an office or body that belongs to somebody."""
    if owner is None:
        return sense.sector
    if owner.code in ("UNO", "EUR", "IGO"):
        return "IGO"
    meaning = owner.meaning
    if isinstance(meaning, Figure):
        return sense.sector
    if sense.generic and meaning.kind in (ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP):
        return meaning.sector
    if meaning.kind is ActorKind.GROUP:
        return meaning.sector
    if meaning.kind is ActorKind.TERRITORY and meaning.sector and sense.sector == "GOV":
        return meaning.sector
    return sense.sector
