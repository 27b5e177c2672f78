"""The frozen dataclasses that cross the stages: article, syntax, party, date and event."""

from detente.records.article import Article, Reject
from detente.records.event import (
    Attribution,
    Citation,
    Event,
    Location,
    Size,
    TextSpan,
)
from detente.records.linked import LinkedDocument
from detente.records.party import Party
from detente.records.span import DateBasis, DateSpan, Span, Status
from detente.records.syntax import (
    Argument,
    Clause,
    ClauseForm,
    ClauseLink,
    Document,
    Modifier,
    Phrase,
    PhraseKind,
    Quotation,
    Role,
    Sentence,
    Tense,
)

__all__ = [
    "Argument",
    "Article",
    "Attribution",
    "Citation",
    "Clause",
    "ClauseForm",
    "ClauseLink",
    "DateBasis",
    "DateSpan",
    "Document",
    "Event",
    "LinkedDocument",
    "Location",
    "Modifier",
    "Party",
    "Phrase",
    "PhraseKind",
    "Quotation",
    "Reject",
    "Role",
    "Sentence",
    "Size",
    "Span",
    "Status",
    "Tense",
    "TextSpan",
]
