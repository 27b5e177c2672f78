"""Figures on our own corpus: its test reports, and the direction of its marked pairs."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from shared import ROOT

sys.path.insert(0, str(ROOT))

from corpus.agreement import compared
from corpus.collection import ACTORS, Split, article_of, described, sheet
from corpus.relations import Pair, pairs_on_file

from detente import Coder, Event, Settings
from detente.evaluate import ComparedEvent, Level, matched, scored
from detente.lexicon import registry_with

_BINS = 10


def own_figures(settings: Settings) -> dict[str, float]:
    """Figures on the test part of the corpus, and how well confidence tells what is right.

    Args:
        settings: how to code.
    """
    coder = Coder(settings, registry=registry_with(ACTORS))
    names = [row.id for row in described(Split.TEST)]
    codings = {name: coder.code(article_of(name)) for name in names}
    reference = {name: [compared(event) for event in sheet(name)] for name in names}
    coded = {name: [ComparedEvent.of(event) for event in codings[name]] for name in names}
    found = scored(reference, coded)
    judged = [
        item for name in names for item in _judged(codings[name], reference[name], coded[name])
    ]
    full = found.full.counts
    return {
        "own_f1": full.f1,
        "own_precision": full.precision,
        "own_recall": full.recall,
        "own_type_f1": found.type.counts.f1,
        "own_calibration": calibration_error(judged),
        "own_turned": turned(coder, directed(pairs_on_file(Split.TEST))),
    }


def _judged(
    events: Sequence[Event], reference: Sequence[ComparedEvent], coded: Sequence[ComparedEvent]
) -> Iterator[tuple[float, bool]]:
    """The confidence of each event of a report, and whether the reference has it."""
    right = {place for _, place in matched(reference, coded, Level.FULL)}
    return ((event.confidence, place in right) for place, event in enumerate(events))


def calibration_error(judged: Iterable[tuple[float, bool]]) -> float:
    """How far confidence is from the share that is right: the expected calibration error.

    Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
    Binning", AAAI 2015, over ten bins of equal width.

    Args:
        judged: confidence and whether it was right.
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    total = sum(len(items) for items in bins.values())
    gaps = (
        abs(sum(confidence for confidence, _ in items) - sum(right for _, right in items))
        for items in bins.values()
    )
    return sum(gaps) / max(1, total)


def directed(found: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of which the first does something to the second, and the second nothing to it."""
    sentences: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in found:
        sentences[pair.report, pair.start].append(pair)
    for group in sentences.values():
        busy = {(pair.actor, pair.recipient) for pair in group if pair.categories}
        yield from (
            pair for pair in group if pair.categories and (pair.recipient, pair.actor) not in busy
        )


def turned(coder: Coder, found: Iterable[Pair]) -> float:
    """The share of pairs for which the answer changes when the marks are swapped.

    Pairs for which there is no answer either way count as not changed.
    """
    changed = [
        coder.relate(pair.text, pair.actor, pair.recipient).event
        != coder.relate(pair.text, pair.recipient, pair.actor).event
        for pair in found
    ]
    return sum(changed) / max(1, len(changed))
