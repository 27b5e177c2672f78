"""What each side of a pair claims about the other, with the denials set against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.ledger.dyad.entry import Entry, Report
from detente.records import Party
from detente.store import Row, Snapshot, party_of

# A claim about what both do together is no claim about the other.
_CLAIMS = """
    SELECT id, happening, claimant, category, mode, said_on, text, events, answers,
        count(*) OVER (PARTITION BY claimant.code) AS number
    FROM claims
    WHERE list_contains(dyads, $pair) AND stance = 'asserts'
        AND list_contains($codes, claimant.code) AND NOT list_contains(about, claimant.code)
        {known}
    QUALIFY row_number() OVER (
        PARTITION BY claimant.code ORDER BY said_on DESC NULLS LAST, id
    ) <= $limit
    ORDER BY said_on DESC NULLS LAST, id
"""
_DENIALS = """
    SELECT id, happening, claimant, category, mode, said_on, text, events FROM claims
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


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """Rows of claims and denials, before their reports are known."""

    claims: Sequence[Row]
    denials: Sequence[Row]

    @property
    def happenings(self) -> dict[str, date | None]:
        """Happenings they are about, with the day on which somebody spoke of each."""
        return {row["happening"]: row["said_on"] for row in (*self.claims, *self.denials)}


def claim_rows(
    snapshot: Snapshot, pair: str, codes: Sequence[str], known_on: date | None, limit: int
) -> ClaimRows:
    """The claims of a pair, with the denials of what they are about.

    Args:
        snapshot: the ledger.
        pair: as ``dyads`` has it.
        codes: the two sides.
        known_on: only what was said by this day is told; None where all is.
        limit: claims of a side.
    """
    known = {"known": known_on} if known_on else {}
    condition = _KNOWN if known_on else ""
    parameters = {"pair": pair, "codes": list(codes), "limit": limit, **known}
    found = snapshot.rows(_CLAIMS.format(known=condition), parameters)
    happenings = sorted({row["happening"] for row in found if row["answers"]})
    if not happenings:
        return ClaimRows(found, ())
    query = _DENIALS.format(known=condition)
    return ClaimRows(found, snapshot.rows(query, {"happenings": happenings, **known}))


def claims_of(rows: ClaimRows, entries: Mapping[str, Entry], code: str) -> Claims:
    """The claims of one side.

    Args:
        rows: those of the pair.
        entries: the happenings they are about.
        code: the side.
    """
    denials: defaultdict[str, list[Denial]] = defaultdict(list)
    for row in rows.denials:
        denials[row["happening"]].append(_denial(row, entries))
    own = [row for row in rows.claims if row["claimant"]["code"] == code]
    number = max((row["number"] for row in own), default=0)
    return Claims(
        code, number, tuple(_claim(row, entries, denials[row["happening"]]) for row in own)
    )


def _claim(row: Row, entries: Mapping[str, Entry], denials: Iterable[Denial]) -> DyadClaim:
    answers = frozenset(row["answers"])
    return DyadClaim(
        id=row["id"],
        happening=row["happening"],
        claimant=party_of(row["claimant"]),
        category=row["category"],
        mode=row["mode"],
        said_on=row["said_on"],
        text=row["text"],
        reports=_reports(row, entries),
        denials=tuple(denial for denial in denials if denial.id in answers),
    )


def _denial(row: Row, entries: Mapping[str, Entry]) -> Denial:
    claimant = party_of(row["claimant"])
    return Denial(row["id"], claimant, row["said_on"], row["text"], _reports(row, entries))


def _reports(row: Row, entries: Mapping[str, Entry]) -> tuple[Report, ...]:
    entry = entries.get(row["happening"])
    told = frozenset(row["events"])
    return tuple(report for report in entry.reports if report.event in told) if entry else ()
