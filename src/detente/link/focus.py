"""Who has been spoken of before a phrase, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.link.draft import Draft, Kind
from detente.records import ClauseLink, Party, Phrase, PhraseKind, Role

_SENTENCES_BACK = 4
_SUBJECT, _OBJECT, _NAME, _SENTENCE, _QUOTED, _BURIED = 0.9, 0.5, 0.25, 1.0, 0.8, 0.35
# more than any phrase of an earlier sentence has, but for what each sentence between takes off
_HIGHEST = 1.2
# the same pronoun twice in a sentence mostly means the same
_AGAIN = 0.6
# parties of a relative clause are less in focus than those of the clause around it
_ASIDE = 0.3
_ASIDES = frozenset((ClauseLink.RELATIVE, ClauseLink.PARTICIPIAL))
_OBJECTS = frozenset((Role.OBJECT, Role.INDIRECT))


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A phrase that a later one may point back to.

    Args:
        phrase: its index.
        parties: whom it stands for, with those coordinated with it.
        kind: what they are.
        score: how near at hand it is.
    """

    phrase: int
    parties: tuple[Party, ...]
    kind: Kind | None
    score: float


def before(draft: Draft, phrase: Phrase, sentences: int = _SENTENCES_BACK) -> Iterator[Antecedent]:
    """Phrases that stand for somebody, from a phrase backwards.

    Args:
        draft: the document.
        phrase: the phrase that points back.
        sentences: how many sentences back at most.
    """
    for index in range(phrase.index - 1, -1, -1):
        record = draft.phrase(index)
        distance = phrase.sentence - record.sentence
        if distance > sentences:
            return
        parties = draft.parties.get(index)
        if parties:
            yield Antecedent(
                index, parties, draft.kinds.get(index), _score(draft, phrase, record, distance)
            )


def best(
    draft: Draft,
    phrase: Phrase,
    fits: Callable[[Antecedent], bool],
    sentences: int = _SENTENCES_BACK,
) -> Antecedent | None:
    """The likeliest of the phrases before one that fit; of equals the nearer."""
    found: Antecedent | None = None
    for index in range(phrase.index - 1, -1, -1):
        record = draft.phrase(index)
        distance = phrase.sentence - record.sentence
        if distance > sentences or (found and distance and found.score > _HIGHEST - distance):
            break
        parties = draft.parties.get(index)
        if not parties:
            continue
        score = _score(draft, phrase, record, distance)
        if found is None or score > found.score:
            candidate = Antecedent(index, parties, draft.kinds.get(index), score)
            found = candidate if fits(candidate) else found
    return found


def _score(draft: Draft, phrase: Phrase, record: Phrase, distance: int) -> float:
    setting = draft.settings[record.index]
    score = -_SENTENCE * distance
    own = draft.settings[phrase.index]
    alike = own.subjectlike or own.role is None
    if setting.subjectlike:
        score += _SUBJECT if alike else _OBJECT
    elif setting.role in _OBJECTS and not alike:
        score += _OBJECT
    if record.kind is PhraseKind.NAME:
        score += _NAME
    elif record.kind is PhraseKind.PRONOUN and record.sentence == phrase.sentence:
        score += _AGAIN if record.head.lower() == phrase.head.lower() else 0.0
    if setting.holder is not None or setting.owned is not None:
        score -= _BURIED
    if setting.clause is not None and setting.clause != own.clause:
        score -= _ASIDE if draft.document.clauses[setting.clause].link in _ASIDES else 0.0
    if draft.quoted.get(record.index) != draft.quoted.get(phrase.index):
        score -= _QUOTED if record.index in draft.quoted else 0.0
    return score


def competitor(draft: Draft, phrase: Phrase, against: Antecedent | None, *, plural: bool) -> bool:
    """Whether a thing that is no party is likelier to be meant by a pronoun than a candidate."""
    floor = against.score if against else -_SENTENCE - _SUBJECT
    for index in range(phrase.index - 1, -1, -1):
        record = draft.phrase(index)
        distance = phrase.sentence - record.sentence
        if distance > 1:
            return False
        if (
            record.plural is not plural
            or index in draft.parties
            or record.kind is not PhraseKind.NOUN
        ):
            continue
        if (
            index in draft.places
            or draft.settings[index].clause == draft.settings[phrase.index].clause
        ):
            continue
        if _score(draft, phrase, record, distance) + _NAME > floor:
            return True
    return False
