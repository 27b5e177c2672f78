"""What is known of a document while it is being linked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from detente.lexicon.names import Token
from detente.lexicon.registry import Registry
from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.anaphora import AnaphoraWords
from detente.link.figures import Figure
from detente.link.setting import Setting, settings_of
from detente.records import Document, Location, Party, Phrase


class Kind(StrEnum):
    """What a phrase's party is, as far as words that point back ask."""

    PERSON = "person"
    PEOPLE = "people"
    STATE = "state"
    BODY = "body"
    GROUP = "group"
    ORGANISATION = "organisation"


_KINDS = {
    ActorKind.STATE: Kind.STATE,
    ActorKind.CAPITAL: Kind.STATE,
    ActorKind.SEAT: Kind.STATE,
    ActorKind.TERRITORY: Kind.STATE,
    ActorKind.ADJECTIVE: Kind.PEOPLE,
    ActorKind.PEOPLE: Kind.PEOPLE,
    ActorKind.INSTITUTION: Kind.BODY,
    ActorKind.ORGANISATION: Kind.ORGANISATION,
    ActorKind.GROUP: Kind.GROUP,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text with what it stands for.

    Args:
        start: offset of its first character.
        end: offset after its last.
        meaning: whom or what it names.
        hyphen: the word joined to it by a hyphen ("led" of "US-led"), or "".
    """

    start: int
    end: int
    meaning: Actor | Figure
    hyphen: str = ""

    @property
    def code(self) -> str:
        """The code of whom it names."""
        return self.meaning.code

    @property
    def kind(self) -> Kind | None:
        """What it names, or None for a mere place."""
        return Kind.PERSON if isinstance(self.meaning, Figure) else _KINDS.get(self.meaning.kind)


@dataclass(slots=True)
class Draft:
    """A document's tables while they are filled; see ``LinkedDocument`` for those that leave.

    Args:
        document: the parsed text.
        registry: who is who.
        words: closed word lists.
        day: the day that decides between holders, or None.
        tokens: the words of the text.
        mentions: names in order of place.
        heads: mention that holds a phrase's head, by phrase.
        inner: mentions before a phrase's head, by phrase.
        absorbed: phrases that are only part of a longer name.
        figures: persons of the document.
        story: codes of the states the report is about.
        quoted: index of the quotation a phrase stands in, by phrase.
        kinds: what the party of a phrase is, by phrase.
        names: how a party without a name was first called, by code, sector and noun.
        senses: offices and bodies already looked up, by phrase.
        settings: surroundings of each phrase.
        token_starts: offsets of the words.
        phrase_at: phrase by the offset of its head.
    """

    document: Document
    registry: Registry
    words: AnaphoraWords
    day: date | None
    tokens: list[Token]
    mentions: list[Mention] = field(default_factory=list)
    heads: dict[int, Mention] = field(default_factory=dict)
    inner: dict[int, list[Mention]] = field(default_factory=dict)
    absorbed: set[int] = field(default_factory=set)
    figures: list[Figure] = field(default_factory=list)
    story: tuple[str, ...] = ()
    quoted: dict[int, int] = field(default_factory=dict)
    parties: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    modifiers: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    places: dict[int, Location] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)
    speakers: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    senses: dict[int, NounSense | None] = field(default_factory=dict)
    settings: list[Setting] = field(init=False)
    token_starts: list[int] = field(init=False)
    phrase_at: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.settings = settings_of(self.document)
        self.token_starts = [token.start for token in self.tokens]
        self.phrase_at = {phrase.head_span.start: phrase.index for phrase in self.document.phrases}
        starts = [quotation.span.start for quotation in self.document.quotations]
        for phrase in self.document.phrases if starts else ():
            place = bisect_right(starts, phrase.head_span.start) - 1
            if place >= 0 and self.document.quotations[place].span.holds(phrase.head_span):
                self.quoted[phrase.index] = place

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    def phrase(self, index: int) -> Phrase:
        """The phrase of an index."""
        return self.document.phrases[index]

    def settle(self, index: int, parties: tuple[Party, ...], kind: Kind | None) -> None:
        """Says whom a phrase stands for, and what kind of party that is."""
        self.parties[index] = parties
        if kind is not None:
            self.kinds[index] = kind

    def state_name(self, code: str) -> str:
        """The usual name of the state of a code, or the code."""
        actor = self.registry.state(code)
        return actor.name if actor else code
