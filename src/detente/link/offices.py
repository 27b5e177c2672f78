"""Offices and bodies as nouns: their sector, their title, and the state they belong to."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure
from detente.records import Phrase

_BELONGING = ("of", "for", "from", "in", "at", "to")
_DEPTH = 3
_JOINERS = frozenset((",", "and", "-", "–", "/", ", and", "&", "as well as"))
_SECTOR_GIVERS = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))
_ORGANISED = frozenset(("UNO", "EUR", "IGO"))
_HYPHENS = "-‑–"


def sense_of(draft: Draft, index: int) -> NounSense | None:
    """What office, body or group of people a phrase's noun names, if any."""
    if index in draft.senses:
        return draft.senses[index]
    phrase = draft.phrase(index)
    words = _plain_words(draft, phrase)
    sense = _with_complement(draft, phrase, words) or draft.registry.nouns.find(words)
    draft.senses[index] = sense
    return sense


def _plain_words(draft: Draft, phrase: Phrase) -> list[str]:
    inner = draft.inner.get(phrase.index, ())
    words = [
        modifier.lemma.lower()
        for modifier in phrase.modifiers
        if not any(mention.start <= modifier.span.start < mention.end for mention in inner)
    ]
    words.append(phrase.head.lower())
    return words


def _with_complement(draft: Draft, phrase: Phrase, words: list[str]) -> NounSense | None:
    for marker, inner in phrase.complements:
        if marker != "of":
            continue
        other = draft.phrase(inner)
        around = _plain_words(draft, other)
        while around:
            sense = draft.registry.nouns.exact([words[-1], "of", *around])
            if sense:
                return sense
            around.pop(0)
    return None


def owner_of(draft: Draft, index: int) -> tuple[Mention | None, str]:
    """The name of whom an office or body belongs to, by the words around it.

    Returns:
        The mention and how it stands there, or None and "".
    """
    owners, how = owners_of(draft, index)
    return (owners[0], how) if owners else (None, "")


def owners_of(draft: Draft, index: int, depth: int = _DEPTH) -> tuple[list[Mention], str]:
    """All those to whom an office or body belongs: "the Greek and Cypriot ministers".

    Returns:
        The mentions in order and how they stand there; none and "" where no word beside tells.
    """
    inner = [mention for mention in draft.inner.get(index, ()) if counts(draft, mention)]
    if inner:
        return _coordinated(draft, inner), "before the noun"
    phrase = draft.phrase(index)
    if phrase.possessor is not None:
        found = _of_phrase(draft, phrase.possessor, depth)
        if found:
            return found, "possessor"
    for wanted in _BELONGING:
        for marker, other in phrase.complements:
            if marker == wanted:
                found = _of_phrase(draft, other, depth)
                if found:
                    return found, f"after '{marker}'"
    return [], ""


def _of_phrase(draft: Draft, other: int, depth: int) -> list[Mention]:
    if other in draft.heads:
        named = [draft.heads[other]]
        named += [draft.heads[more] for more in draft.phrase(other).conjuncts if more in draft.heads]
        return named
    return owners_of(draft, other, depth - 1)[0] if depth else []


def _coordinated(draft: Draft, inner: list[Mention]) -> list[Mention]:
    """The last of the names before a noun, with those that "and" or a comma joins to it."""
    found = [inner[-1]]
    for mention in reversed(inner[:-1]):
        if draft.text[mention.end : found[0].start].strip() not in _JOINERS:
            break
        found.insert(0, mention)
    return found


def counts(draft: Draft, mention: Mention) -> bool:
    """Whether a name before a noun tells whose it is: "US-led" does, "US-backed" and "pro-US" do not."""
    words = draft.words
    if mention.hyphen and mention.hyphen not in words.names_led and mention.hyphen not in words.names_based:
        return False
    if draft.text[mention.start - 1 : mention.start] in _HYPHENS and mention.start:
        before = draft.text[max(0, mention.start - 9) : mention.start - 1]
        return before.split(" ")[-1].lower() not in words.names_before_hyphen
    return True


def title_words(draft: Draft, start: int, end: int) -> str:
    """An office's words between two offsets, lower case, without names of states and article."""
    parts: list[str] = []
    place = start
    for mention in draft.mentions:
        if start <= mention.start and mention.end <= end and _is_state(mention):
            parts.append(draft.text[place : mention.start])
            place = mention.end
    parts.append(draft.text[place:end])
    words = "".join(parts).replace("’s ", " ").replace("'s ", " ").split()
    title = " ".join(words).strip(" ,;:-–—").lower()
    first, _, rest = title.partition(" ")
    return rest if first in draft.words.generic_articles else title


def _is_state(mention: Mention) -> bool:
    meaning = mention.meaning
    return isinstance(meaning, Actor) and meaning.kind in (ActorKind.STATE, ActorKind.ADJECTIVE)


def sector_of(draft: Draft, sense: NounSense, owner: Mention | None) -> str:
    """The sector of an office or body that belongs to somebody."""
    if owner is None:
        return sense.sector
    if owner.code in _ORGANISED:
        return "IGO"
    meaning = owner.meaning
    if isinstance(meaning, Figure):
        return sense.sector
    if meaning.kind is ActorKind.GROUP or (sense.generic and meaning.kind in _SECTOR_GIVERS):
        return meaning.sector
    if sense.sector == "MIL" and stateless(draft, owner):
        return draft.words.violence_stateless
    if meaning.sector == "PRE" and sense.sector == "GOV":
        return meaning.sector
    return sense.sector


def stateless(draft: Draft, owner: Mention) -> bool:
    """Whether a name is that of a people over several states or of a breakaway territory."""
    meaning = owner.meaning
    return isinstance(meaning, Actor) and (meaning.id in draft.registry.stateless or meaning.sector == "PRE")
