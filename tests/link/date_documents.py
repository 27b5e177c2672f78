"""Documents made by hand: one finite clause to a sentence, so that dates are tested without a model."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from detente.records import (
    Clause,
    ClauseForm,
    Document,
    Phrase,
    PhraseKind,
    Sentence,
    Span,
    Tense,
)

_SENTENCE = re.compile(r"\S.*?[.?!](?=\s+[A-Z]|\s*$)|\S.*\S", re.DOTALL)
TENSES = {
    "past": (Tense.PAST, False),
    "present": (Tense.PRESENT, False),
    "future": (Tense.FUTURE, False),
    "perfect": (Tense.PRESENT, True),
}


def document(text: str, tense: str = "past", predicate: str = "act") -> Document:
    """A document whose every sentence is one clause over all its words."""
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(text)]
    time, perfect = TENSES[tense]
    return Document(
        text=text,
        sentences=tuple(Sentence(index, span) for index, span in enumerate(spans)),
        phrases=(),
        clauses=tuple(
            Clause(
                index=index,
                sentence=index,
                predicate=predicate,
                span=Span(span.start, span.start + 1),
                extent=span,
                form=ClauseForm.FINITE,
                tense=time,
                perfect=perfect,
            )
            for index, span in enumerate(spans)
        ),
    )


def clause(text: str, index: int, verb: str, extent: str, **more: Any) -> Clause:
    """A past clause of the first sentence, by its verb and its words as they stand in the text."""
    start, at = text.index(extent), text.index(verb)
    made = Clause(
        index=index,
        sentence=0,
        predicate=verb,
        span=Span(at, at + len(verb)),
        extent=Span(start, start + len(extent)),
        tense=Tense.PAST,
    )
    return replace(made, **more)


def noun(text: str, index: int, head: str, **more: Any) -> Phrase:
    """A phrase of the first sentence that is its head word alone."""
    span = Span(text.index(head), text.index(head) + len(head))
    made = Phrase(
        index=index,
        sentence=0,
        span=span,
        head=head,
        head_span=span,
        text=head,
        kind=PhraseKind.NOUN,
    )
    return replace(made, **more)
