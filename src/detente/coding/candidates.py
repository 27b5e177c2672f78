"""Acts that a report may tell: those the grammar composes, and those the network alone sees."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.coding.acts import Act
from detente.coding.composition import Composer
from detente.coding.reading import Reading
from detente.records import Clause, Opinion, Party, PartyOpinion, Phrase, Span, Status

_LEAST, _MOST = 0.01, 0.99
_TAKES_PART = 0.5
_LIKELIEST = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act with what speaks for it.

    Args:
        act: the act.
        opinion: what the network takes its word for; None where it sees no such act there.
        grammar: whether the grammar composed it.
        signs: what speaks for and against it, by name.
    """

    act: Act
    opinion: Opinion | None
    grammar: bool
    signs: dict[str, float]


class Candidates:
    """The candidates of one report.

    Args:
        reading: its linked document.
        opinions: what the network takes its words for.
        composer: which has composed its acts.
    """

    def __init__(self, reading: Reading, opinions: Sequence[Opinion], composer: Composer) -> None:
        self._reading = reading
        self._opinions = opinions
        self._composer = composer
        self._clauses = {clause.span.start: clause for clause in reading.document.clauses}
        self._heads = {phrase.head_span.start: phrase for phrase in reading.document.phrases}

    def all(self, acts: Iterable[Act]) -> Iterator[Candidate]:
        """The acts of the grammar, then those that the network sees beside them."""
        composed = list(acts)
        for act in composed:
            yield self._of_grammar(act)
        for opinion in self._opinions:
            yield self._of_network(opinion, composed)

    def _of_grammar(self, act: Act) -> Candidate:
        alike = [item for item in self._opinions if item.category == act.category]
        at = [item for item in alike if self._is_at(item, act)]
        near = [item for item in alike if item.sentence == act.sentence]
        best = max(at or near, key=lambda item: item.probability, default=None)
        others = [
            item.probability
            for item in self._opinions
            if item.category != act.category and self._is_at(item, act)
        ]
        signs = {
            "one": 1.0,
            "told here": _logit(max((item.probability for item in at), default=0.0)),
            "told near": _logit(max((item.probability for item in near), default=0.0)),
            "told otherwise": _logit(max(others, default=0.0)),
            "actor": _share(act.actors, best.actors if best else ()),
            "recipient": _share(act.recipients, best.recipients if best else ()),
            "unsaid": sum(not party.entity_text for party in act.parties),
            "nominal": float(act.phrase is not None),
            "operators": float(len(act.operators)),
            "doubt": float(act.status is not Status.ACTUAL),
        }
        return Candidate(act, best, grammar=True, signs=signs)

    def _is_at(self, opinion: Opinion, act: Act) -> bool:
        """Whether an opinion is of a word that carries an act."""
        if any(opinion.word.overlaps(words) for words in act.words):
            return True
        if act.clause is not None and act.phrase is None:
            return self._reading.document.clauses[act.clause].span.overlaps(opinion.word)
        return False

    def _of_network(self, opinion: Opinion, composed: Sequence[Act]) -> Candidate:
        near = [act for act in composed if act.sentence == opinion.sentence]
        here = [act for act in near if self._is_at(opinion, act)]
        act = self._act(opinion)
        codes = {party.code for party in act.parties}
        signs = {
            "one": 1.0,
            "told": _logit(opinion.probability),
            "actor": opinion.actors[0].probability if opinion.actors else 0.0,
            "recipient": opinion.recipients[0].probability if opinion.recipients else 0.0,
            "nobody": float(not act.recipients),
            "same here": float(any(item.category == act.category for item in here)),
            "same near": float(
                any(
                    item.category == act.category
                    and codes <= {party.code for party in item.parties}
                    for item in near
                )
            ),
            "other here": float(any(item.category != act.category for item in here)),
            "nominal": float(act.phrase is not None),
            "doubt": float(act.status is not Status.ACTUAL),
        }
        return Candidate(act, opinion, grammar=False, signs=signs)

    def _act(self, opinion: Opinion) -> Act:
        """The act as the network sees it, in the clause that holds its word."""
        phrase = self._heads.get(opinion.word.start)
        clause = self._clauses.get(opinion.word.start)
        if clause is None and phrase is not None and phrase.clause is not None:
            clause = self._reading.document.clauses[phrase.clause]
        if clause is None:
            clause = self._around(opinion.word, opinion.sentence)
        context = self._composer.context(clause)
        actors = _cast(opinion.actors, opinion)
        recipients = _cast(opinion.recipients, opinion)
        return Act(
            category=opinion.category,
            mode=opinion.mode,
            entry=None,
            actors=actors,
            recipients=recipients,
            status=opinion.status,
            sentence=opinion.sentence,
            clause=clause.index if clause is not None else None,
            phrase=_nominal(phrase, clause, opinion.word),
            words=(opinion.word,),
            sayings=context.sayings,
            trace=(f"the network alone, {opinion.probability:.2f}",),
        )

    def _around(self, word: Span, sentence: int) -> Clause | None:
        """The smallest clause around a word."""
        holding = [
            clause
            for clause in self._reading.document.clauses
            if clause.sentence == sentence and clause.extent.holds(word)
        ]
        return min(
            holding, key=lambda clause: clause.extent.end - clause.extent.start, default=None
        )


def _nominal(phrase: Phrase | None, clause: Clause | None, word: Span) -> int | None:
    if phrase is None or (clause is not None and clause.span.overlaps(word)):
        return None
    return phrase.index


def _cast(opinions: Sequence[PartyOpinion], opinion: Opinion) -> tuple[Party, ...]:
    """Who takes a part: all that likely do, else the likeliest."""
    likely = [item for item in opinions if item.probability >= _TAKES_PART]
    if not likely:
        likely = [item for item in opinions[:1] if item.probability >= _LIKELIEST]
    return tuple(_shown(item, opinion) for item in likely)


def _shown(item: PartyOpinion, opinion: Opinion) -> Party:
    """A party with its words, which are left out where they are of another sentence."""
    party = item.party
    reason = f"{party.reason}; the network, {item.probability:.2f}"
    if item.sentence == opinion.sentence:
        return replace(party, reason=reason)
    start = opinion.word.start
    return replace(party, entity_text="", start=start, end=start, reason=reason)


def _share(parties: Sequence[Party], opinions: Sequence[PartyOpinion]) -> float:
    """How likely the network finds some parties in their part; where there are none, that nobody is."""
    shares = {item.party.code: item.probability for item in opinions}
    if not parties:
        return 1 - max(shares.values(), default=0.0)
    return max(shares.get(party.code, 0.0) for party in parties)


def _logit(probability: float) -> float:
    held = min(max(probability, _LEAST), _MOST)
    return math.log(held / (1 - held))
