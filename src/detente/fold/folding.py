"""Mentions become happenings; which stored mentions a new one belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.fold.days import days_of
from detente.fold.graph import Edge, Index, components, edges
from detente.fold.happenings import happening_of
from detente.fold.likeness import likeness
from detente.fold.mention import Mention, Neighbourhood
from detente.fold.parties import codes_of
from detente.fold.splitting import groups
from detente.fold.traits import TraitReader, Traits
from detente.lexicon import Folding, default_folding
from detente.records import Happening
from detente.settings import Settings


def fold(
    mentions: Iterable[Mention], settings: Settings | None = None, folding: Folding | None = None
) -> tuple[Happening, ...]:
    """The happenings that mentions tell of, by day and id.

    The result depends on the set of mentions alone, not on their order. Components do not depend
    on each other: folding the mentions of some of them gives the same as folding all.

    Args:
        mentions: the mentions; those with the same event are one.
        settings: reach and widest span; None for the defaults.
        folding: what the stage knows; None for what ships.
    """
    settings, folding = settings or Settings(), folding or default_folding()
    by_id = {mention.event.id: mention for mention in mentions}
    reader = TraitReader(folding, settings)
    # In the order of days, as what is compared then lies close together in memory.
    traits = sorted(map(reader.traits, by_id.values()), key=_day_and_id)
    happenings = [
        happening_of([by_id[traits[number].id] for number in numbers], component)
        for component, numbers in _grouped(traits, settings, folding)
    ]
    return tuple(sorted(happenings, key=_order))


def _day_and_id(traits: Traits) -> tuple[int, str]:
    return traits.first, traits.id


def _grouped(
    traits: Sequence[Traits], settings: Settings, folding: Folding
) -> Iterator[tuple[str, list[int]]]:
    """Numbers of the mentions of each happening, with the least id of its component."""
    reach, apart = settings.fold_reach, folding.apart
    found = list(edges(traits, folding, reach))
    parts = components(len(traits), found)
    part_of = {number: part[0] for part in parts for number in part}
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in found:
        inside[part_of[edge[1]]].append(edge)

    def are_apart(first: int, second: int) -> bool:
        return likeness(traits[first], traits[second], folding, reach, apart) < apart

    for part in parts:
        component = min(traits[number].id for number in part)
        for numbers in groups(part, inside[part[0]], are_apart):
            yield component, numbers


def _order(happening: Happening) -> tuple[date, str]:
    return happening.when.first if happening.when else date.max, happening.id


def neighbourhood(mention: Mention, settings: Settings | None = None) -> Neighbourhood:
    """Where other mentions of the same happening can be.

    Args:
        mention: the mention.
        settings: widest span; None for the defaults.
    """
    days = days_of(mention.event, (settings or Settings()).fold_widest)
    return Neighbourhood(mention.event.category, codes_of(mention.event), days.first, days.last)


def alike(
    added: Iterable[Mention],
    known: Iterable[Mention],
    settings: Settings | None = None,
    folding: Folding | None = None,
) -> frozenset[str]:
    """Ids of the events of known mentions that belong to the component of an added one.

    Only their components have to be folded again, together with what is added: this gives for
    them what folding everything would give, and all other components stay as they are.

    Args:
        added: new mentions.
        known: mentions that are folded already; those in the neighbourhoods of the new are enough.
        settings: reach and widest span; None for the defaults.
        folding: what the stage knows; None for what ships.
    """
    settings, folding = settings or Settings(), folding or default_folding()
    reach, least = settings.fold_reach, folding.join
    reader, index = TraitReader(folding, settings), Index(reach)
    stored = [reader.traits(mention) for mention in known]
    for number, item in enumerate(stored):
        index.add(number, item)
    found: set[str] = set()
    for mention in added:
        item = reader.traits(mention)
        for number in index.near(item):
            if likeness(item, stored[number], folding, reach, least) >= least:
                found.add(stored[number].id)
    return frozenset(found)
