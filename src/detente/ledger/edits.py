"""What an analyst can edit of an event, held against the codebook, and the event edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from detente.errors import QuestionError
from detente.ledger.filters import code_of
from detente.lexicon.closed_lists import closed_lists
from detente.records import Attribution, DateBasis, DateSpan, Event, Party, Size, Span, Status

_PARTY = re.compile(r"(?P<code>[^/:]*)(?:/(?P<sector>[^:]*))?(?::(?P<name>.*))?")
_SIDES = {"actor": "actors", "recipient": "recipients"}
_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_USUAL = "GOV"


def edited(event: Event, changes: Mapping[str, str]) -> Event:
    """An event with some fields as an analyst has them.

    Scores and the CAMEO code follow from category and mode; parties keep their words in the text
    where the event has a party of the same code, or one in the same place.

    Args:
        event: the event as coded.
        changes: new values by field; see ``EDITABLE``.

    Raises:
        QuestionError: there is no such field, or the codebook has no such value.
    """
    unknown = sorted(changes.keys() - EDITABLE.keys())
    if unknown:
        raise QuestionError(f"{unknown[0]!r} cannot be edited; there is {', '.join(EDITABLE)}")
    made = event
    for name in EDITABLE:
        if name in changes:
            made = EDITABLE[name](made, changes[name].strip(), event)
    if {"category", "mode"} & changes.keys():
        made = _scored(made, is_mode_given="mode" in changes)
    return made


def _category(event: Event, value: str, _: Event) -> Event:
    found = value.upper()
    if found not in closed_lists().categories:
        known = ", ".join(closed_lists().categories)
        raise QuestionError(f"there is no category {value!r}; there is {known}")
    return replace(event, category=found)


def _mode(event: Event, value: str, _: Event) -> Event:
    return replace(event, mode=value.lower() or None)


def _scored(event: Event, *, is_mode_given: bool) -> Event:
    """The event with the scores of its category and mode.

    A mode that the new category does not have goes with the old one, unless it was given.
    """
    lists = closed_lists()
    category = lists.categories[event.category]
    mode = event.mode
    if mode and mode not in category.modes:
        if is_mode_given:
            known = ", ".join(category.modes) or "none"
            raise QuestionError(f"{category.name} has no mode {mode!r}; there is {known}")
        mode = None
    scores = category.modes.get(mode or "")
    cameo = scores.cameo if scores else category.cameo
    return replace(
        event,
        mode=mode,
        quad_code=category.quad,
        event_scale=scores.score if scores else category.score,
        cameo=cameo,
        goldstein=lists.goldstein.get(cameo, 0.0),
    )


def _status(event: Event, value: str, _: Event) -> Event:
    if value.lower() not in set(Status):
        raise QuestionError(f"there is no status {value!r}; there is {', '.join(Status)}")
    return replace(event, status=Status(value.lower()))


def _date(event: Event, value: str, _: Event) -> Event:
    if not value:
        return replace(event, when=None)
    first = _day(value)
    return replace(event, when=DateSpan(first, first, DateBasis.TEXT))


def _enddate(event: Event, value: str, _: Event) -> Event:
    if not value:
        return event
    last = _day(value)
    first = event.when.first if event.when else last
    if last < first:
        raise QuestionError(f"enddate {last} is before date {first}")
    return replace(event, when=DateSpan(first, last, DateBasis.TEXT))


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise QuestionError(f"{value!r} is no day; write it as 2023-11-12") from fault


def _historical(event: Event, value: str, _: Event) -> Event:
    if value.lower() not in _YES_NO:
        raise QuestionError(f"historical is true or false, not {value!r}")
    return replace(event, historical=_YES_NO[value.lower()])


def _contexts(event: Event, value: str, _: Event) -> Event:
    found = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    unknown = [name for name in found if name not in closed_lists().contexts]
    if unknown:
        known = ", ".join(closed_lists().contexts)
        raise QuestionError(f"there is no context {unknown[0]!r}; there is {known}")
    return replace(event, contexts=tuple(dict.fromkeys(found)))


def _side(name: str) -> Callable[[Event, str, Event], Event]:
    def apply(event: Event, value: str, coded: Event) -> Event:
        before: tuple[Party, ...] = getattr(coded, _SIDES[name])
        parties = _parties(value, before, (*coded.actors, *coded.recipients), coded)
        return replace(event, **{_SIDES[name]: parties})  # type: ignore[arg-type]

    return apply


def _parties(
    value: str, before: tuple[Party, ...], anyone: tuple[Party, ...], event: Event
) -> tuple[Party, ...]:
    """The parties that a value like ``FRA/GOV, RUS/MIL:Wagner`` names."""
    items = [item.strip() for item in value.split(",") if item.strip()]
    same_place = before if len(before) == len(items) else (None,) * len(items)
    return tuple(
        _party(item, place, anyone, event) for item, place in zip(items, same_place, strict=True)
    )


def _party(item: str, place: Party | None, anyone: tuple[Party, ...], event: Event) -> Party:
    match = _PARTY.fullmatch(item)
    if match is None:
        raise QuestionError(f"{item!r} is no party; write FRA, FRA/MIL or FRA/MIL:name")
    code = code_of(match["code"])
    known = next((party for party in anyone if party.code == code), place)
    sector = (match["sector"] or (known.sector if known else _USUAL)).strip().upper()
    if sector not in closed_lists().sectors:
        names = ", ".join(closed_lists().sectors)
        raise QuestionError(f"there is no sector {sector!r}; there is {names}")
    if known is None:
        start = event.sentence_span.start
        known = Party(
            code, sector, "", closed_lists().states.get(code, code), None, None, start, start
        )
    party = replace(known, code=code, sector=sector)
    if match["name"]:
        party = replace(party, identifier_text=match["name"].strip(), identifier_id=None)
    return party


def _attribution(event: Event, value: str, coded: Event) -> Event:
    links = coded.attribution
    before = tuple(link.party for link in links if link.party)
    parties = _parties(value, before, (*before, *coded.actors, *coded.recipients), coded)
    start = coded.sentence_span.start
    relation = links[0].relation if links else "said"
    span = links[0].span if links else Span(start, start)
    return replace(
        event, attribution=tuple(Attribution(party, relation, span) for party in parties)
    )


def _count(name: str) -> Callable[[Event, str, Event], Event]:
    def apply(event: Event, value: str, _: Event) -> Event:
        if value and not value.isdecimal():
            raise QuestionError(f"{name} is a number, not {value!r}")
        counts = {item: getattr(event.size, item) for item in ("dead", "injured", "arrested")}
        return replace(event, size=Size(**{**counts, name: int(value) if value else None}))

    return apply


# In the order in which they are applied: an end of the days is held against their beginning.
EDITABLE: Mapping[str, Callable[[Event, str, Event], Event]] = {
    "category": _category,
    "mode": _mode,
    "status": _status,
    "date": _date,
    "enddate": _enddate,
    "historical": _historical,
    "context": _contexts,
    "actor": _side("actor"),
    "recipient": _side("recipient"),
    "attribution": _attribution,
    "dead": _count("dead"),
    "injured": _count("injured"),
    "arrested": _count("arrested"),
}
