"""Happenings and claims as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.records import (
    Assertion,
    Casualties,
    Claim,
    Contact,
    Counts,
    Happening,
    Size,
    Stance,
    Status,
    Telling,
    dyad,
)
from detente.store.cells import (
    codes_of,
    count_cell,
    day_cell,
    days_cells,
    days_of,
    location_cells,
    location_of,
    parties_of,
    party_cells,
    party_of,
)
from detente.store.schema import Row

_SAME = (
    *("id", "component", "category", "mode", "quad_code", "event_scale", "cameo", "goldstein"),
    *("historical", "condition", "text", "best"),
)
_COUNTED = ("dead", "injured", "arrested")
_CLAIM_SAME = ("id", "happening", "category", "mode", "text")
_CLAIM_LISTS = ("about", "events", "answers")


@dataclass(frozen=True, slots=True)
class Reach:
    """By what a later mention of a component is found.

    Args:
        first: first day of any of its mentions.
        last: last day of any of them.
        codes: codes of their parties; an empty one where a mention has none.
    """

    first: date
    last: date
    codes: frozenset[str]


def happening_row(happening: Happening, contact: Contact | None, reach: Reach, version: int) -> Row:
    """A happening as a row, ready for ``json.dumps``.

    Args:
        happening: the happening.
        contact: the contact made from it, or None.
        reach: by what a later mention of its component is found.
        version: ledger version that adds it.
    """
    return {
        "version": version,
        **{name: getattr(happening, name) for name in _SAME},
        "contexts": list(happening.contexts),
        "actors": [party_cells(party) for party in happening.actors],
        "recipients": [party_cells(party) for party in happening.recipients],
        "codes": codes_of((*happening.actors, *happening.recipients)),
        "dyads": list(happening.dyads),
        "status": str(happening.status),
        **days_cells(happening.when),
        "location": location_cells(happening.location),
        **_casualty_cells(happening.casualties),
        "words": list(happening.words),
        "assertion": str(happening.assertion),
        **_report_cells(happening),
        "level": str(contact.level) if contact else None,
        "channel": contact.channel if contact else None,
        "all_codes": sorted(reach.codes),
        "earliest": day_cell(reach.first),
        "latest": day_cell(reach.last),
    }


def _casualty_cells(casualties: Casualties) -> Row:
    cells: Row = {}
    for name in _COUNTED:
        counts: Counts = getattr(casualties, name)
        cells[f"{name}_least"] = count_cell(counts.least)
        cells[f"{name}_most"] = count_cell(counts.most)
    return cells


def _report_cells(happening: Happening) -> Row:
    tellings = happening.tellings
    return {
        "tellings": [_telling_cells(telling) for telling in tellings],
        "events": [telling.event for telling in tellings],
        "event_dates": [day_cell(item.when.first) if item.when else None for item in tellings],
        "articles": sorted({telling.article for telling in tellings}),
        **_flat_reports(tellings),
        "first_seen": day_cell(happening.first_seen),
        "last_seen": day_cell(happening.last_seen),
        "sources": happening.sources,
    }


def _flat_reports(tellings: Iterable[Telling]) -> Row:
    """The reports beside the tellings: lists of plain values are far quicker to read."""
    tellings = tuple(tellings)
    return {
        "reports": [telling.report for telling in tellings],
        "publications": [telling.publication for telling in tellings],
        "published": [day_cell(telling.published) for telling in tellings],
    }


def _telling_cells(telling: Telling) -> Row:
    return {
        "event": telling.event,
        "article": telling.article,
        "report": telling.report,
        "publication": telling.publication,
        "published": day_cell(telling.published),
        "stance": str(telling.stance),
        "speakers": [party_cells(party) for party in telling.speakers],
        **days_cells(telling.when),
        **{name: count_cell(getattr(telling.size, name)) for name in _COUNTED},
        "text": telling.text,
    }


def happening_of(row: Row) -> Happening:
    """The happening of a row of the table."""
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    counts = {name: Counts(row[f"{name}_least"], row[f"{name}_most"]) for name in _COUNTED}
    return Happening(
        **same,
        contexts=tuple(row["contexts"]),
        actors=parties_of(row["actors"]),
        recipients=parties_of(row["recipients"]),
        status=Status(row["status"]),
        when=days_of(row),
        location=location_of(row["location"]),
        casualties=Casualties(**counts),
        words=tuple(row["words"]),
        assertion=Assertion(row["assertion"]),
        tellings=tuple(telling_of(cells) for cells in row["tellings"]),
    )


def telling_of(cells: Row) -> Telling:
    """The report of a happening from a struct of its column ``tellings``."""
    return Telling(
        event=cells["event"],
        article=cells["article"],
        report=cells["report"],
        publication=cells["publication"],
        published=cells["published"],
        stance=Stance(cells["stance"]),
        speakers=parties_of(cells["speakers"]),
        when=days_of(cells),
        size=Size(cells["dead"], cells["injured"], cells["arrested"]),
        text=cells["text"],
    )


def claim_row(claim: Claim, component: str, version: int, tellings: Iterable[Telling]) -> Row:
    """A claim as a row, ready for ``json.dumps``.

    Args:
        claim: the claim.
        component: component of the happening it is about.
        version: ledger version that adds it.
        tellings: the reports of that happening.
    """
    told = {telling.event: telling for telling in tellings}
    code = claim.claimant.code
    others = {other for other in claim.about if other and code and other != code}
    return {
        "version": version,
        "component": component,
        **{name: getattr(claim, name) for name in _CLAIM_SAME},
        **{name: list(getattr(claim, name)) for name in _CLAIM_LISTS},
        "claimant": party_cells(claim.claimant),
        "stance": str(claim.stance),
        "dyads": sorted(dyad(code, other) for other in others),
        "said_on": day_cell(claim.said_on),
        **_flat_reports(told[event] for event in claim.events if event in told),
    }


def claim_of(row: Row) -> Claim:
    """The claim of a row of the table."""
    same: dict[str, Any] = {name: row[name] for name in _CLAIM_SAME}
    lists: dict[str, Any] = {name: tuple(row[name]) for name in _CLAIM_LISTS}
    return Claim(
        **same,
        **lists,
        claimant=party_of(row["claimant"]),
        stance=Stance(row["stance"]),
        said_on=row["said_on"],
    )
