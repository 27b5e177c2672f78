"""What each side of a pair claims about the other, with the denials set against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad.entry import Report, reports_of
from detente.records import Party, dyad
from detente.store import Row, Snapshot, party_of

# A claim about what both do together is no claim about the other.
_ABOUT_THE_OTHER = """
    list_contains(dyads, $pair) AND stance = 'asserts'
    AND list_contains($codes, claimant.code) AND NOT list_contains(about, claimant.code) {known}
"""
_NEWEST = "row_number() OVER (PARTITION BY code ORDER BY said_on DESC NULLS LAST{then}) <= $limit"
# The days are found first, and then read are the words of these days alone.
_SURVEY = """
    SELECT claimant.code AS code, said_on, count(*) OVER (PARTITION BY code) AS number
    FROM claims WHERE {where} QUALIFY {newest}
"""
_CLAIMS = """
    SELECT claimant.code AS code, id, happening, claimant, category, mode, said_on, text, answers,
        events, reports, publications, published
    FROM claims WHERE {where} AND ({days}) QUALIFY {newest}
    ORDER BY said_on DESC NULLS LAST, id
"""
_DENIALS = """
    SELECT id, happening, claimant, said_on, text, events, reports, publications, published
    FROM claims
    WHERE happening IN (SELECT unnest($happenings)) AND stance = 'denies' {known}
    ORDER BY said_on, id
"""
_KNOWN = "AND said_on <= $known"


@dataclass(frozen=True, slots=True)
class Denial:
    """A party's word against a claim.

    Args:
        id: id of the claim that it is.
        claimant: who denies.
        said_on: day of its first report, or None.
        text: the sentence.
        reports: every report of it, by day of publication.
    """

    id: str
    claimant: Party
    said_on: date | None
    text: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class DyadClaim:
    """What one side says that the other did.

    Args:
        id: id of the claim.
        happening: id of the happening that it is about.
        claimant: who says so.
        category: PLOVER category of what is claimed.
        mode: PLOVER mode of it, or None.
        said_on: day of its first report, or None.
        text: the sentence.
        reports: every report of it, by day of publication.
        denials: what others say against it, first to last.
    """

    id: str
    happening: str
    claimant: Party
    category: str
    mode: str | None
    said_on: date | None
    text: str
    reports: tuple[Report, ...]
    denials: tuple[Denial, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """What one side claims about the other.

    Args:
        code: the side.
        number: how many claims there are, listed or not.
        listed: the latest first.
    """

    code: str
    number: int
    listed: tuple[DyadClaim, ...]


def claims_of(
    snapshot: Snapshot, sides: Sequence[str], known_on: date | None, limit: int
) -> tuple[Claims, ...]:
    """What each side of a pair claims about the other.

    Args:
        snapshot: the ledger.
        sides: the two codes.
        known_on: only what was said by this day is told; None where all is.
        limit: claims of a side.
    """
    known = {"known": known_on} if known_on else {}
    where = _ABOUT_THE_OTHER.format(known=_KNOWN if known_on else "")
    parameters = {"pair": dyad(*sides), "codes": list(sides), "limit": limit, **known}
    found = snapshot.rows(_SURVEY.format(where=where, newest=_NEWEST.format(then="")), parameters)
    if not found:
        return tuple(Claims(code, 0, ()) for code in sides)
    days = _on_days({row["said_on"] for row in found})
    query = _CLAIMS.format(where=where, newest=_NEWEST.format(then=", id"), days=days)
    rows = snapshot.rows(query, parameters)
    denials = _denials(snapshot, rows, known_on)
    numbers = {row["code"]: row["number"] for row in found}
    return tuple(
        Claims(
            code,
            numbers.get(code, 0),
            tuple(_claim(row, denials, known_on) for row in rows if row["code"] == code),
        )
        for code in sides
    )


def _on_days(days: Iterable[date | None]) -> str:
    """A condition as literals, which lets the reader of the files leave out all other days."""
    days = set(days)
    listed = ", ".join(f"DATE '{day}'" for day in sorted(day for day in days if day))
    conditions = [f"said_on IN ({listed})"] if listed else []
    return " OR ".join([*conditions, *(["said_on IS NULL"] if None in days else [])])


def _denials(
    snapshot: Snapshot, claims: Iterable[Row], known_on: date | None
) -> tuple[Denial, ...]:
    """What is said against any of some claims, first to last."""
    happenings = sorted({row["happening"] for row in claims if row["answers"]})
    if not happenings:
        return ()
    known = {"known": known_on} if known_on else {}
    query = _DENIALS.format(known=_KNOWN if known_on else "")
    rows = snapshot.rows(query, {"happenings": happenings, **known})
    return tuple(_denial(row, known_on) for row in rows)


def _claim(row: Row, denials: Iterable[Denial], known_on: date | None) -> DyadClaim:
    answers = frozenset(row["answers"])
    return DyadClaim(
        id=row["id"],
        happening=row["happening"],
        claimant=party_of(row["claimant"]),
        category=row["category"],
        mode=row["mode"],
        said_on=row["said_on"],
        text=row["text"],
        reports=reports_of(row, known_on),
        denials=tuple(denial for denial in denials if denial.id in answers),
    )


def _denial(row: Row, known_on: date | None) -> Denial:
    claimant, reports = party_of(row["claimant"]), reports_of(row, known_on)
    return Denial(row["id"], claimant, row["said_on"], row["text"], reports)
