"""Which stored mentions can be of one happening with new ones, found without reading the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.fold import Mention, neighbourhood
from detente.ledger.days import on_days
from detente.settings import Settings
from detente.store import Reach, Row, Snapshot, event_of

_TOLD_IN = """
    SELECT component, events, event_dates FROM happenings WHERE component IN (
        SELECT component FROM (SELECT component, unnest(articles) AS article FROM happenings)
        WHERE article IN (SELECT unnest($articles))
    )
"""
# The first two conditions let whole row groups be left out before anything is joined.
_NEAR = """
    SELECT component, events, event_dates FROM (
        SELECT component, events, event_dates, category, earliest, latest, unnest(all_codes) AS code
        FROM happenings WHERE latest >= $first AND earliest <= $last
    ) AS known JOIN (
        SELECT unnest($categories) AS category, unnest($codes) AS code,
            unnest($firsts) AS first, unnest($lasts) AS last
    ) AS new ON known.category = new.category AND known.code = new.code
        AND known.latest >= new.first AND known.earliest <= new.last
"""
# As analysts corrected them, for that is how they were folded.
_EVENTS = "SELECT * FROM reviewed_events WHERE id IN (SELECT unnest($ids))"


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
    categories, codes, firsts, lasts = map(list, zip(*places, strict=True))
    days = {"firsts": firsts, "lasts": lasts, "first": min(firsts), "last": max(lasts)}
    return _known(snapshot.rows(_NEAR, {"categories": categories, "codes": codes, **days}))


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
        codes=frozenset(code for place in places for code in place.codes),
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
    days = on_days("date", (day for _, day in known.told.values()))
    rows = snapshot.rows(f"{_EVENTS} AND {days}", {"ids": sorted(known.told)})
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
    return ((place.category, code, first, last) for code in place.codes)


def _moved(day: date, by: timedelta) -> date:
    """A day some days off; what nothing dates is on the first day there is."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max
