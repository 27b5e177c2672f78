"""A whole coding against a whole reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.evaluate.coded import coded_events
from detente.evaluate.compared import ComparedEvent
from detente.evaluate.matching import Level, matched
from detente.evaluate.reference import reference_events
from detente.evaluate.scores import Comparison, Counts, Hit, LevelScore

Events = Mapping[str, Sequence[ComparedEvent]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good a coding is.

    Args:
        full: category, actor and recipient agree; the figure that counts.
        actor: category and actor agree.
        type: the category agrees.
        uncoded: articles of the reference for which there is no coded event.
        outside: coded events of articles that the reference does not have; they are not counted.
    """

    full: LevelScore
    actor: LevelScore
    type: LevelScore
    uncoded: tuple[str, ...] = ()
    outside: int = 0

    @property
    def levels(self) -> tuple[LevelScore, LevelScore, LevelScore]:
        """The three levels, the strictest first."""
        return (self.full, self.actor, self.type)

    def to_dict(self, *, comparisons: bool = False) -> dict[str, Any]:
        """The figures, ready for ``json.dumps``; shares and scores run from 0 to 1.

        Args:
            comparisons: whether every hit, miss and spurious event comes with them.
        """
        shares = self.full.agreement.shares()
        figures: dict[str, Any] = {
            "articles": len(self.full.comparisons),
            "levels": {str(score.level): _counts_dict(score.counts) for score in self.levels},
            "matched": {
                name: {"rate": share.rate, "right": share.right, "of": share.of}
                for name, share in shares.items()
            },
            "categories": {
                str(name): _counts_dict(counts) for name, counts in self.full.categories.items()
            },
            "uncoded": list(self.uncoded),
            "outside": self.outside,
        }
        if comparisons:
            figures["comparisons"] = [_comparison_dict(item) for item in self.full.comparisons]
        return figures


def evaluation(
    reference_folder: str | Path, coded_path: str | Path, *, only: str = ""
) -> Evaluation:
    """Evaluate a coding.

    Args:
        reference_folder: holds the reference, one ``<article id>.json`` an article.
        coded_path: coded events, one JSON record a line; ``-`` for standard input.
        only: beginning of the ids of the articles to count; empty counts all.

    Raises:
        ReferenceDataError: one of the two cannot be read, or is not in its format.
    """
    return scored(reference_events(Path(reference_folder), only), coded_events(coded_path), only)


def scored(reference: Events, coded: Events, only: str = "") -> Evaluation:
    """Evaluate events that are already read, by article; the arguments are those of ``evaluation``."""
    full, actor, category = (
        LevelScore.of(
            level,
            (
                _compared(article, events, coded.get(article, ()), level)
                for article, events in reference.items()
            ),
        )
        for level in Level
    )
    outside = [
        len(events)
        for article, events in coded.items()
        if article not in reference and article.startswith(only)
    ]
    uncoded = tuple(article for article in reference if not coded.get(article))
    return Evaluation(full, actor, category, uncoded, sum(outside))


def _compared(
    article: str, reference: Sequence[ComparedEvent], coded: Sequence[ComparedEvent], level: Level
) -> Comparison:
    pairs = dict(matched(reference, coded, level))
    taken = set(pairs.values())
    return Comparison(
        article=article,
        hits=tuple(Hit(reference[i], coded[j]) for i, j in sorted(pairs.items())),
        misses=tuple(event for i, event in enumerate(reference) if i not in pairs),
        spurious=tuple(event for j, event in enumerate(coded) if j not in taken),
    )


def _counts_dict(counts: Counts) -> dict[str, int | float]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "hits": counts.hits,
        "reference": counts.reference,
        "coded": counts.coded,
    }


def _comparison_dict(comparison: Comparison) -> dict[str, Any]:
    return {
        "article": comparison.article,
        "hits": [
            {"reference": _event_dict(hit.reference), "coded": _event_dict(hit.coded)}
            for hit in comparison.hits
        ],
        "misses": [_event_dict(event) for event in comparison.misses],
        "spurious": [_event_dict(event) for event in comparison.spurious],
    }


def _event_dict(event: ComparedEvent) -> dict[str, Any]:
    return {
        "category": event.category,
        "mode": event.mode,
        "actors": sorted(event.actors),
        "recipients": sorted(event.recipients),
        "status": event.status,
        "date": list(event.days) if event.days else None,
        "attribution": event.attribution,
        "evidence": [event.evidence.start, event.evidence.end] if event.evidence else None,
        "text": event.text,
    }
