"""Which stored mentions can be of one happening with new ones, found without reading the rest.

Two mentions can be of one happening only where they have the same category, their days are near,
and they share a code, or two where both have more than one. So a mention is stored under keys: its
one code, or else every pair of its codes, and each of them marked as one of several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from detente.fold import Mention, neighbourhood
from detente.records import dyad
from detente.settings import Settings
from detente.store import Reach, Row, Snapshot, event_of

_TOLD_IN = """
    SELECT component, events, event_dates FROM happenings WHERE component IN (
        SELECT component FROM happenings, (SELECT unnest($articles) AS gone)
        WHERE list_contains(articles, gone)
    )
"""
# The first two conditions let whole row groups be left out before anything is joined.
_NEAR = """
    SELECT component, events, event_dates FROM happenings
    WHERE latest >= $first AND earliest <= $last AND component IN (
        SELECT component FROM (
            SELECT component, category, earliest, latest, unnest(keys) AS key FROM happenings
            WHERE latest >= $first AND earliest <= $last
        ) AS known JOIN (
            SELECT unnest($categories) AS category, unnest($keys) AS key,
                unnest($firsts) AS first, unnest($lasts) AS last
        ) AS new ON known.category = new.category AND known.key = new.key
            AND known.latest >= new.first AND known.earliest <= new.last
    )
"""
# As analysts corrected them, for that is how they were folded.
_EVENTS = "SELECT * FROM reviewed_events WHERE id IN (SELECT unnest($ids))"
# Where events lie in order of their days, few row groups have those of a list.
_MOST_DAYS = 200


@dataclass(frozen=True, slots=True)
class Known:
    """Mentions of some components of a ledger.

    Args:
        told: the component and the first possible day, or None, by id of the event.
    """

    told: Mapping[str, tuple[str, date | None]]

    @property
    def components(self) -> frozenset[str]:
        """The components."""
        return frozenset(component for component, _ in self.told.values())

    @property
    def component_of(self) -> dict[str, str]:
        """The component of each event."""
        return {event: component for event, (component, _) in self.told.items()}

    def joined(self, other: Known) -> Known:
        """The mentions of both."""
        return Known({**self.told, **other.told})


def told_in(snapshot: Snapshot, articles: Collection[str]) -> Known:
    """The mentions of all components that some articles tell of.

    Args:
        snapshot: the ledger.
        articles: keys of the articles.
    """
    if not articles:
        return Known({})
    return _known(snapshot.rows(_TOLD_IN, {"articles": sorted(articles)}))


def near(snapshot: Snapshot, added: Iterable[Mention], settings: Settings) -> Known:
    """The mentions of all components that new mentions can belong to.

    Args:
        snapshot: the ledger.
        added: the new mentions.
        settings: how far they reach.
    """
    places = sorted({place for item in added for place in _places(item, settings)})
    if not places:
        return Known({})
    categories, keys, firsts, lasts = map(list, zip(*places, strict=True))
    days = {"firsts": firsts, "lasts": lasts, "first": min(firsts), "last": max(lasts)}
    return _known(snapshot.rows(_NEAR, {"categories": categories, "keys": keys, **days}))


def reach_of(mentions: Sequence[Mention], settings: Settings) -> Reach:
    """By what a later mention of a component is found.

    Args:
        mentions: all of the component.
        settings: how they were folded.
    """
    places = [neighbourhood(mention, settings) for mention in mentions]
    return Reach(
        first=min(place.first for place in places),
        last=max(place.last for place in places),
        keys=frozenset(key for place in places for key in _stored_keys(place.codes)),
    )


def mentions_of(snapshot: Snapshot, known: Known, gone: Collection[str]) -> list[Mention]:
    """Stored mentions with their events, by id.

    Args:
        snapshot: the ledger.
        known: which.
        gone: keys of articles whose mentions are left out.
    """
    if not known.told:
        return []
    rows = snapshot.rows(_EVENTS + _days_condition(known), {"ids": sorted(known.told)})
    return [mention_of(row) for row in rows if row["article"] not in gone]


def mention_of(row: Row) -> Mention:
    """The mention of a row of ``events``."""
    return Mention(event_of(row), row["article"])


def _known(rows: Iterable[Row]) -> Known:
    return Known(
        {
            event: (row["component"], day)
            for row in rows
            for event, day in zip(row["events"], row["event_dates"], strict=True)
        }
    )


def _places(mention: Mention, settings: Settings) -> Iterator[tuple[str, str, date, date]]:
    place = neighbourhood(mention, settings)
    reach = timedelta(days=settings.fold_reach)
    first, last = _moved(place.first, -reach), _moved(place.last, reach)
    return ((place.category, key, first, last) for key in _sought_keys(place.codes))


def _moved(day: date, by: timedelta) -> date:
    """A day some days off; what nothing dates is on the first day there is."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def _stored_keys(codes: Sequence[str]) -> Iterator[str]:
    if len(codes) == 1:
        return iter(codes)
    return iter([*_pairs(codes), *map(_one_of_several, codes)])


def _sought_keys(codes: Sequence[str]) -> Iterator[str]:
    if len(codes) == 1:
        return iter([*codes, *map(_one_of_several, codes)])
    return iter([*_pairs(codes), *codes])


def _pairs(codes: Sequence[str]) -> Iterator[str]:
    return (dyad(*pair) for pair in combinations(codes, 2))


def _one_of_several(code: str) -> str:
    return f"{code}+"


def _days_condition(known: Known) -> str:
    days = {day for _, day in known.told.values()}
    if len(days) > _MOST_DAYS:
        return ""
    listed = ", ".join(f"DATE '{day.isoformat()}'" for day in sorted(filter(None, days)))
    parts = [f"date IN ({listed})"] if listed else []
    parts += ["date IS NULL"] if None in days else []
    return f" AND ({' OR '.join(parts)})"
