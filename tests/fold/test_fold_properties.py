"""Happenings depend on the set of mentions alone: not on their order, nor on how they came in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fold_cases import DAY, told
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.fold import Mention, alike, fold, neighbourhood
from detente.records import DateBasis, Event, Happening, Party, Status
from detente.settings import Settings

_WORDS = ("market", "Odesa", "drones", "port", "dockers", "missiles", "grain", "bridge")
_REACH = timedelta(days=Settings().fold_reach)


@st.composite
def _mentions(draw: st.DrawFn) -> Mention:
    first = draw(st.integers(0, 9))
    span = draw(st.sampled_from((0, 0, 0, 1, 2, 40, 500)))
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6))
    denied = draw(st.integers(0, 5)) == 0
    return told(
        " ".join(words),
        draw(st.sampled_from(("RUS>UKR", "RUS>", ">UKR", "UKR>RUS", "RUS+UKR", "RUS:Putin>UKR"))),
        category=draw(st.sampled_from(("ASSAULT", "ASSAULT", "CONSULT"))),
        on=draw(st.sampled_from((DAY, DAY, DAY, None))) and DAY + timedelta(days=first),
        until=DAY + timedelta(days=first + span),
        basis=draw(st.sampled_from((DateBasis.TEXT, DateBasis.TEXT, DateBasis.PUBLISHED))),
        historical=draw(st.booleans()),
        place=draw(st.sampled_from(("", "", "Odesa", "Kharkiv"))),
        dead=draw(st.sampled_from((None, None, 2, 5))),
        status=Status.NEGATED if denied else Status.ACTUAL,
        by="RUS" if denied else draw(st.sampled_from(("", "UKR"))),
        article=f"article {draw(st.integers(0, 40))}",
    )


_MANY = st.lists(_mentions(), max_size=24, unique_by=lambda mention: mention.event.id)


@given(_MANY, st.randoms())
def test_any_order_gives_the_same(mentions: list[Mention], random: object) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(mentions)


@given(_MANY)
def test_every_mention_is_told_once(mentions: list[Mention]) -> None:
    tellings = [telling.event for happening in fold(mentions) for telling in happening.tellings]
    assert sorted(tellings) == sorted(mention.event.id for mention in mentions)


@settings(deadline=None)
@given(_MANY, st.data())
def test_any_split_into_increments_gives_the_same(
    mentions: list[Mention], data: st.DataObject
) -> None:
    ledger = _Ledger()
    left = list(mentions)
    while left:
        size = data.draw(st.integers(1, len(left)))
        ledger.add(left[:size])
        left = left[size:]
    assert ledger.happenings() == fold(mentions)


@settings(deadline=None)
@given(_MANY, st.data())
def test_taking_mentions_out_touches_their_components_alone(
    mentions: list[Mention], data: st.DataObject
) -> None:
    ledger = _Ledger()
    ledger.add(mentions)
    gone = data.draw(st.sets(st.sampled_from(mentions))) if mentions else set()
    ledger.remove({mention.event.id for mention in gone})
    assert ledger.happenings() == fold(mention for mention in mentions if mention not in gone)


@given(_MANY)
def test_what_is_alike_lies_in_the_neighbourhood(mentions: list[Mention]) -> None:
    for mention in mentions:
        near = neighbourhood(mention)
        for other in mentions:
            if other is not mention and alike([mention], [other]):
                theirs = neighbourhood(other)
                assert near.category == theirs.category
                assert set(near.codes) & set(theirs.codes)
                assert near.first - theirs.last <= _REACH
                assert theirs.first - near.last <= _REACH


@given(_MANY)
def test_only_what_the_record_keeps_is_used(mentions: list[Mention]) -> None:
    """Reasons, and spans of words that the JSON record lacks, must not decide anything."""
    kept = [Mention(_as_recorded(mention.event), mention.article) for mention in mentions]
    assert [_outline(item) for item in fold(kept)] == [_outline(item) for item in fold(mentions)]


def _as_recorded(event: Event) -> Event:
    when = replace(event.when, words=None, reason="read") if event.when else None
    return replace(
        event,
        when=when,
        trace=("read",),
        actors=tuple(map(_plain, event.actors)),
        recipients=tuple(map(_plain, event.recipients)),
    )


def _plain(party: Party) -> Party:
    return replace(party, gender="f", reason="read")


def _outline(happening: Happening) -> tuple[str, str, str]:
    return happening.id, happening.component, happening.best


class _Ledger:
    """Mentions by component, refolded as a ledger does: only what is touched."""

    def __init__(self) -> None:
        self._components: dict[str, list[Mention]] = {}
        self._folded: dict[str, list[Happening]] = {}

    def add(self, added: list[Mention]) -> None:
        touched = alike(added, [item for part in self._components.values() for item in part])
        self._refold(self._holding(touched), added)

    def remove(self, ids: set[str]) -> None:
        keys = self._holding(ids)
        for key in keys:
            self._components[key] = [m for m in self._components[key] if m.event.id not in ids]
        self._refold(keys, [])

    def happenings(self) -> tuple[Happening, ...]:
        found = [item for part in self._folded.values() for item in part]
        return tuple(
            sorted(
                found, key=lambda item: (item.when is None, item.when and item.when.first, item.id)
            )
        )

    def _holding(self, ids: set[str] | frozenset[str]) -> list[str]:
        return [
            key for key, part in self._components.items() if any(m.event.id in ids for m in part)
        ]

    def _refold(self, keys: list[str], added: list[Mention]) -> None:
        mentions = [*added]
        for key in keys:
            mentions += self._components.pop(key)
            del self._folded[key]
        of = {mention.event.id: mention for mention in mentions}
        for happening in fold(mentions):
            self._folded.setdefault(happening.component, []).append(happening)
            self._components.setdefault(happening.component, []).extend(
                of[telling.event] for telling in happening.tellings
            )
