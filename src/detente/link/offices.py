"""Offices and bodies as nouns: their sector, their title, and the state they belong to."""

from __future__ import annotations

from bisect import bisect_left

from detente.lexicon.registry_nouns import NounSense, singular
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.figures import Figure
from detente.records import Phrase, PhraseKind

_BELONGING = ("of", "for", "from", "in", "at", "to")
_DEPTH = 3
_JOINERS = frozenset((",", "and", "-", "–", "/", ", and", "&", "as well as"))
_SECTOR_GIVERS = frozenset((ActorKind.INSTITUTION, ActorKind.ORGANISATION, ActorKind.GROUP))
_STATE_KINDS = frozenset((ActorKind.STATE, ActorKind.ADJECTIVE))
_GOVERNMENT = "GOV"
_ARMS = frozenset(("MIL", "PRM"))
_ORGANISED = frozenset(("UNO", "EUR", "IGO"))
_HYPHENS = "-‑–"


def sense_of(draft: Draft, index: int) -> NounSense | None:
    """What office, body or group of people a phrase's noun names, if any."""
    if index in draft.senses:
        return draft.senses[index]
    phrase = draft.phrase(index)
    words = _plain_words(draft, phrase)
    sense = _with_complement(draft, phrase, words) or draft.registry.nouns.find(words)
    if sense is not None and (_is_thing(draft, words) or _is_name(draft, phrase, sense)):
        sense = None
    draft.senses[index] = sense
    return sense


def _is_thing(draft: Draft, words: list[str]) -> bool:
    return len(words) > 1 and f"{words[-2]} {singular(words[-1])}" in draft.words.generic_things


def _is_name(draft: Draft, phrase: Phrase, sense: NounSense) -> bool:
    """Whether an office's word only ends a name: "the Galaxy Leader"."""
    if phrase.kind is not PhraseKind.NAME or not sense.person:
        return False
    title = {singular(word) for word in sense.noun.replace("-", " ").split()}
    return any(
        modifier.name
        and singular(modifier.lemma.lower()) not in title
        and not _is_covered(draft, phrase.index, modifier.span.start)
        and draft.registry.nouns.find([modifier.lemma.lower()]) is None
        and modifier.lemma.lower() not in draft.words.names_not_holder
        for modifier in phrase.modifiers
    )


def _is_covered(draft: Draft, index: int, place: int) -> bool:
    return any(mention.start <= place < mention.end for mention in draft.inner.get(index, ()))


def is_personal(draft: Draft, index: int, sense: NounSense | None) -> bool:
    """Whether a noun stands for persons, as "minister" and "marine" do, not for a body."""
    if sense is None:
        return False
    return sense.person or draft.phrase(index).head.lower() in draft.words.generic_singles


def _plain_words(draft: Draft, phrase: Phrase) -> list[str]:
    """The words of a phrase that are no name, with those that hyphens join as one."""
    words = [
        modifier.text.lower()
        for modifier in phrase.modifiers
        if not _is_covered(draft, phrase.index, modifier.span.start)
    ]
    return _joined([*words, phrase.head.lower()])


def _joined(words: list[str]) -> list[str]:
    """Words with those around a hyphen joined: "far - right group" is "far-right group"."""
    found: list[str] = []
    for place, word in enumerate(words):
        if found and "-" in (word, words[place - 1]):
            found[-1] += word
        else:
            found.append(word)
    return found


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
    phrase = draft.phrase(index)
    inner = [mention for mention in draft.inner.get(index, ()) if counts(draft, mention)]
    if inner:
        group = _group_after(draft, phrase)
        return ([group], "after 'of'") if group else (_coordinated(draft, inner), "before the noun")
    if phrase.possessor is not None and draft.phrase(phrase.possessor).kind is PhraseKind.PRONOUN:
        return [], ""
    shared = _shared_adjectives(draft, phrase)
    if shared:
        return shared, "before the noun it is coordinated with"
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


def _shared_adjectives(draft: Draft, phrase: Phrase) -> list[Mention]:
    """The names before the first of some coordinated nouns: "American diplomats and soldiers"."""
    if phrase.first_conjunct is None or phrase.determiner or phrase.possessor is not None:
        return []
    first = draft.phrase(phrase.first_conjunct)
    if first.plural is not phrase.plural or first.index in draft.heads:
        return []
    return [mention for mention in draft.inner.get(first.index, ()) if counts(draft, mention)]


