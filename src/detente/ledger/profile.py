"""A party or a person: with whom they have to do, and what they claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detente.ledger import kept
from detente.ledger.conditions import either_side
from detente.ledger.dyad.entries import entries_of
from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.neighbours import other_of
from detente.records import Claim
from detente.store import Row, Snapshot, claim_of

_MINE, _THEIRS = "list_contains(codes, $code)", either_side("p.identifier_id")("ids")
# All is told from one pass over the happenings.
_ABOUT_IT = """
    WITH mine AS MATERIALIZED (
        SELECT id, earliest, coalesce(date, first_seen) AS day, date, dyads, quad_code, level,
            status = 'actual' AS actual, status <> 'negated' AND assertion <> 'denied' AS undenied
        FROM {acts} WHERE {where}
    ),
    pairs AS (SELECT unnest(dyads) AS dyad, * EXCLUDE (dyads) FROM mine WHERE undenied),
    dealings AS (
        SELECT dyad, count(*) AS happenings, count(*) FILTER (quad_code <= 2) AS cooperation,
            count(*) FILTER (quad_code > 2) AS conflict,
            max(date) FILTER (level IS NOT NULL AND actual AND date <= $today) AS last_contact,
            max(date) FILTER (date <= $today) AS last
        FROM pairs WHERE list_contains(string_split(dyad, '-'), $code)
        GROUP BY dyad ORDER BY happenings DESC, dyad LIMIT $limit
    ),
    latest AS (
        SELECT id, earliest, day FROM mine WHERE day <= $today ORDER BY day DESC, id LIMIT $latest
    )
    SELECT *, NULL::VARCHAR AS id, NULL::DATE AS earliest FROM dealings
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, day, id, earliest FROM latest
    UNION ALL SELECT NULL, count(*), NULL, NULL, NULL, NULL, NULL, NULL FROM mine
"""
_PARTIES = """
    SELECT code, count(*) AS happenings, max(first_seen) AS last
    FROM (SELECT unnest(codes) AS code, first_seen FROM {acts})
    GROUP BY code ORDER BY happenings DESC, code
"""
_CLAIMS = """
    SELECT * FROM claims WHERE (said_on, id) IN (
        SELECT said_on, id FROM claims WHERE {where} AND said_on IS NOT NULL
        ORDER BY said_on DESC, id LIMIT $limit
    ) ORDER BY said_on DESC, id
"""
_BY, _ABOUT = "claimant.code = $code", "list_contains(about, $code) AND claimant.code <> $code"
_FIGURES = ("happenings", "cooperation", "conflict", "last_contact", "last")
_BY_PERSON = "claimant.identifier_id = $code"


@dataclass(frozen=True, slots=True)
class Dealing:
    """What a party has to do with another.

    Args:
        code: the other.
        happenings: between the two, those denied aside.
        cooperation: of these, acts of cooperation.
        conflict: of these, acts of conflict.
        last_contact: first day of the last contact that took place, or None.
        last: day of the last of them, or None.
    """

    code: str
    happenings: int
    cooperation: int
    conflict: int
    last_contact: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """A party that occurs in a ledger.

    Args:
        code: its code.
        happenings: in which it takes part.
        last: day of the first report of the last of them, or None.
    """

    code: str
    happenings: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A party or a person.

    Args:
        happenings: in how many it takes part.
        dealings: with whom it has to do, those most often first.
        latest: the latest of the happenings, latest first.
        claims: what it claims, latest first.
        about: what others claim about the party, latest first; nothing of a person.
    """

    happenings: int
    dealings: tuple[Dealing, ...]
    latest: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    about: tuple[Claim, ...]


def parties_of(snapshot: Snapshot) -> tuple[Known, ...]:
    """The parties that occur, those most often first."""
    return tuple(Known(**row) for row in snapshot.rows(_PARTIES.format(acts=kept.acts(snapshot))))


def profile_of(snapshot: Snapshot, code: str, today: date, limit: int) -> Profile:
    """A party.

    Args:
        snapshot: the ledger.
        code: its code.
        today: what is dated later is neither a last contact nor among the latest.
        limit: the most dealings; of happenings and claims, a quarter of it.
    """
    some = limit // 4
    acts = kept.acts(snapshot)
    number, dealings, latest = _about(snapshot, acts, _MINE, code, {"today": today, "limit": limit})
    claims = _claims(snapshot, _BY, code, some)
    return Profile(number, dealings, latest, claims, _claims(snapshot, _ABOUT, code, some))


def person_of(snapshot: Snapshot, identity: str, code: str, today: date, limit: int) -> Profile:
    """A person, or a body that has no code of its own.

    Args:
        snapshot: the ledger.
        identity: id in the registry.
        code: whom they act for; what they do with others is told of its pairs.
        today: what is dated later is neither a last contact nor among the latest.
        limit: the most dealings; of happenings and claims, a quarter of it.
    """
    wanted = {"today": today, "limit": limit, "ids": [identity]}
    number, dealings, latest = _about(snapshot, "happenings", _THEIRS, code, wanted)
    return Profile(
        number, dealings, latest, _claims(snapshot, _BY_PERSON, identity, limit // 4), ()
    )


def _about(
    snapshot: Snapshot, acts: str, where: str, code: str, wanted: Mapping[str, object]
) -> tuple[int, tuple[Dealing, ...], tuple[Entry, ...]]:
    parameters = {**wanted, "code": code, "latest": int(str(wanted["limit"])) // 4}
    rows = snapshot.rows(_ABOUT_IT.format(acts=acts, where=where), parameters)
    number = next(row["happenings"] for row in rows if not row["dyad"] and not row["id"])
    days = {row["id"]: row["earliest"] for row in rows if row["id"]}
    found = entries_of(snapshot, days, None)
    dealings = tuple(_dealing(row, code) for row in rows if row["dyad"])
    return number, dealings, tuple(found[key] for key in days if key in found)


def _dealing(row: Row, code: str) -> Dealing:
    rest = {name: row[name] for name in _FIGURES}
    return Dealing(other_of(row["dyad"], code), **rest)


def _claims(snapshot: Snapshot, where: str, code: str, limit: int) -> tuple[Claim, ...]:
    rows = snapshot.rows(_CLAIMS.format(where=where), {"code": code, "limit": limit})
    return tuple(map(claim_of, rows))
