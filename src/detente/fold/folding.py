"""Mentions become happenings; which stored mentions a new one belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from detente.fold.days import days_of
from detente.fold.graph import Edge, Index, components, edges
from detente.fold.happenings import happening_of
from detente.fold.likeness import likeness
from detente.fold.mention import Mention, Neighbourhood
from detente.fold.splitting import groups
from detente.fold.traits import Traits, codes_of, traits_of
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
    ordered = [by_id[key] for key in sorted(by_id)]
    traits = [traits_of(mention, folding, settings) for mention in ordered]
    found = list(edges(traits, folding, settings.fold_reach))
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    parts = components(len(traits), ((first, second) for _, first, second in found))
    part_of = {number: part[0] for part in parts for number in part}
    for edge in found:
        inside[part_of[edge[1]]].append(edge)

    def apart(first: int, second: int) -> bool:
        points = likeness(traits[first], traits[second], folding, settings.fold_reach)
        return points < folding.apart

    happenings = [
        happening_of([ordered[number] for number in numbers], ordered[part[0]].event.id)
        for part in parts
        for numbers in groups(part, inside[part[0]], apart)
    ]
    return tuple(sorted(happenings, key=_order))


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

    Only their components have to be folded again together with what is added: they, and the added
    mentions, give what folding everything would give for them, and nothing else changes.

    Args:
        added: new mentions.
        known: mentions that are folded already; those in the neighbourhoods of the new are enough.
        settings: reach and widest span; None for the defaults.
        folding: what the stage knows; None for what ships.
    """
    settings, folding = settings or Settings(), folding or default_folding()
    stored: list[Traits] = [traits_of(mention, folding, settings) for mention in known]
    index = Index(stored)
    found: set[str] = set()
    for mention in added:
        item = traits_of(mention, folding, settings)
        for number in index.near(item, settings.fold_reach):
            other = stored[number]
            if likeness(item, other, folding, settings.fold_reach) >= folding.join:
                found.add(other.id)
    return frozenset(found)
