"""What one marked phrase of a sentence does to another: the coder asked about a given pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from detente.coding.acts import Act
from detente.coding.composition import Composer
from detente.coding.modes import mode_of
from detente.coding.reading import Reading
from detente.errors import ArticleError
from detente.lexicon import Lexicon
from detente.records import LinkedDocument, Opinion, Party, Phrase, Span, Status

_FIRST, _SECOND = "<actor>", "<recipient>"
# categories whose parties may all stand among the actors
_MUTUAL = frozenset(("CONSULT", "AGREE"))
# what the grammar's confidence counts beside the network's
_GRAMMAR_SHARE = 1.5
_LEAST = 0.15


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


def related(
    linked: LinkedDocument,
    lexicon: Lexicon,
    actor: Span,
    recipient: Span,
    judge: Callable[[LinkedDocument], Sequence[Opinion]] | None = None,
) -> Relation:
    """The relation of two marked phrases.

    Args:
        linked: the sentence.
        lexicon: what words mean.
        actor: characters of the first mark.
        recipient: characters of the second.
        judge: what the network takes the words of a document for; None to go by the grammar alone.

    Raises:
        ArticleError: a mark lies outside the text.
    """
    size = len(linked.document.text)
    for mark in (actor, recipient):
        if not 0 <= mark.start < mark.end <= size:
            raise ArticleError(
                f"mark {mark.start}-{mark.end} lies outside the text of {size} characters"
            )
    marked = _marked(linked, actor, recipient)
    reading = Reading(marked, lexicon.speech.carriers)
    acts = Composer(reading, lexicon, keeps_partyless=True).acts()
    found = _candidates(acts) or _nearest(acts, actor, recipient)
    if judge is not None:
        return _joined(found, judge(marked), reading, lexicon)
    best = max(found, key=lambda candidate: candidate.confidence, default=None)
    if best is None:
        return Relation(None, None, None, 0.5, "no act links the two")
    return _relation(best, best.confidence, reading, lexicon)


def _relation(best: _Candidate, confidence: float, reading: Reading, lexicon: Lexicon) -> Relation:
    mode = mode_of(best.act, reading, lexicon)
    return Relation(best.act.category, mode, best.act.status, confidence, best.reason)


def _joined(
    found: Sequence[_Candidate],
    opinions: Sequence[Opinion],
    reading: Reading,
    lexicon: Lexicon,
) -> Relation:
    """What the two opinions together take the relation for."""
    composed = {item.act.category: item for item in sorted(found, key=lambda item: item.confidence)}
    seen: dict[str, tuple[float, Opinion]] = {}
    for opinion in opinions:
        chance = _chance(opinion)
        if chance > seen.get(opinion.category, (0.0, opinion))[0]:
            seen[opinion.category] = (chance, opinion)
    sums = {
        category: seen[category][0] if category in seen else 0.0 for category in (*composed, *seen)
    }
    for category, item in composed.items():
        sums[category] += _GRAMMAR_SHARE * item.confidence
    best = max(sums, key=lambda category: sums[category], default=None)
    if best is None or sums[best] < _LEAST:
        return Relation(None, None, None, 0.5, "no act links the two")
    confidence = round(min(sums[best] / (1 + _GRAMMAR_SHARE), 0.99), 3)
    if best in composed:
        return _relation(composed[best], confidence, reading, lexicon)
    _, opinion = seen[best]
    return Relation(best, opinion.mode, opinion.status, confidence, "the network alone")


def _chance(opinion: Opinion) -> float:
    """How likely the first of the two acts so on the second, or in a mutual act with it."""
    chance = opinion.chance(_FIRST, _SECOND)
    if opinion.category not in _MUTUAL:
        return chance
    both = opinion.chance(_FIRST, None) * opinion.chance(_SECOND, None) / opinion.probability
    return max(chance, opinion.chance(_SECOND, _FIRST), both)


def _marked(linked: LinkedDocument, actor: Span, recipient: Span) -> LinkedDocument:
    """The document with the marked phrases standing for the two, whoever they were."""
    parties: dict[int, tuple[Party, ...]] = {}
    modifiers: dict[int, tuple[Party, ...]] = {}
    text = linked.document.text
    marks = ((_FIRST, actor), (_SECOND, recipient))
    for phrase in linked.document.phrases:
        known = linked.parties.get(phrase.index) or linked.modifiers.get(phrase.index, ())
        for code, mark in marks:
            if mark.holds(phrase.head_span):
                parties[phrase.index] = (_party(code, mark, text, known),)
                break
            if _names_within(phrase, mark):
                modifiers[phrase.index] = (
                    *modifiers.get(phrase.index, ()),
                    _party(code, mark, text, known),
                )
        else:
            kept = linked.parties.get(phrase.index)
            if kept:
                parties[phrase.index] = kept
    return replace(linked, parties=parties, modifiers={**linked.modifiers, **modifiers})


def _names_within(phrase: Phrase, mark: Span) -> bool:
    return any(mark.holds(modifier.span) for modifier in phrase.modifiers)


def _party(code: str, mark: Span, text: str, known: Sequence[Party]) -> Party:
    """The party of a mark, of the kind that the link stage took its words for."""
    words = mark.of(text)
    sector = known[0].sector if known else "UNK"
    state = known[0].identifier_id if known else None
    return Party(code, sector, words, words, state or code, None, mark.start, mark.end)


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
