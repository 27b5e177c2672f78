"""A group of mentions becomes one happening."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from detente.fold.mention import Mention
from detente.fold.saying import word_of
from detente.records import (
    Assertion,
    Casualties,
    Counts,
    DateBasis,
    Event,
    Happening,
    Party,
    Stance,
    Telling,
)


def happening_of(mentions: Sequence[Mention], component: str) -> Happening:
    """The happening that mentions tell.

    Args:
        mentions: all that tell it.
        component: id of the group of mentions that were folded together.
    """
    events = [mention.event for mention in mentions]
    best = best_of(events)
    tellings = tuple(sorted(map(_telling, mentions), key=_order))
    return Happening(
        id=_identity(event.id for event in events),
        component=component,
        category=best.category,
        mode=best.mode or _usual(event.mode for event in events),
        contexts=tuple(sorted({context for event in events for context in event.contexts})),
        quad_code=best.quad_code,
        event_scale=best.event_scale,
        cameo=best.cameo,
        goldstein=best.goldstein,
        actors=best.actors,
        recipients=best.recipients,
        status=best.status,
        when=best.when,
        historical=all(event.historical for event in events),
        location=best.location or next((e.location for e in events if e.location), None),
        casualties=casualties(events),
        condition=best.condition.text if best.condition else None,
        words=tuple(words.text for words in best.words),
        text=best.sentence_text,
        best=best.id,
        assertion=assertion(tellings, best),
        tellings=tellings,
    )


def best_of(events: Iterable[Event]) -> Event:
    """The event that tells most, of those that assert: in the report's own voice, dated, named."""
    return min(events, key=lambda event: (_weakness(event), event.id))


def _weakness(event: Event) -> tuple[bool, bool, bool, int, float]:
    parties = (*event.actors, *event.recipients)
    return (
        word_of(event).stance is Stance.DENIES,
        _is_half(event),
        event.when is None or event.when.basis is DateBasis.PUBLISHED,
        -sum(1 + bool(party.office) for party in parties if party.code),
        -event.confidence,
    )


def _is_half(event: Event) -> bool:
    """Whether one side is unknown; those who meet are the two sides of their meeting."""
    return not event.actors or (not event.recipients and len(event.actors) == 1)


def _usual(modes: Iterable[str | None]) -> str | None:
    counted = Counter(mode for mode in modes if mode)
    return min(counted, key=lambda mode: (-counted[mode], mode), default=None)


def _identity(ids: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(sorted(ids)).encode()).hexdigest()[:16]


def _telling(mention: Mention) -> Telling:
    event = mention.event
    word = word_of(event)
    return Telling(
        event=event.id,
        article=mention.article,
        report=event.citation.id,
        publication=event.citation.publication,
        published=event.citation.published,
        stance=word.stance,
        speakers=word.speakers,
        when=event.when,
        size=event.size,
        text=event.sentence_text,
    )


def _order(telling: Telling) -> tuple[date, str]:
    return telling.published or date.max, telling.event


def casualties(events: Sequence[Event]) -> Casualties:
    """The ranges of what events count."""
    return Casualties(
        dead=_range(event.size.dead for event in events),
        injured=_range(event.size.injured for event in events),
        arrested=_range(event.size.arrested for event in events),
    )


def _range(counts: Iterable[int | None]) -> Counts:
    known = [count for count in counts if count is not None]
    return Counts(min(known, default=None), max(known, default=None))


def assertion(tellings: Iterable[Telling], best: Event) -> Assertion:
    """On whose word a happening rests.

    Args:
        tellings: its reports.
        best: the event that shows who its sides are.
    """
    tellings = tuple(tellings)
    if any(telling.stance is Stance.DENIES for telling in tellings):
        return Assertion.DENIED
    if any(not telling.speakers for telling in tellings):
        return Assertion.PRESS
    speakers = [party for telling in tellings for party in telling.speakers]
    return Assertion.BOTH_SIDES if _sides_of(speakers, best) > 1 else Assertion.ONE_SIDE


def _sides_of(speakers: Iterable[Party], event: Event) -> int:
    """How many of an event's sides speak; in a meeting, every state in it is a side."""
    codes = {party.code for party in speakers}
    acting = {party.code for party in event.actors} - {""}
    acted_on = {party.code for party in event.recipients} - {""}
    sides = [acting, acted_on - acting] if acted_on else [{code} for code in acting]
    return sum(bool(codes & side) for side in sides)
