"""Sentences that belong to sport, business results, weather, the arts or history lessons."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from detente.lexicon import Lexicon, Subject
from detente.records import Document

_WORD = re.compile(r"[\w'’-]+")
# a number is a year where nothing follows that it could count
_LONG_AGO = re.compile(r"\b1[0-8]\d\d\b(?=[.,;:)]|\s+(?:the|a|an)\s)")
_OLD_YEAR = "oldyear"
_HUNDRED = 100
_MANY = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence off topic.

    Args:
        subject: what it belongs to.
        whole: whether the whole report does.
    """

    subject: Subject
    whole: bool

    def silences(self, category: str, word: str) -> bool:
        """Whether an act told in the sentence is no event.

        Args:
            category: PLOVER category of the act.
            word: base form of the word that tells it.
        """
        return (
            self.whole
            or category not in self.subject.serious
            or word.lower() in self.subject.shared
        )


def off_topic(document: Document, lexicon: Lexicon) -> dict[int, Aside]:
    """Numbers of the sentences that are off topic, with the subject they belong to."""
    counts = [
        _subjects(sentence.span.of(document.text), lexicon) for sentence in document.sentences
    ]
    found: dict[int, Aside] = {}
    for subject in lexicon.subjects:
        total = sum(count[subject.name] for count in counts)
        whole = total >= _MANY * subject.sentence and _share(total, document.text) >= subject.share
        for number, count in enumerate(counts):
            if whole or count[subject.name] >= subject.sentence:
                found.setdefault(number, Aside(subject, whole))
    return found


def _share(count: int, text: str) -> float:
    """So many words of a text, in per cent of them all."""
    return count * _HUNDRED / max(len(_WORD.findall(text)), 1)


def _subjects(text: str, lexicon: Lexicon) -> Counter[str]:
    """How many words of each subject a sentence has, each counted once, telling ones as enough."""
    known = lexicon.subject_words
    counts: Counter[str] = Counter()
    for word in _terms(text, lexicon.subject_starts) & known.keys():
        for subject in known[word]:
            counts[subject.name] += subject.sentence if word in subject.alone else 1
    return counts


def _terms(text: str, starts: frozenset[str]) -> set[str]:
    """The words of a text, without the "s" of a plural as well, and two and three from a start."""
    words = [word.lower() for word in _WORD.findall(_LONG_AGO.sub(_OLD_YEAR, text))]
    found = {word.removesuffix("s") for word in words}
    found.update(words)
    for place, word in enumerate(words):
        if word in starts:
            found.add(" ".join(words[place : place + 2]))
            found.add(" ".join(words[place : place + 3]))
    return found