def _group_after(draft: Draft, phrase: Phrase) -> Mention | None:
    """The group of which somebody is told to be a member: "a British member of Hezbollah"."""
    if phrase.head.lower() not in draft.words.generic_members:
        return None
    for marker, other in phrase.complements:
        mention = draft.heads.get(other)
        if marker == "of" and mention and isinstance(mention.meaning, Actor):
            return mention if mention.meaning.kind is ActorKind.GROUP else None
    return None


def _of_phrase(draft: Draft, other: int, depth: int) -> list[Mention]:
    if other in draft.heads:
        named = [draft.heads[other]]
        named += [
            draft.heads[more] for more in draft.phrase(other).conjuncts if more in draft.heads
        ]
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
    if (
        mention.hyphen
        and mention.hyphen not in words.names_led
        and mention.hyphen not in words.names_based
    ):
        return False
    if draft.text[mention.start - 1 : mention.start] in _HYPHENS and mention.start:
        before = draft.text[max(0, mention.start - 9) : mention.start - 1]
        return before.split(" ")[-1].lower() not in words.names_before_hyphen
    return True


def role_of(draft: Draft, index: int, sense: NounSense) -> str:
    """The role of an office; whoever heads a ministry is its minister."""
    if sense.noun not in draft.words.generic_heads:
        return sense.role
    words = _plain_words(draft, draft.phrase(index))
    for marker, inner in draft.phrase(index).complements:
        if marker == "of":
            words += draft.phrase(inner).text.lower().split()
    if not any(singular(word) in draft.words.generic_ministries for word in words):
        return sense.role
    return next(
        (draft.words.topics[word] for word in words if word in draft.words.topics), "minister"
    )


def title_words(draft: Draft, start: int, end: int) -> str:
    """An office's words between two offsets, lower case, without names of states and article."""
    parts: list[str] = []
    place = start
    index = bisect_left(draft.mentions, start, key=lambda mention: mention.start)
    while index < len(draft.mentions) and draft.mentions[index].start < end:
        mention = draft.mentions[index]
        index += 1
        if mention.end <= end:
            parts.append(draft.text[place : mention.start])
            place = _after_state(draft, mention)
            if place == mention.end and mention.hyphen:
                place += 1 + len(mention.hyphen)
    parts.append(draft.text[place:end])
    words = "".join(parts).replace("’s ", " ").replace("'s ", " ").split()
    title = " ".join(words).strip(" ,;:-–—").lower()
    first, _, rest = title.partition(" ")
    return rest if first in draft.words.generic_articles else title


def _after_state(draft: Draft, mention: Mention) -> int:
    """Where a name goes on after the state in it: after "Russian" of "Russian Foreign Ministry"."""
    meaning = mention.meaning
    if isinstance(meaning, Figure):
        return mention.start
    if meaning.kind in _STATE_KINDS:
        return mention.end
    words = draft.text[mention.start : mention.end]
    first, _, rest = words.partition(" ")
    stated = rest and any(
        isinstance(other, Actor) and other.kind in _STATE_KINDS and other.code == meaning.code
        for other in draft.registry.index.exact(first)
    )
    return mention.end - len(rest) if stated else mention.start


def sector_of(draft: Draft, sense: NounSense, owner: Mention | None) -> str:
    """The sector of an office or body that belongs to somebody."""
    if owner is None:
        return sense.sector
    if owner.code in _ORGANISED:
        return "IGO"
    meaning = owner.meaning
    if isinstance(meaning, Figure):
        return sense.sector
    if sense.sector == "IGO" and sense.person and draft.registry.state(owner.code):
        return _GOVERNMENT
    member = sense.generic or sense.noun in draft.words.generic_members
    if (meaning.kind is ActorKind.GROUP and sense.sector not in draft.words.sectors_local) or (
        member and meaning.kind in _SECTOR_GIVERS
    ):
        return meaning.sector
    if member and sense.sector == "LAB" and meaning.kind is not ActorKind.ADJECTIVE:
        return _GOVERNMENT
    if sense.noun in draft.words.generic_associates and meaning.kind is ActorKind.GROUP:
        return meaning.sector
    if sense.sector in _ARMS and stateless(draft, owner):
        return draft.words.violence_stateless
    if meaning.sector == "PRE" and sense.sector == _GOVERNMENT:
        return meaning.sector
    return sense.sector


def stateless(draft: Draft, owner: Mention) -> bool:
    """Whether a name is that of a people over several states or of a breakaway territory."""
    meaning = owner.meaning
    return isinstance(meaning, Actor) and (
        meaning.id in draft.registry.stateless or meaning.sector == "PRE"
    )
