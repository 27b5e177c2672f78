"""The frozen dataclasses that cross the stages: from the article to the ledger."""

from detente.records.article import Article, Reject
from detente.records.claim import Claim
from detente.records.contact import Contact, Level
from detente.records.correction import Correction, Verdict
from detente.records.event import (
    Attribution,
    Citation,
    Event,
    Location,
    Size,
    TextSpan,
)
from detente.records.happening import (
    Assertion,
    Casualties,
    Counts,
    Happening,
    Stance,
    Telling,
    dyad,
    dyads_of,
)
from detente.records.linked import LinkedDocument
from detente.records.opinion import Opinion, PartyOpinion
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
    "Assertion",
    "Attribution",
    "Casualties",
    "Citation",
    "Claim",
    "Clause",
    "ClauseForm",
    "ClauseLink",
    "Contact",
    "Correction",
    "Counts",
    "DateBasis",
    "DateSpan",
    "Document",
    "Event",
    "Happening",
    "Level",
    "LinkedDocument",
    "Location",
    "Modifier",
    "Opinion",
    "Party",
    "PartyOpinion",
    "Phrase",
    "PhraseKind",
    "Quotation",
    "Reject",
    "Role",
    "Sentence",
    "Size",
    "Span",
    "Stance",
    "Status",
    "Telling",
    "Tense",
    "TextSpan",
    "Verdict",
    "dyad",
    "dyads_of",
]
