"""A happening with its reports side by side, and what they differ on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Claim, DateBasis, DateSpan, Happening, Party, Stance
from detente.store import Snapshot, claim_of, happening_of

_HAPPENING = "SELECT * FROM happenings WHERE id = $id"
_CLAIMS = "SELECT * FROM claims WHERE happening = $id ORDER BY said_on NULLS LAST, id"


@dataclass(frozen=True, slots=True)
class Told:
    """A happening as its reports tell it.

    Args:
        happening: the happening.
        claims: who asserts or denies it, first to last.
        days: the different days that texts give.
        counts: by what is counted, the different numbers that reports give.
        asserting: who asserts it, each once.
        denying: who denies it, each once.
        own_voice: reports that say it in their own voice.
    """

    happening: Happening
    claims: tuple[Claim, ...]
    days: tuple[DateSpan, ...]
    counts: dict[str, tuple[int, ...]]
    asserting: tuple[Party, ...]
    denying: tuple[Party, ...]
    own_voice: int


def told_of(snapshot: Snapshot, wanted: str) -> Told | None:
    """A happening by its id; None where the ledger does not have it.

    Args:
        snapshot: the ledger.
        wanted: the id.
    """
    rows = snapshot.rows(_HAPPENING, {"id": wanted})
    if not rows:
        return None
    happening = happening_of(rows[0])
    claims = tuple(map(claim_of, snapshot.rows(_CLAIMS, {"id": wanted})))
    return Told(
        happening=happening,
        claims=claims,
        days=_days(happening),
        counts={
            name: numbers
            for name in ("dead", "injured", "arrested")
            if (numbers := _counts(happening, name))
        },
        asserting=_speakers(happening, Stance.ASSERTS),
        denying=_speakers(happening, Stance.DENIES),
        own_voice=sum(not item.speakers for item in happening.tellings),
    )


def _days(happening: Happening) -> tuple[DateSpan, ...]:
    found = {
        (item.when.first, item.when.last): item.when
        for item in happening.tellings
        if item.when and item.when.basis is DateBasis.TEXT
    }
    return tuple(found[key] for key in sorted(found))


def _counts(happening: Happening, name: str) -> tuple[int, ...]:
    given = {getattr(item.size, name) for item in happening.tellings}
    return tuple(sorted(given - {None}))


def _speakers(happening: Happening, stance: Stance) -> tuple[Party, ...]:
    found = {
        party.key: party
        for item in happening.tellings
        if item.stance is stance
        for party in item.speakers
    }
    return tuple(found.values())
