"""What many reports tell of: one happening, with every report that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from detente.records.event import Location, Size
from detente.records.party import Party
from detente.records.span import DateSpan, Status


class Stance(StrEnum):
    """How whoever speaks stands to a happening."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Assertion(StrEnum):
    """On whose word a happening rests, over all its reports."""

    PRESS = "press"
    ONE_SIDE = "one side"
    BOTH_SIDES = "both sides"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Telling:
    """One coded event of one report, as a happening holds it.

    Args:
        event: id of the event.
        article: key of the article in the ledger.
        report: id under which the report is cited.
        publication: outlet, or None.
        published: day of publication, or None.
        stance: whether it is told as so or as denied.
        speakers: who asserts or denies it; empty where the report itself does.
        when: the days that this report gives, or None.
        size: the counts that this report gives.
        text: the sentence.
    """

    event: str
    article: str
    report: str
    publication: str | None
    published: date | None
    stance: Stance
    speakers: tuple[Party, ...]
    when: DateSpan | None
    size: Size
    text: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The least and the most that the reports of a happening count; None where none counts."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    """The ranges of the dead, injured and arrested over the reports of a happening."""

    dead: Counts = Counts()
    injured: Counts = Counts()
    arrested: Counts = Counts()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, was announced or denied, once, however many reports tell it.

    Args:
        id: digest of the events that tell it.
        component: id of the group of mentions that were folded together; see docs/folding.md.
        category: PLOVER category.
        mode: PLOVER mode, or None.
        contexts: PLOVER contexts of all its reports.
        quad_code: 1 to 4.
        event_scale: PLOVER score.
        cameo: nearest CAMEO code.
        goldstein: Goldstein value of that code.
        actors: who acts; for a meeting, everyone in it.
        recipients: on whom; empty for a meeting.
        status: whether it took place.
        when: first and last possible day by the best report, or None.
        historical: whether every report tells it as background.
        location: where, or None.
        casualties: ranges over the reports.
        condition: words of the condition it is bound to, or None.
        words: the words that carry the act in the best report.
        text: the best sentence.
        best: id of the event that the fields above are taken from.
        assertion: on whose word it rests.
        tellings: every report of it, by day of publication and id.
    """

    id: str
    component: str
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str
    goldstein: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    when: DateSpan | None
    historical: bool
    location: Location | None
    casualties: Casualties
    condition: str | None
    words: tuple[str, ...]
    text: str
    best: str
    assertion: Assertion
    tellings: tuple[Telling, ...]

    @property
    def first_seen(self) -> date | None:
        """The day of the first report that has one."""
        return min((item.published for item in self.tellings if item.published), default=None)

    @property
    def last_seen(self) -> date | None:
        """The day of the last report that has one."""
        return max((item.published for item in self.tellings if item.published), default=None)

    @property
    def sources(self) -> int:
        """How many distinct outlets tell it; reports that name none count as one each."""
        return len({item.publication or item.article for item in self.tellings})

    @property
    def dyads(self) -> tuple[str, ...]:
        """The pairs it links, as two codes in alphabetical order with a hyphen: ``FRA-RUS``."""
        return dyads_of(self.actors, self.recipients)


def dyads_of(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[str, ...]:
    """The pairs of codes between which something happens, in alphabetical order.

    Args:
        actors: who acts.
        recipients: on whom; where empty, the actors act on each other.
    """
    acting = {party.code for party in actors if party.code}
    acted_on = {party.code for party in recipients if party.code}
    pairs = (
        {(first, second) for first in acting for second in acted_on if first != second}
        if recipients
        else set(combinations(sorted(acting), 2))
    )
    return tuple(sorted({dyad(*pair) for pair in pairs}))


def dyad(first: str, second: str) -> str:
    """The name of a pair of codes, the same for both orders."""
    return "-".join(sorted((first, second)))
