"""Which events, happenings, contacts, claims or relations are wanted."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Self

from detente.errors import QuestionError
from detente.ledger.near_names import near_names
from detente.lexicon.closed_lists import closed_lists
from detente.records import Assertion, Level, Stance, Status, dyad

_PART_OF_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?")
_PAIR = re.compile(r"(\w+)\W+(\w+)")


class Order(StrEnum):
    """In which order answers come."""

    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; an empty field asks for nothing in particular.

    Of several values in a field one has to fit; of ``party`` and ``text``, all have to.

    Args:
        party: codes of those who take part, on whichever side.
        actor: codes of those who act; of a claim, who makes it.
        recipient: codes of those acted on; of a claim, whom it is about.
        dyad: pairs of codes, ``FRA-RUS`` in either order.
        person: parts of names, accents and capitals aside.
        identity: ids in the registry of anyone in it, as ``identifier_id`` has them.
        sector: sectors of anyone in it.
        place: parts of the names of places, accents and capitals aside.
        category: PLOVER categories.
        mode: PLOVER modes.
        context: PLOVER contexts.
        status: actual, future, hypothetical or negated.
        level: levels, of what is a contact.
        channel: channels, of what is a contact.
        assertion: on whose word a happening rests.
        stance: asserts or denies, of claims.
        source: parts of the names of outlets, or of paths or addresses of reports.
        article: ids under which reports are cited.
        text: words of the sentence, accents and capitals aside.
        since: the first day; what can have been on it or later.
        until: the last day; what can have been on it or earlier.
        known: only what a report published by this day tells; of claims, what was said by it.
        order: oldest or newest first, by the day of the act; what has no day comes last.
        limit: how many at most; None for all.
        offset: how many to pass over first.

    Raises:
        QuestionError: a value is none that there is.
    """

    party: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    dyad: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    assertion: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    known: date | None = None
    order: Order = Order.OLDEST
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        for name, values in self.wanted():
            if isinstance(values, tuple):
                object.__setattr__(self, name, tuple(_checked(name, value) for value in values))
        if self.since and self.until and self.until < self.since:
            raise QuestionError(f"until {self.until} is before since {self.since}")
        if self.offset < 0 or (self.limit is not None and self.limit < 0):
            raise QuestionError("limit and offset cannot be negative")

    @classmethod
    def of(cls, **wanted: Any) -> Self:
        """A filter from values as they are at hand.

        Args:
            wanted: the fields; one value for a list of one, and a day, month or year as text
                (``2023-11-12``, ``2023-11``, ``2023``) for ``since``, ``until``
                and ``known``.

        Raises:
            QuestionError: there is no such field, or a value is none that there is.
        """
        known = {item.name for item in fields(cls)}
        if unknown := sorted(wanted.keys() - known):
            raise QuestionError(
                f"there is no filter {unknown[0]!r}; use {', '.join(sorted(known))}"
            )
        return cls(**{name: _taken(name, value) for name, value in wanted.items()})

    def wanted(self) -> Iterator[tuple[str, Any]]:
        """The fields that ask for something in particular, order and number aside."""
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name not in ("order", "limit", "offset") and value not in ((), None):
                yield item.name, value


def _taken(name: str, value: Any) -> Any:
    if name in ("since", "until", "known"):
        return day_of(value, last=name != "since") if isinstance(value, str) else value
    if name == "order":
        return Order(_one_of("order", str(value), Order))
    if name in ("limit", "offset"):
        return value
    return (value,) if isinstance(value, str) else tuple(map(str, value or ()))


def day_of(text: str, *, last: bool) -> date:
    """The day that a text names; the first or last of a month or year.

    Args:
        text: ``2023-11-12``, ``2023-11`` or ``2023``.
        last: whether the last day of a month or year is meant.

    Raises:
        QuestionError: it names none.
    """
    part = _PART_OF_DAY.fullmatch(text.strip())
    try:
        if part is None:
            return date.fromisoformat(text.strip())
        year, month = int(part[1]), int(part[2] or (12 if last else 1))
        return date(year, month, monthrange(year, month)[1] if last else 1)
    except ValueError as fault:
        raise QuestionError(f"{text!r} is no day; write 2023-11-12, 2023-11 or 2023") from fault


def moment_of(text: str) -> datetime:
    """The moment that a text names; a day stands for its end, so that what was added on it is seen.

    Args:
        text: ``2023-11-12`` or ``2023-11-12T08:00``, in UTC where it names no zone.

    Raises:
        QuestionError: it names none.
    """
    try:
        return datetime.combine(date.fromisoformat(text), time.max, UTC)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as fault:
        raise QuestionError(
            f"{text!r} is no time; write it as 2023-11-12 or 2023-11-12T08:00"
        ) from fault


def _checked(name: str, value: str) -> str:
    """A value as the tables have it.

    Raises:
        QuestionError: there is none such.
    """
    if name in ("party", "actor", "recipient"):
        return code_of(value)
    if name == "dyad":
        return _dyad(value)
    lists = closed_lists()
    known: dict[str, Iterable[str]] = {
        "sector": lists.sectors,
        "category": lists.categories,
        "mode": {mode for item in lists.categories.values() for mode in item.modes},
        "context": lists.contexts,
        "status": Status,
        "level": Level,
        "assertion": Assertion,
        "stance": Stance,
    }
    return _one_of(name, value, known[name]) if name in known else value


def code_of(text: str) -> str:
    """The code of a state or body, given as its code or as a state's name.

    Raises:
        QuestionError: there is none such.
    """
    lists, wanted = closed_lists(), text.strip()
    if lists.has_code(wanted.upper()):
        return wanted.upper()
    named = [code for code, name in lists.states.items() if name.casefold() == wanted.casefold()]
    if not named:
        near = near_names(wanted)
        meant = f"did you mean {' or '.join(near)}?" if near else "see the codebook"
        raise QuestionError(f"{text!r} is no code of a state or body; {meant}", near)
    return named[0]


def _dyad(text: str) -> str:
    pair = _PAIR.fullmatch(text.strip())
    if pair is None:
        raise QuestionError(f"{text!r} is no pair of codes; write FRA-RUS")
    return dyad(code_of(pair[1]), code_of(pair[2]))


def _one_of(name: str, value: str, known: Iterable[str]) -> str:
    names = {str(item).casefold(): str(item) for item in known}
    found = names.get(value.strip().casefold())
    if found is None:
        raise QuestionError(
            f"there is no {name} {value!r}; there is {', '.join(sorted(names.values()))}"
        )
    return found
