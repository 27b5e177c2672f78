"""The lexicon as the coding stage asks it: by verb, noun, adjective and category."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from detente.lexicon import tables
from detente.lexicon.entries import (
    ActEntry,
    Category,
    LightVerbs,
    ModeCue,
    OperatorEntry,
    Outcome,
    Speech,
    Subject,
)

Entry = ActEntry | OperatorEntry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words mean.

    Args:
        categories: the ontology.
        verbs: entries by verb ("call off" for a verb with its particle).
        nouns: entries by the last word of a noun.
        adjectives: entries by predicate adjective.
        operators: operators by id.
        implicit: id of the operator that future tense, negated future and demand stand for.
        modes: cues in order of precedence, by category.
        speech: words of saying.
        light: light verbs.
        contexts: PLOVER contexts by the words that tell them.
        counts: verbs that count people, by what they count.
        numbers: values of number words.
        subjects: subjects whose wording is no event.
        subject_words: the same by their words.
        subject_starts: first words of those of several words.
        goldstein: Goldstein value by CAMEO code.
        digest: short hash of all the data.
    """

    categories: Mapping[str, Category]
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[tuple[str, Entry], ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]
    operators: Mapping[str, OperatorEntry]
    implicit: Mapping[str, str]
    modes: Mapping[str, tuple[ModeCue, ...]]
    speech: Speech
    light: LightVerbs
    contexts: Mapping[str, str]
    counts: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    subjects: tuple[Subject, ...]
    subject_words: Mapping[str, tuple[Subject, ...]]
    subject_starts: frozenset[str]
    goldstein: Mapping[str, float]
    digest: str

    def verb_entries(self, lemma: str, particle: str) -> tuple[Entry, ...]:
        """Entries of a verb, those with its particle first."""
        plain = self.verbs.get(lemma, ())
        return self.verbs.get(f"{lemma} {particle}", ()) + plain if particle else plain

    def noun_entries(self, head: str, modifiers: Iterable[str]) -> tuple[Entry, ...]:
        """Entries of a noun, those that name one of its modifiers first."""
        rows = self.nouns.get(head)
        if not rows:
            return ()
        words = frozenset(modifiers)
        exact = tuple(entry for modifier, entry in rows if modifier and modifier in words)
        return exact + tuple(entry for modifier, entry in rows if not modifier)

    def future(self, category: str) -> Outcome | None:
        """What an act of a category is called while it is still to come."""
        return self.categories[category].future


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships."""
    return lexicon_from(resources.files("detente.data"))


def lexicon_from(folder: Traversable) -> Lexicon:
    """The lexicon in a folder laid out like ``detente/data``.

    Raises:
        LexiconError: an entry is wrong.
    """
    texts = {item.name: item.read_text("utf-8") for item in _toml_files(folder)}
    acts = {item.name: item.read_text("utf-8") for item in _toml_files(folder / "acts")}
    entries = [entry for name, text in acts.items() for entry in tables.act_entries(text, name)]
    operators = tables.operator_entries(texts["operators.toml"], "operators.toml")
    subjects = tables.subjects(texts["off_topic.toml"], "off_topic.toml")
    categories = tables.categories(texts["ontology.toml"], "ontology.toml")
    everything: list[Entry] = [*operators, *entries]
    return Lexicon(
        categories=categories,
        verbs=_by_word(everything, "verbs"),
        nouns=_by_head(everything),
        adjectives=_by_word(everything, "adjectives"),
        operators={operator.id: operator for operator in operators},
        implicit=tables.parsed_toml(texts["operators.toml"], "operators.toml")["implicit"],
        modes=_cues(tables.mode_cues(texts["modes.toml"], "modes.toml")),
        speech=tables.speech(texts["speech.toml"], "speech.toml"),
        light=tables.light_verbs(texts["light_verbs.toml"], "light_verbs.toml"),
        contexts=tables.contexts(texts["contexts.toml"], "contexts.toml"),
        counts=tables.word_sets(texts["counts.toml"], "counts.toml", "verbs"),
        numbers=tables.parsed_toml(texts["counts.toml"], "counts.toml")["numbers"],
        subjects=subjects,
        subject_words=_subject_words(subjects),
        subject_starts=_subject_starts(subjects),
        goldstein=_goldstein((folder / "goldstein.csv").read_text("utf-8")),
        digest=_digest([*texts.values(), *acts.values()]),
    )


def _toml_files(folder: Traversable) -> Iterator[Traversable]:
    yield from sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")),
        key=lambda item: item.name,
    )


def _by_word(entries: Iterable[Entry], part: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in getattr(entry, part):
            found[word].append(entry)
    return {word: tuple(sorted(rows, key=_generality)) for word, rows in found.items()}


def _by_head(entries: Iterable[Entry]) -> dict[str, tuple[tuple[str, Entry], ...]]:
    found: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in entries:
        for noun in entry.nouns:
            modifier, _, head = noun.rpartition(" ")
            found[head].append((modifier, entry))
    return {
        head: tuple(sorted(rows, key=lambda row: not getattr(row[1], "noun_needs", ())))
        for head, rows in found.items()
    }


def _generality(entry: Entry) -> int:
    """Entries that demand more come first."""
    return 0 if entry.needs else 1


def _cues(cues: Iterable[ModeCue]) -> dict[str, tuple[ModeCue, ...]]:
    found: dict[str, list[ModeCue]] = defaultdict(list)
    for cue in cues:
        found[cue.category].append(cue)
    return {category: tuple(rows) for category, rows in found.items()}


def _subject_words(subjects: Iterable[Subject]) -> dict[str, tuple[Subject, ...]]:
    found: dict[str, tuple[Subject, ...]] = {}
    for subject in subjects:
        for word in subject.words:
            found[word] = (*found.get(word, ()), subject)
    return found


def _subject_starts(subjects: Iterable[Subject]) -> frozenset[str]:
    rows = (word.partition(" ") for subject in subjects for word in subject.words)
    return frozenset(first for first, _, rest in rows if rest)


def _goldstein(text: str) -> dict[str, float]:
    rows = (line.split(",") for line in text.splitlines()[1:] if line)
    return {code: float(value) for code, value in rows}


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]
