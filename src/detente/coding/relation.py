"""What one marked phrase of a sentence does to another: the coder asked about a given pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.coding.acts import Act
from detente.coding.composition import Composer
from detente.coding.modes import mode_of
from detente.coding.reading import Reading
from detente.errors import ArticleError
from detente.lexicon import Lexicon
from detente.records import LinkedDocument, Party, Phrase, Span, Status

_FIRST, _SECOND = "<actor>", "<recipient>"


@dataclass(frozen=True, slots=True)
class Relation:
    """What the first of two parties does to the second.

    Args:
        event: PLOVER category, or None where nothing is told between them.
        mode: PLOVER mode, or None.
        status: whether it took place, or None where there is no event.
        confidence: 0 to 1.
        reason: how it was found.
    """

    event: str | None
    mode: str | None
    status: Status | None
    confidence: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    act: Act
    confidence: float
    reason: str


def related(linked: LinkedDocument, lexicon: Lexicon, actor: Span, recipient: Span) -> Relation:
    """The relation of two marked phrases.

    Args:
        linked: the sentence.
        lexicon: what words mean.
        actor: characters of the first mark.
        recipient: characters of the second.

    Raises:
        ArticleError: a mark lies outside the text.
    """
    size = len(linked.document.text)
    for mark in (actor, recipient):
        if not 0 <= mark.start < mark.end <= size:
            raise ArticleError(
                f"mark {mark.start}-{mark.end} lies outside the text of {size} characters"
            )
    reading = Reading(_marked(linked, actor, recipient), lexicon.speech.carriers)
    acts = Composer(reading, lexicon, keeps_partyless=True).acts()
    found = _candidates(acts) or _nearest(acts, actor, recipient)
    best = max(found, key=lambda candidate: candidate.confidence, default=None)
    if best is None:
        return Relation(None, None, None, 0.5, "no act links the two")
    mode = mode_of(best.act, reading, lexicon)
    return Relation(best.act.category, mode, best.act.status, best.confidence, best.reason)


def _marked(linked: LinkedDocument, actor: Span, recipient: Span) -> LinkedDocument:
    """The document with the marked phrases standing for the two, whoever they were."""
    parties: dict[int, tuple[Party, ...]] = {}
    modifiers: dict[int, tuple[Party, ...]] = {}
    text = linked.document.text
    marks = ((_FIRST, actor), (_SECOND, recipient))
    for phrase in linked.document.phrases:
        for code, mark in marks:
            if mark.holds(phrase.head_span):
                parties[phrase.index] = (_party(code, mark, text),)
                break
            if _names_within(phrase, mark):
                modifiers[phrase.index] = (
                    *modifiers.get(phrase.index, ()),
                    _party(code, mark, text),
                )
        else:
            kept = linked.parties.get(phrase.index)
            if kept:
                parties[phrase.index] = kept
    return replace(linked, parties=parties, modifiers={**linked.modifiers, **modifiers})


def _names_within(phrase: Phrase, mark: Span) -> bool:
    return any(mark.holds(modifier.span) for modifier in phrase.modifiers)


def _party(code: str, mark: Span, text: str) -> Party:
    words = mark.of(text)
    return Party(code, "UNK", words, words, code, None, mark.start, mark.end)


def _candidates(acts: Iterable[Act]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for act in acts:
        grade = _grade(act)
        if grade is not None:
            confidence, reason = grade
            doubt = 0.1 * len(act.sayings) * 0.1
            found.append(_Candidate(act, round(confidence - doubt, 3), reason))
    return found


def _nearest(acts: Iterable[Act], actor: Span, recipient: Span) -> list[_Candidate]:
    """Acts whose parties the syntax leaves open, the one nearest to the two marks first."""
    middle = (actor.end + recipient.start) / 2
    return [
        _Candidate(act, 0.3 / (1 + abs(act.words[0].start - middle) / 100), "an act near the two")
        for act in acts
        if act.words and not act.parties
    ]


def _grade(act: Act) -> tuple[float, str] | None:
    actors = {party.code for party in act.actors}
    recipients = {party.code for party in act.recipients}
    if _FIRST in actors and _SECOND in recipients:
        return 0.9, "the first acts on the second"
    if act.reciprocal and {_FIRST, _SECOND} <= actors:
        return 0.85, "the two act on each other"
    if _FIRST in actors and not recipients:
        return 0.6, "the first acts, on nobody named"
    if _FIRST in actors:
        return 0.5, "the first acts on another"
    if _SECOND in recipients and not actors:
        return 0.45, "somebody acts on the second"
    if _SECOND in recipients:
        return 0.4, "another acts on the second"
    return None
