"""Weighs the grammar against the network, on the reports that the network was not trained on.

python -m training.joining
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from corpus.agreement import compared
from corpus.collection import ACTORS, Split, article_of, described, sheet

from detente.coding import Candidate, Judgement, Stamp, coded, judged
from detente.evaluate import ComparedEvent, Evaluation, Level, scored, similarity
from detente.learned import Judge, default_network
from detente.lexicon import Joining, Weights, default_lexicon, registry_with
from detente.pipeline import Coder
from detente.records import Article, LinkedDocument, Opinion
from detente.settings import CoderKind, Settings

WEIGHTS = Path("src/detente/data/learned/joining.toml")
_STAMP = Stamp("", "", date(2000, 1, 1))
_STIFFNESS = 1.0
_STEPS = 60


# chosen on the development articles, in which acts are as rare as in the news
LEAST = (0.02, 0.45)
RARER = 1.4
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Case:
    """A report with all that is known of it.

    Args:
        article: the report.
        linked: its linked document.
        opinions: what the network takes its words for.
        reference: its events by the reference.
    """

    article: Article
    linked: LinkedDocument
    opinions: tuple[Opinion, ...]
    reference: list[ComparedEvent]


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate with whether the reference has it.

    Args:
        candidate: the candidate.
        told: whether the reference has an event of its category in its sentence.
        right: whether one of its events matches it, parties and all.
    """

    candidate: Candidate
    told: bool
    right: bool


def cases(split: Split) -> list[Case]:
    """The reports of a split.

    Args:
        split: which part of the corpus.
    """
    coder = Coder(Settings(coder=CoderKind.GRAMMAR), registry=registry_with(ACTORS))
    judge = Judge(default_network(), default_lexicon().speech.days)
    articles = [article_of(row.id) for row in described(split)]
    return [
        Case(
            article, linked, judge.opinions(linked), [compared(item) for item in sheet(article.id)]
        )
        for article, linked in zip(articles, coder.linked_many(articles), strict=True)
    ]


def tried(case: Case) -> Iterator[Tried]:
    """All candidates of a report."""
    found = judged(case.article, case.linked, default_lexicon(), _STAMP, case.opinions)
    for candidate, event in found:
        told = any(
            other.category == event.category
            and other.evidence is not None
            and other.evidence.overlaps(event.sentence_span)
            for other in case.reference
        )
        yield Tried(candidate, told, told and _is_right(ComparedEvent.of(event), case.reference))


def _is_right(event: ComparedEvent, reference: Iterable[ComparedEvent]) -> bool:
    return any(similarity(other, event, Level.FULL) for other in reference)


def fitted(table: Sequence[Mapping[str, float]], right: Sequence[bool]) -> dict[str, float]:
    """The weights of a logistic regression, by Newton's method with a little stiffness.

    Args:
        table: the signs of each case.
        right: whether it is right.
    """
    names = sorted({name for row in table for name in row})
    signs = np.array([[row[name] for name in names] for row in table])
    wanted = np.array([float(item) for item in right])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        found = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (wanted - found) - _STIFFNESS * weights
        bend = (signs * (found * (1 - found))[:, None]).T @ signs + _STIFFNESS * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights += step
        if math.sqrt(float(step @ step)) < _CLOSE:
            break
    return dict(zip(names, (round(float(weight), 3) for weight in weights), strict=True))


def weighed(kind: Sequence[Tried]) -> Weights:
    """The weights for the candidates of one kind."""
    told = [item for item in kind if item.told]
    return Weights(
        fitted([item.candidate.signs for item in kind], [item.told for item in kind]),
        fitted([item.candidate.signs for item in told], [item.right for item in told]),
    )


def joined(found: Sequence[Case]) -> Joining:
    """The weights that code some reports best; the limits are chosen, see ``LEAST``."""
    candidates = [item for case in found for item in tried(case)]
    grammar = weighed([item for item in candidates if item.candidate.grammar])
    network = weighed([item for item in candidates if not item.candidate.grammar])
    return Joining(grammar, network, *LEAST, RARER)


def evaluated(found: Iterable[Case], joining: Joining) -> Evaluation:
    """The coding of some reports with given weights, against their reference."""
    kept = list(found)
    coding = {case.article.id: list(_events(case, joining)) for case in kept}
    return scored({case.article.id: case.reference for case in kept}, coding)


def _events(case: Case, joining: Joining) -> Iterator[ComparedEvent]:
    judgement = Judgement(case.opinions, joining)
    for event in coded(case.article, case.linked, default_lexicon(), _STAMP, judgement).events:
        yield ComparedEvent.of(event)


def as_toml(joining: Joining) -> str:
    """Weights as the file that ships."""
    least = {"grammar": joining.least_grammar, "network": joining.least_network}
    parts = {
        "least": least,
        "grammar.told": joining.grammar.told,
        "grammar.parties": joining.grammar.parties,
        "network.told": joining.network.told,
        "network.parties": joining.network.parties,
    }
    lines = ["# Weights of logistic regressions; written by training/joining.py.", ""]
    lines += [f"rarer = {joining.rarer}", ""]
    for name, values in parts.items():
        lines += [f"[{name}]", *(f'"{sign}" = {value}' for sign, value in values.items()), ""]
    return "\n".join(lines)


def main() -> None:
    """Fits the weights on the validation part and writes them."""
    found = cases(Split.VALIDATION)
    joining = joined(found)
    counts = evaluated(found, joining).full.counts
    WEIGHTS.write_text(as_toml(joining), "utf-8")
    print(f"precision {counts.precision:.3f}, recall {counts.recall:.3f}, F1 {counts.f1:.3f}")


if __name__ == "__main__":
    main()
