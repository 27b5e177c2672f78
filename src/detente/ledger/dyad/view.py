"""The relation of two parties on one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from detente.ledger.dyad.balance import Balance, balance_of
from detente.ledger.dyad.claims import Claims, claims_of
from detente.ledger.dyad.contacts import Contacts, contacts_of
from detente.ledger.dyad.document import document_of
from detente.ledger.dyad.entries import entries_of
from detente.ledger.dyad.entry import Entry
from detente.ledger.dyad.neighbours import Neighbour, neighbours_of
from detente.ledger.dyad.openness import Openness, openness_of
from detente.ledger.dyad.parties import Side
from detente.ledger.dyad.period import Period
from detente.ledger.dyad.selection import Part, Selection, selection_of
from detente.ledger.dyad.silence import Silence, silence_of
from detente.lexicon.relations import relation_acts
from detente.records import DateBasis, Level, dyad
from detente.store import Snapshot

LISTED = 12
# Articles are sorted by their day, so that with a day to begin from only the last are read.
_LAST_REPORT = "SELECT max(published_on) FROM articles WHERE published_on >= $from {known}"
_KNOWN = "AND published_on <= $known"


@dataclass(frozen=True, slots=True)
class Disruptions:
    """What cut the relation of a pair back.

    Args:
        number: how many there are, listed or not.
        listed: the latest first.
    """

    number: int
    listed: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DyadView:
    """The relation of two parties as a ledger has it.

    Args:
        sides: the two parties, as asked for.
        version: ledger version.
        day: the day that it is told for; days of silence count to it.
        known_on: only what was published by this day is told; None where all is.
        happenings: happenings between the two.
        last_report: day of the last report of any of them, or None.
        last_in_ledger: day of the last report of all, or None.
        contacts: last contacts.
        talks: days with a contact in the two years up to the last one, by level.
        silence: levels at which they used to talk, and what is said of not talking.
        openness: of each side, in the order of the sides.
        disruptions: refusals, expulsions, sanctions, broken ties.
        claims: of each side about the other.
        balance: cooperation and conflict by month.
        neighbours: with whom each side has most to do; only where the two have nothing.
    """

    sides: tuple[Side, Side]
    version: int
    day: date
    known_on: date | None
    happenings: int
    last_report: date | None
    last_in_ledger: date | None
    contacts: Contacts
    talks: Mapping[Level, Sequence[date]]
    silence: Silence
    openness: tuple[Openness, Openness]
    disruptions: Disruptions
    claims: tuple[Claims, ...]
    balance: Balance
    neighbours: Mapping[str, tuple[Neighbour, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether the ledger has nothing on the two."""
        return not self.happenings and not any(claims.listed for claims in self.claims)

    @property
    def days_since_contact(self) -> int | None:
        """Days since the last possible day of the last contact; None where no text dates it."""
        last = self.contacts.last
        if last is None or last.when is None or last.when.basis is not DateBasis.TEXT:
            return None
        return max((self.day - last.when.last).days, 0)

    def to_dict(self) -> dict[str, Any]:
        """The answer, ready for ``json.dumps``."""
        return document_of(self)


def dyad_view(
    snapshot: Snapshot, sides: tuple[Side, Side], as_of: date | None = None, limit: int = LISTED
) -> DyadView:
    """The relation of two parties.

    Args:
        snapshot: the ledger.
        sides: the two.
        as_of: only what was published by this day is told, and days count to it; None for
            everything, counted to today.
        limit: the most happenings and claims in a list.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    first, second = sides
    period = Period(as_of or datetime.now(UTC).date(), as_of)
    claims = claims_of(snapshot, (first.code, second.code), as_of, limit)
    pair = dyad(first.code, second.code)
    selection = selection_of(snapshot, pair, period, relation_acts(), limit)
    entries = entries_of(snapshot, selection.wanted, as_of)
    contacts = contacts_of(selection, entries)
    empty = not selection.happenings and not any(item.listed for item in claims)
    return DyadView(
        sides=sides,
        version=snapshot.version,
        day=period.day,
        known_on=as_of,
        happenings=selection.happenings,
        last_report=selection.last_report,
        last_in_ledger=_last_in_ledger(snapshot, selection.last_report, as_of),
        contacts=contacts,
        talks=selection.talks,
        silence=silence_of(selection, entries, contacts, period.day),
        openness=(
            openness_of(selection, entries, first.code),
            openness_of(selection, entries, second.code),
        ),
        disruptions=_disruptions(selection, entries),
        claims=claims,
        balance=balance_of(selection.months, period),
        neighbours={
            side.code: neighbours_of(snapshot, side.code, as_of) for side in sides if empty
        },
    )


def _disruptions(selection: Selection, entries: Mapping[str, Entry]) -> Disruptions:
    listed = (entries[item.id] for item in selection.of(Part.DISRUPTS) if item.id in entries)
    return Disruptions(selection.disruptions, tuple(listed))


def _last_in_ledger(
    snapshot: Snapshot, from_day: date | None, known_on: date | None
) -> date | None:
    known = {"known": known_on} if known_on else {}
    query = _LAST_REPORT.format(known=_KNOWN if known_on else "")
    found = snapshot.value(query, {"from": from_day or date.min, **known})
    return found if isinstance(found, date) else None
