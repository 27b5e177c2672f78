"""How far two independent codings of the corpus agree, by the measure of ``detente evaluate``.

python -m corpus.agreement
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.collection import Coding, Split, described, sheet, sheet_path
from corpus.sheets import CodedEvent, CodedParty
from detente.evaluate import ComparedEvent, Evaluation, scored
from detente.records import Span


def compared(event: CodedEvent) -> ComparedEvent:
    """An event of a sheet as the evaluation compares it."""
    parties = (*event.actors, *event.recipients)
    return ComparedEvent(
        category=event.category,
        mode=event.mode or None,
        actors=_codes(event.actors),
        recipients=_codes(event.recipients),
        sectors=frozenset((party.code, party.sector) for party in parties),
        status=event.status,
        days=event.days and (event.days[0].isoformat(), event.days[1].isoformat()),
        attribution=event.attribution.code if event.attribution else None,
        evidence=Span(*event.evidence),
    )


def _codes(parties: Iterable[CodedParty]) -> frozenset[str]:
    return frozenset(party.code for party in parties)


def agreement(split: Split | None = None) -> Evaluation:
    """The second coding held against the first, over the reports that have both.

    Args:
        split: only reports of one; None for all.
    """
    names = [row.id for row in described(split) if sheet_path(row.id, Coding.SECOND).exists()]
    first, second = (
        {name: [compared(event) for event in sheet(name, coding)] for name in names}
        for coding in (Coding.FIRST, Coding.SECOND)
    )
    return scored(first, second)


if __name__ == "__main__":
    found = agreement()
    for score in found.levels:
        counts = score.counts
        print(
            f"{score.level}: F1 {counts.f1:.2f} ({counts.hits} of {counts.reference} and {counts.coded})"
        )
    for name, share in found.full.agreement.shares().items():
        print(f"{name}: {share.rate:.2f} of {share.of}")
