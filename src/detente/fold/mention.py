"""A mention: one coded event of one report in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.records import Event


@dataclass(frozen=True, slots=True)
class Mention:
    """One coded event, with the article it is told in.

    Args:
        event: the event; corrections have been applied.
        article: key of the article in the ledger.
    """

    event: Event
    article: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where other mentions of the same happening can be.

    Two mentions can be of one happening only where they have the same category, share a code, and
    their days are at most ``Settings.fold_reach`` days apart.

    Args:
        category: PLOVER category.
        codes: codes of all parties, in alphabetical order; one empty code where there is none.
        first: first day, inclusive.
        last: last day, inclusive.
    """

    category: str
    codes: tuple[str, ...]
    first: date
    last: date
