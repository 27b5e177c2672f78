"""What is known of a document while it is being linked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
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
from detente.records import Clause, DateSpan, Document, Location, Party, Phrase, Span

_BRACKET = re.compile(r" \([^()\n]{1,40}\)")


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
        verbs: verbs of saying.
        day: the day that decides between holders, or None.
        tokens: the words of the text.
        days: days that the text sets clauses on, by clause.
        mentions: names in order of place.
        datelines: spans of datelines, in which no name is a party.
        heads: mention that holds a phrase's head, by phrase.
        inner: mentions before a phrase's head, by phrase.
        absorbed: phrases that are only part of a longer name.
        figures: persons of the document.
        story: codes of the states the report is about.
        quoted: index of the quotation a phrase stands in, by phrase.
        opposed: ids of parties that the text calls opposition.
        sure: phrases whose state their own words or those they point back to tell.
        kinds: what the party of a phrase is, by phrase.
        names: how a party without a name was first called, by code, sector and noun.
        senses: offices and bodies already looked up, by phrase.
        roles: roles of the document's persons, by name.
        named: bodies of the document by the words of their names, once they are asked for.
        sentence_phrases: indices of the phrases of a sentence.
        sentence_clauses: indices of the clauses of a sentence.
        text: the article's text.
        settings: surroundings of each phrase.
        vocabulary: the words of the text, folded.
        token_starts: offsets of the words.
        phrase_from: phrase by the offset of its first character.
        phrase_ending: phrase by the offset after its last character.
        phrase_at: phrase by the offset of its head.
    """

    document: Document
    registry: Registry
    words: AnaphoraWords
    verbs: frozenset[str]
    day: date | None
    tokens: list[Token]
    days: Mapping[int, DateSpan] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    datelines: list[tuple[int, int]] = field(default_factory=list)
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
    sure: set[int] = field(default_factory=set)
    opposed: set[str] = field(default_factory=set)
    speakers: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    senses: dict[int, NounSense | None] = field(default_factory=dict)
    text: str = field(init=False)
    settings: list[Setting] = field(init=False)
    vocabulary: frozenset[str] = field(init=False)
    token_starts: list[int] = field(init=False)
    phrase_at: dict[int, int] = field(init=False)
    phrase_from: dict[int, int] = field(init=False)
    phrase_ending: dict[int, int] = field(init=False)
    _reaches: dict[int, list[int]] | None = None
    _folded: str | None = None

    roles: dict[str, str] = field(default_factory=dict)
    named: dict[str, Mention] | None = None
    sentence_phrases: dict[int, list[int]] = field(init=False)
    sentence_clauses: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.document.text
        self.settings = settings_of(self.document)
        self.vocabulary = frozenset(token.fold for token in self.tokens)
        self.token_starts = [token.start for token in self.tokens]
        self.phrase_from = {phrase.span.start: phrase.index for phrase in self.document.phrases}
        self.phrase_ending = {phrase.span.end: phrase.index for phrase in self.document.phrases}
        self.phrase_at = {phrase.head_span.start: phrase.index for phrase in self.document.phrases}
        self.sentence_phrases = _by_sentence(self.document.phrases)
        self.sentence_clauses = _by_sentence(self.document.clauses)
        for phrase in self.document.phrases if self.document.quotations else ():
            place = self.quotation_of(phrase.head_span)
            if place is not None:
                self.quoted[phrase.index] = place

    @property
    def folded_text(self) -> str:
        """The words of the text, folded, with one space around each."""
        if self._folded is None:
            self._folded = f" {' '.join(token.fold for token in self.tokens)} "
        return self._folded

    def phrase(self, index: int) -> Phrase:
        """The phrase of an index."""
        return self.document.phrases[index]

    def reach(self, index: int) -> int:
        """Offset after the last word that hangs on a phrase by prepositions."""
        end, queue = 0, [index]
        while queue:
            phrase = self.document.phrases[queue.pop()]
            end = max(end, phrase.span.end)
            queue += [inner for _, inner in phrase.complements if inner > phrase.index]
            if phrase.index != index:
                queue += [other for other in phrase.conjuncts if other > phrase.index]
        return end

    @property
    def reaches(self) -> dict[int, list[int]]:
        """Phrases by the offset to which they reach, with a bracket after them or without."""
        if self._reaches is None:
            self._reaches = {}
            for phrase in self.document.phrases:
                end = self.reach(phrase.index)
                bracket = _BRACKET.match(self.text, end)
                for place in (end, bracket.end()) if bracket else (end,):
                    self._reaches.setdefault(place, []).append(phrase.index)
        return self._reaches

    def settle(self, index: int, parties: tuple[Party, ...], kind: Kind | None) -> None:
        """Says whom a phrase stands for, and what kind of party that is."""
        self.parties[index] = parties
        if kind is not None:
            self.kinds[index] = kind

    def quotation_of(self, span: Span) -> int | None:
        """Index of the quotation that holds some characters, or None."""
        quotations = self.document.quotations
        place = bisect_right(quotations, span.start, key=lambda quotation: quotation.span.start) - 1
        return place if place >= 0 and quotations[place].span.holds(span) else None

    def add_figure(self, figure: Figure) -> None:
        """Adds a person to those of the document."""
        self.figures.append(figure)
        self.roles.setdefault(figure.name, figure.role)

    def role(self, party: Party) -> str:
        """The role of a person's office, or ""."""
        return self.roles.get(party.identifier_text, "")

    def state_name(self, code: str) -> str:
        """The usual name of the state of a code, or the code."""
        actor = self.registry.state(code)
        return actor.name if actor else code


def _by_sentence(records: Iterable[Phrase | Clause]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for record in records:
        found.setdefault(record.sentence, []).append(record.index)
    return found
