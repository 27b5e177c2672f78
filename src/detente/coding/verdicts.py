"""Which candidates are events: a small model over what the grammar and the network say of each.

How likely words tell an act is set lower by as much as acts are rarer in the news than in the
reports the model was fitted on (Saerens, Latinne and Decaestecker, "Adjusting the Outputs of a
Classifier to New a Priori Probabilities", Neural Computation 14, 2002).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from detente.coding.acts import Act
from detente.coding.candidates import Candidate
from detente.lexicon import Joining


@dataclass(frozen=True, slots=True)
class Verdict:
    """A candidate with how likely it is an event of the report.

    Args:
        candidate: the candidate.
        probability: 0 to 1.
    """

    candidate: Candidate
    probability: float


def verdicts(candidates: Iterable[Candidate], joining: Joining) -> Iterator[Verdict]:
    """How likely each candidate is an event, by the weights of its kind."""
    for candidate in candidates:
        weights = joining.grammar if candidate.grammar else joining.network
        told = _chance(candidate.signs, weights.told, -joining.rarer)
        yield Verdict(candidate, told * _chance(candidate.signs, weights.parties))


def chosen(candidates: Iterable[Candidate], joining: Joining) -> list[Act]:
    """The acts of the candidates that are likely enough, in the order of the text."""
    kept: list[Act] = []
    for verdict in sorted(verdicts(candidates, joining), key=_order):
        candidate = verdict.candidate
        least = joining.least_grammar if candidate.grammar else joining.least_network
        if verdict.probability < least:
            continue
        if not candidate.grammar and any(_tells(act, candidate.act) for act in kept):
            continue
        kept.append(_noted(verdict))
    return sorted(kept, key=lambda act: (act.sentence, act.words[0].start if act.words else 0))


def _order(verdict: Verdict) -> tuple[bool, float]:
    """The grammar's acts first, since they rest on entries; then the likeliest."""
    return not verdict.candidate.grammar, -verdict.probability


def _tells(kept: Act, act: Act) -> bool:
    """Whether an act that is kept tells what the network would tell again."""
    if kept.category != act.category or kept.sentence != act.sentence:
        return False
    if any(mine.overlaps(other) for mine in kept.words for other in act.words):
        return True
    return _codes(kept) == _codes(act) and kept.status is act.status


def _codes(act: Act) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(party.code for party in act.actors),
        frozenset(party.code for party in act.recipients),
    )


def _noted(verdict: Verdict) -> Act:
    candidate = verdict.candidate
    act = replace(candidate.act, likelihood=verdict.probability)
    opinion = candidate.opinion
    if not candidate.grammar:
        return act.noting(f"the grammar sees no {act.category} here")
    if opinion is None:
        return act.noting(f"the network sees no {act.category} here")
    return act.noting(f"the network agrees, {opinion.probability:.2f}")


def _chance(signs: Mapping[str, float], weights: Mapping[str, float], offset: float = 0.0) -> float:
    total = offset + sum(value * weights.get(name, 0.0) for name, value in signs.items())
    return 1 / (1 + math.exp(-total))
