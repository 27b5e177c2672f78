"""A party or a person: with whom they have to do, and what they claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
            status = 'actual' AS actual, status <> 'negated' AND assertion <> 'denied' AS undenied,
            {acted} AS acted
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
    past AS (SELECT * FROM mine WHERE day <= $today),
    latest AS (SELECT id, earliest, day FROM past ORDER BY day DESC, id LIMIT $latest),
    contacts AS (
        SELECT id, earliest, day FROM past WHERE level IS NOT NULL
        ORDER BY day DESC, id LIMIT $latest
    ),
    acts AS (SELECT id FROM mine WHERE acted ORDER BY day DESC NULLS LAST, id LIMIT {most_acts})
    SELECT 'dealings' AS list, *, NULL::VARCHAR AS id, NULL::DATE AS earliest FROM dealings
    UNION ALL SELECT 'latest', NULL, NULL, NULL, NULL, NULL, day, id, earliest FROM latest
    UNION ALL SELECT 'contacts', NULL, NULL, NULL, NULL, NULL, day, id, earliest FROM contacts
    UNION ALL SELECT 'acts', NULL, NULL, NULL, NULL, NULL, NULL, id, NULL FROM acts
    UNION ALL SELECT 'number', NULL, count(*), NULL, NULL, NULL, NULL, NULL, NULL FROM mine
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
# A claim names codes; who acted in what it tells of, the happening says.
_ABOUT_PERSON = (
    "claimant.identifier_id IS DISTINCT FROM $code"
    " AND happening IN (SELECT unnest(CAST($acts AS VARCHAR[])))"
)
_ACTS = "list_contains(list_transform(actors, lambda p: p.identifier_id), $ids[1])"
_MOST_ACTS = 2_000


@dataclass(frozen=True, slots=True)
class _Acts:
    """What is told of the happenings of a party or a person, by its list.

    Args:
        lists: rows of each list.
        entries: happenings by id.
    """

    lists: Mapping[str, Sequence[Row]]
    entries: Mapping[str, Entry]

    @property
    def number(self) -> int:
        """How many happenings there are."""
        return int(self.lists["number"][0]["happenings"])

    def named(self, name: str) -> tuple[Entry, ...]:
        """The happenings of a list, in its order."""
        ids = (row["id"] for row in self.lists.get(name, ()))
        return tuple(self.entries[key] for key in ids if key in self.entries)

    def dealings(self, code: str) -> tuple[Dealing, ...]:
        """With whom a party has to do."""
        return tuple(_dealing(row, code) for row in self.lists.get("dealings", ()))


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
        contacts: the latest contacts among them, latest first, those said not to have been as well.
        claims: what it claims, latest first.
        about: what others claim that it did, latest first.
    """

    happenings: int
    dealings: tuple[Dealing, ...]
    latest: tuple[Entry, ...]
    contacts: tuple[Entry, ...]
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
    some, acts = limit // 4, kept.acts(snapshot)
    found = _about(snapshot, acts, (_MINE, "false"), {"code": code, "today": today, "limit": limit})
    return Profile(
        found.number,
        found.dealings(code),
        found.named("latest"),
        found.named("contacts"),
        _claims(snapshot, _BY, {"code": code, "limit": some}),
        _claims(snapshot, _ABOUT, {"code": code, "limit": some}),
    )


def person_of(snapshot: Snapshot, identity: str, code: str, today: date, limit: int) -> Profile:
    """A person, or a body that has no code of its own.

    Args:
        snapshot: the ledger.
        identity: id in the registry.
        code: whom they act for; what they do with others is told of its pairs.
        today: what is dated later is neither a last contact nor among the latest.
        limit: the most dealings; of happenings and claims, a quarter of it.
    """
    wanted = {"code": code, "today": today, "limit": limit, "ids": [identity]}
    found = _about(snapshot, "happenings", (_THEIRS, _ACTS), wanted)
    asked = {"code": identity, "limit": limit // 4}
    acts = [row["id"] for row in found.lists.get("acts", ())]
    return Profile(
        found.number,
        found.dealings(code),
        found.named("latest"),
        found.named("contacts"),
        _claims(snapshot, _BY_PERSON, asked),
        _claims(snapshot, _ABOUT_PERSON, {**asked, "acts": acts}) if acts else (),
    )


def _about(
    snapshot: Snapshot, acts: str, conditions: tuple[str, str], wanted: Mapping[str, Any]
) -> _Acts:
    where, acted = conditions
    query = _ABOUT_IT.format(acts=acts, where=where, acted=acted, most_acts=_MOST_ACTS)
    lists: defaultdict[str, list[Row]] = defaultdict(list)
    for row in snapshot.rows(query, {**wanted, "latest": wanted["limit"] // 4}):
        lists[row["list"]].append(row)
    days = {row["id"]: row["earliest"] for row in (*lists["latest"], *lists["contacts"])}
    return _Acts(lists, entries_of(snapshot, days, None))


def _dealing(row: Row, code: str) -> Dealing:
    rest = {name: row[name] for name in _FIGURES}
    return Dealing(other_of(row["dyad"], code), **rest)


def _claims(snapshot: Snapshot, where: str, wanted: Mapping[str, Any]) -> tuple[Claim, ...]:
    return tuple(map(claim_of, snapshot.rows(_CLAIMS.format(where=where), wanted)))
