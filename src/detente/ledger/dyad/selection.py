"""Which happenings of a pair an answer shows, and what is counted over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from detente.ledger import kept
from detente.ledger.dyad.period import Period
from detente.ledger.dyad.questions import STRADDLING, choice_query, survey_query
from detente.lexicon.relations import RelationActs
from detente.records import Level
from detente.store import Row, Snapshot


class Part(StrEnum):
    """The part of an answer for which a happening is chosen."""

    MET = "met"
    UNMET = "unmet"
    READY = "ready"
    REFUSES = "refuses"
    DISRUPTS = "disrupts"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A happening that an answer shows.

    Args:
        key: level of a last contact, or None.
        id: its id.
        earliest: the day by which it is found.
        day: the day it is listed under, or None.
        dated: whether the text dates it.
    """

    key: str | None
    id: str
    earliest: date
    day: date | None
    dated: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a pair an answer shows.

    Args:
        happenings: how many the pair has.
        last_report: day of the last report of any of them, or None.
        months: acts of cooperation and of conflict, by the first day of the month.
        talks: days with a contact in the two years up to the last one, by level.
        disruptions: how many there are, shown or not.
        chosen: those that are shown; lists have their latest first.
    """

    happenings: int = 0
    last_report: date | None = None
    months: Mapping[date, tuple[int, int]] = field(default_factory=dict)
    talks: Mapping[Level, Sequence[date]] = field(default_factory=dict)
    disruptions: int = 0
    chosen: Mapping[str, Sequence[Chosen]] = field(default_factory=dict)

    def of(self, part: Part) -> Sequence[Chosen]:
        """The chosen of a part."""
        return self.chosen.get(part, ())

    @property
    def wanted(self) -> dict[str, date]:
        """Every happening that the answer shows, with the day by which it is found."""
        return {item.id: item.earliest for part in self.chosen.values() for item in part}


def selection_of(
    snapshot: Snapshot, pair: str, period: Period, acts: RelationActs, limit: int
) -> Selection:
    """The happenings of a pair that an answer shows, and what is counted over all of them.

    Args:
        snapshot: the ledger.
        pair: as ``dyads`` has it: ``FRA-RUS``.
        period: the day of the answer, and what was known.
        acts: what acts tell of a relation.
        limit: happenings in a list.
    """
    known: dict[str, object] = {"known": period.known_on} if period.known_on else {}
    straddling = snapshot.rows(STRADDLING, {"pair": pair, **known}) if known else []
    undenied = [row["id"] for row in straddling if row["undenied"]]
    common: dict[str, object] = {
        "pair": pair,
        "today": period.day,
        "widest": period.widest,
        "limit": limit,
        "ready": list(acts.ready),
        "refuses": list(acts.refuses),
        "disrupts": list(acts.disrupts),
        **known,
        **({"undenied": undenied} if undenied else {}),
    }
    told = {"known": bool(known), "undenied": bool(undenied)}
    first = {"first_month": period.first_month}
    source = kept.acts(snapshot)
    surveyed = snapshot.rows(survey_query(source, **told), common | first)
    days = {row["earliest"] for row in surveyed if row["earliest"]}
    chosen = snapshot.rows(choice_query(source, days, **told), common) if days else []
    return _selection(surveyed, chosen, [row["last_report"] for row in straddling])


def _selection(
    surveyed: Iterable[Row], chosen: Iterable[Row], reports: Iterable[date | None]
) -> Selection:
    parts: defaultdict[str, list[Row]] = defaultdict(list)
    for row in surveyed:
        parts[row["part"]].append(row)
    talks: defaultdict[Level, list[date]] = defaultdict(list)
    for row in parts["talked"]:
        talks[Level(row["key"])].append(row["day"])
    (total,) = parts["all"]
    days = (total["day"], *reports)
    found: defaultdict[str, list[Chosen]] = defaultdict(list)
    for row in chosen:
        found[row.pop("part")].append(Chosen(**row))
    return Selection(
        happenings=total["number"],
        last_report=max((day for day in days if day), default=None),
        months={row["day"]: (row["number"], row["other"]) for row in parts["month"]},
        talks={level: sorted(listed) for level, listed in talks.items()},
        disruptions=parts["disruptions"][0]["number"],
        chosen=found,
    )
