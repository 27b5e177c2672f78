"""Sentences that belong to sport, business results, weather, the arts or history lessons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from detente.lexicon import Lexicon, Subject
from detente.records import Document

_WORD = re.compile(r"[\w'’-]+")
_HUNDRED = 100


def off_topic(document: Document, lexicon: Lexicon) -> dict[int, str]:
    """Numbers of the sentences that are off topic, with the subject they belong to."""
    counts = [
        _subjects(sentence.span.of(document.text), lexicon) for sentence in document.sentences
    ]
    words = max(len(_WORD.findall(document.text)), 1)
    found: dict[int, str] = {}
    for subject in lexicon.subjects:
        total = sum(count[subject.name] for count in counts)
        whole = total >= subject.sentence and total * _HUNDRED / words >= subject.share
        for number, count in enumerate(counts):
            if whole or count[subject.name] >= subject.sentence:
                found.setdefault(number, subject.name)
    return found


def _subjects(text: str, lexicon: Lexicon) -> Counter[str]:
    """How many words of each subject a sentence has, each counted once."""
    return Counter(subject.name for word in set(_terms(text)) for subject in _named(word, lexicon))


def _named(word: str, lexicon: Lexicon) -> tuple[Subject, ...]:
    return lexicon.subject_words.get(word, ())


def _terms(text: str) -> Iterator[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    for index, word in enumerate(words):
        yield word
        yield word.removesuffix("s")
        yield " ".join(words[index : index + 2])
        yield " ".join(words[index : index + 3])
