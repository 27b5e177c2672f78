"""What new mentions change about the happenings of a ledger, and no more than that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.fold import Mention, alike, claims, contact, fold, neighbourhood
from detente.records import Happening
from detente.settings import Settings
from detente.store import (
    Reach,
    Row,
    Snapshot,
    Transaction,
    claim_row,
    event_of,
    happening_row,
)

_TOUCHED = """
    SELECT DISTINCT component FROM happenings, (SELECT unnest($articles) AS gone)
    WHERE list_contains(articles, gone)
"""
# The outer condition on days lets whole row groups be left out before anything is joined.
_NEAR = """
    SELECT DISTINCT component FROM (
        SELECT component, category, earliest, latest, unnest(all_codes) AS code FROM happenings
        WHERE latest >= $first AND earliest <= $last
    ) AS known JOIN (
        SELECT unnest($categories) AS category, unnest($codes) AS code,
            unnest($firsts) AS first, unnest($lasts) AS last
    ) AS new ON known.category = new.category AND known.code = new.code
        AND known.latest >= new.first AND known.earliest <= new.last
"""
_TELLINGS = """
    SELECT component, unnest(events) AS event, earliest, latest FROM happenings
    WHERE component IN (SELECT unnest($components))
"""
_EVENTS = "SELECT * FROM events WHERE id IN (SELECT unnest($ids))"


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
    gone: Collection[str] = (),
    settings: Settings | None = None,
) -> Refolded:
    """Fold new mentions with those that they belong to.

    The ledger then holds what folding all its mentions at once would give.

    Args:
        snapshot: the ledger before.
        added: new mentions.
        gone: keys of articles whose earlier mentions are no more.
        settings: how to fold; None for the defaults.
    """
    settings = settings or Settings()
    touched = _touched(snapshot, gone)
    near = touched | _near(snapshot, added, timedelta(days=settings.fold_reach))
    component_of = _components(snapshot, near)
    known = _known(snapshot, component_of, gone)
    joined = alike(added, known, settings)
    replaced = touched | {component_of[event] for event in joined}
    kept = [item for item in known if component_of[item.event.id] in replaced]
    mentions = [*kept, *added]
    happenings = fold(mentions, settings)
    return Refolded(replaced, happenings, {item.event.id: item for item in mentions})


def _touched(snapshot: Snapshot, gone: Collection[str]) -> frozenset[str]:
    if not gone:
        return frozenset()
    rows = snapshot.rows(_TOUCHED, {"articles": sorted(gone)})
    return frozenset(row["component"] for row in rows)


def _near(snapshot: Snapshot, added: Iterable[Mention], reach: timedelta) -> frozenset[str]:
    """Components that hold a mention in the neighbourhood of an added one."""
    places = [
        (place.category, code, _moved(place.first, -reach), _moved(place.last, reach))
        for place in map(neighbourhood, added)
        for code in place.codes
    ]
    if not places:
        return frozenset()
    categories, codes, firsts, lasts = map(list, zip(*sorted(set(places)), strict=True))
    parameters = {
        "categories": categories,
        "codes": codes,
        "firsts": firsts,
        "lasts": lasts,
        "first": min(firsts),
        "last": max(lasts),
    }
    return frozenset(row["component"] for row in snapshot.rows(_NEAR, parameters))


def _moved(day: date, by: timedelta) -> date:
    """A day some days off, within the reach of dates; what nothing dates is at their beginning."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def _components(snapshot: Snapshot, components: Iterable[str]) -> dict[str, str]:
    """The component of each event of some components."""
    wanted = sorted(components)
    if not wanted:
        return {}
    rows = snapshot.rows(_TELLINGS, {"components": wanted})
    return {row["event"]: row["component"] for row in rows}


def _known(snapshot: Snapshot, events: Iterable[str], gone: Collection[str]) -> list[Mention]:
    wanted = sorted(events)
    if not wanted:
        return []
    rows = snapshot.rows(_EVENTS, {"ids": wanted})
    return [mention_of(row) for row in rows if row["article"] not in gone]


def mention_of(row: Row) -> Mention:
    """The mention of a row of ``events``."""
    return Mention(event_of(row), row["article"])


def write(change: Refolded, transaction: Transaction) -> None:
    """Put refolded components in the place of what they were."""
    transaction.supersede("happenings", change.replaced)
    transaction.supersede("claims", change.replaced)
    version = transaction.version
    for happening in change.happenings:
        reach = _reach(change.mentions[telling.event] for telling in happening.tellings)
        row = happening_row(happening, contact(happening), reach, version)
        transaction.add("happenings", [row])
        claimed = (claim_row(claim, happening.component, version) for claim in claims(happening))
        transaction.add("claims", claimed)


def _reach(mentions: Iterable[Mention]) -> Reach:
    places = [neighbourhood(mention) for mention in mentions]
    return Reach(
        codes=frozenset(code for place in places for code in place.codes),
        first=min(place.first for place in places),
        last=max(place.last for place in places),
    )
