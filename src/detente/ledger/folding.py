"""What new mentions change about the happenings of a ledger, and no more than that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from detente.fold import Mention, alike, claims, contact, fold
from detente.ledger.nearness import Known, mentions_of, near, reach_of, told_in
from detente.records import Happening
from detente.settings import Settings
from detente.store import Snapshot, Transaction, claim_row, happening_row


@dataclass(frozen=True, slots=True)
class Refolded:
    """Components of a ledger, folded again.

    Args:
        replaced: the components that are no more as they were.
        happenings: the happenings of all their mentions and the new ones.
        mentions: those mentions, by id of the event.
    """

    replaced: frozenset[str]
    happenings: tuple[Happening, ...]
    mentions: Mapping[str, Mention]


def refolded(
    snapshot: Snapshot,
    added: Sequence[Mention],
    settings: Settings,
    gone: Collection[str] = (),
) -> Refolded:
    """Fold new mentions with those that they belong to.

    The ledger then holds what folding all its mentions at once would give.

    Args:
        snapshot: the ledger before.
        added: new mentions.
        settings: how to fold.
        gone: keys of articles whose earlier mentions are no more.
    """
    touched = told_in(snapshot, gone)
    known = Known({}).joined(touched).joined(near(snapshot, added, settings))
    stored = mentions_of(snapshot, known, gone)
    joined = alike(added, stored, settings)
    component_of = known.component_of
    replaced = touched.components | {component_of[event] for event in joined}
    kept = [item for item in stored if component_of[item.event.id] in replaced]
    mentions = [*kept, *added]
    happenings = fold(mentions, settings)
    return Refolded(replaced, happenings, {item.event.id: item for item in mentions})


def write(change: Refolded, transaction: Transaction, settings: Settings) -> None:
    """Put refolded components in the place of what they were.

    Args:
        change: the components.
        transaction: where to put them.
        settings: how they were folded.
    """
    transaction.supersede("happenings", change.replaced)
    transaction.supersede("claims", change.replaced)
    version = transaction.version
    parts: defaultdict[str, list[Happening]] = defaultdict(list)
    for happening in change.happenings:
        parts[happening.component].append(happening)
    for component, happenings in parts.items():
        told = [telling.event for happening in happenings for telling in happening.tellings]
        reach = reach_of([change.mentions[event] for event in told], settings)
        for item in happenings:
            transaction.add("happenings", [happening_row(item, contact(item), reach, version)])
            claimed = (
                claim_row(claim, component, version, item.tellings) for claim in claims(item)
            )
            transaction.add("claims", claimed)
