"""A report cut into passages that the network reads at once, with markers in place of names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.learned.mentions import Mention, Name
from detente.learned.vocabulary import PARTIES_AT_MOST, Vocabulary
from detente.records import Document, Sentence, Span

_WORD = re.compile(r"\w+(?:[’']\w+)?|[^\w\s]")
# pieces a passage is filled to, those it may hold with its context, and those of a long sentence
_LONGEST = 330
_FULL = 400
_HARDEST = 500
_SLACK = 10
# sentences before a passage that are read again with it, so that its first ones have a context
_OVERLAP = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the network judges.

    Args:
        span: its characters.
        sentence: index of its sentence.
        position: place of its first piece in the passage.
    """

    span: Span
    sentence: int
    position: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mention stands in a passage.

    Args:
        mention: the mention.
        position: place of its last piece in the passage.
    """

    mention: Mention
    position: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What the network reads at once.

    Args:
        pieces: the numbers of its pieces.
        parties: of each piece, the number of the state that a mention ending there is of, counted
            from 1 in the order of the passage; 0 for a piece of none.
        words: its words in order.
        marks: the marks of its mentions in order.
        first: index of the first sentence that is judged; those before are context.
    """

    pieces: tuple[int, ...]
    parties: tuple[int, ...]
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    first: int

    def judges(self, word: Word) -> bool:
        """Whether a word is this passage's to judge, and no context of it."""
        return word.sentence >= self.first


@dataclass(frozen=True, slots=True)
class _Token:
    """A word's pieces, or the mention that ends there."""

    pieces: tuple[int, ...]
    span: Span
    mention: Mention | None = None


def passages(
    document: Document, found: Sequence[Mention], hidden: Sequence[Name], vocabulary: Vocabulary
) -> Iterator[Passage]:
    """The passages of a document, in its order; of a sentence too long for one, the beginning.

    Args:
        document: the parsed text.
        found: its mentions, in the order of their ends.
        hidden: its names, in order, none overlapping another.
        vocabulary: the numbers of words and markers.
    """
    sentences = [
        tuple(_tokens(document.text, sentence, found, hidden, vocabulary))
        for sentence in document.sentences
    ]
    sizes = [sum(len(token.pieces) or 1 for token in tokens) for tokens in sentences]
    start = 0
    while start < len(sentences):
        end = _end(sizes, start)
        context = max(0, start - _OVERLAP)
        if sum(sizes[context:end]) > _FULL:
            context = start
        yield _passage(sentences, range(context, end), start, vocabulary)
        start = end


def _end(sizes: Sequence[int], start: int) -> int:
    """The sentence before which a passage ends, so that those that are left are of like length."""
    left = sum(sizes[start:])
    goal = left / math.ceil(left / _LONGEST) if left else 0
    end, size = start + 1, sizes[start]
    while end < len(sizes) and size < goal and size + sizes[end] <= _LONGEST:
        size += sizes[end]
        end += 1
    return end


def _tokens(
    text: str,
    sentence: Sentence,
    found: Sequence[Mention],
    hidden: Sequence[Name],
    vocabulary: Vocabulary,
) -> Iterator[_Token]:
    span = sentence.span
    names = iter([name for name in hidden if name.span.overlaps(span)])
    ends = [mention for mention in found if span.start < mention.end <= span.end]
    name, last, done = next(names, None), None, 0
    for match in _WORD.finditer(text, span.start, span.end):
        while name is not None and name.span.end <= match.start():
            name = next(names, None)
        if name is None or name.span.start >= match.end():
            yield _Token(vocabulary.pieces(match.group()), Span(*match.span()))
        elif name is not last:
            yield _Token((vocabulary.kind(name.kind),), name.span)
            last = name
        while done < len(ends) and ends[done].end <= match.end():
            yield _Token((), Span(*match.span()), ends[done])
            done += 1


def _passage(
    sentences: Sequence[tuple[_Token, ...]], rows: range, first: int, vocabulary: Vocabulary
) -> Passage:
    pieces = [vocabulary.first]
    words: list[Word] = []
    marks: list[Mark] = []
    for row in rows:
        for token in sentences[row]:
            if len(pieces) > _HARDEST:
                break
            if token.mention is None:
                words.append(Word(token.span, row, len(pieces)))
                pieces += token.pieces
            else:
                marks.append(Mark(token.mention, len(pieces) - 1))
    pieces = pieces[: _HARDEST + _SLACK]
    return Passage(
        (*pieces, vocabulary.last),
        _numbers(marks, len(pieces) + 1),
        tuple(words),
        tuple(marks),
        first,
    )


def _numbers(marks: Sequence[Mark], pieces: int) -> tuple[int, ...]:
    """For each piece the number of the state named there; of several, the first."""
    places: dict[str, int] = {}
    found = [0] * pieces
    for mark in marks:
        place = places.setdefault(mark.mention.party.code, len(places) + 1)
        if not found[mark.position]:
            found[mark.position] = min(place, PARTIES_AT_MOST)
    return tuple(found)
