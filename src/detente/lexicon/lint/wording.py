"""Whether words stand in the form in which a parsed text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys

FILE = "base_forms.toml"
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_PAIR = 2
_ADVERB = "ly"
_PLURAL = re.compile(r"(?<![siu'’])s\Z")
_VERB_FORM = re.compile(r"(?:ed|ing|(?<![siu])s)\Z")


@dataclass(frozen=True, slots=True)
class Wording:
    """What is known of base forms.

    Args:
        verbs: base forms of verbs that end as other forms do ("bring", "need").
        nouns: nouns that end as plurals do and are none, or have no other form ("news").
        particles: words that can follow a verb as part of it.
        hyphened: words with a hyphen that a tokenizer leaves whole.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    particles: frozenset[str]
    hyphened: frozenset[str]

    def verb_fault(self, verb: str) -> str:
        """What is wrong with a verb, alone or with its particle; empty where nothing is."""
        word, *particles = verb.split(" ")
        spelling = self._spelling_fault(verb)
        if spelling:
            return spelling
        if _VERB_FORM.search(word) and word not in self.verbs:
            return "is no base form"
        for particle in particles:
            if particle not in self.particles and not particle.endswith(_ADVERB):
                return f"can never stand in a text: {particle!r} is no particle"
        return ""

    def noun_fault(self, noun: str) -> str:
        """What is wrong with a noun, alone or after the modifier that decides; empty if nothing."""
        words = noun.split(" ")
        if len(words) > _PAIR:
            return "can never stand in a text: give a head alone or one modifier with its head"
        spelling = self._spelling_fault(noun)
        if not spelling and _PLURAL.search(noun) and not self.nouns.intersection((noun, words[-1])):
            return "is no base form"
        return spelling

    def adjective_fault(self, adjective: str) -> str:
        """What is wrong with an adjective; empty where nothing is."""
        if " " in adjective:
            return "can never stand in a text: give one word"
        return self._spelling_fault(adjective)

    def _spelling_fault(self, text: str) -> str:
        if text != text.lower():
            return "is not in lower case"
        for word in text.split(" "):
            if not _WORD.fullmatch(word):
                return "has characters that no word has"
            if "-" in word and word not in self.hyphened:
                return (
                    "has a hyphen at which a text is taken apart:"
                    " leave it out, or list the word as open in grammar.toml"
                )
        return ""


def wording_of(tables: Tables) -> Wording:
    """What a folder says of base forms."""
    words = tables.toml(FILE).whole()
    return Wording(
        verbs=frozenset(words.words("verbs")),
        nouns=frozenset(words.words("nouns")),
        particles=frozenset(words.words("particles")),
        hyphened=frozenset(tables.toml("grammar.toml").section("compounds").words("open")),
    )


def word_faults(entry: Entry, wording: Wording) -> Iterator[Fault]:
    """Words of an act or operator that no parsed text can hold."""
    for name, check in (
        ("verbs", wording.verb_fault),
        ("nouns", wording.noun_fault),
        ("adjectives", wording.adjective_fault),
        ("needs", wording.noun_fault),
        ("noun_needs", wording.noun_fault),
        ("unless", wording.noun_fault),
    ):
        for word in entry.words(name):
            reason = check(word)
            if reason:
                yield entry.fault(f"{name}: {word!r} {reason}", f'"{word}"')


def faults(tables: Tables) -> Iterator[Fault]:
    """Faults of the table of base forms itself."""
    yield from unknown_keys(tables.toml(FILE).whole(), ("verbs", "nouns", "particles"))
