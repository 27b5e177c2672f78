"""The questions by which somebody leafs through a ledger."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import UTC, date, datetime
from typing import Any

from detente.ledger.coverage import Coverage, coverage_of
from detente.ledger.dyad import Entry
from detente.ledger.filters import Filter
from detente.ledger.listing import Listing, Marks, listing_of, marks_of, news_of
from detente.ledger.movers import Movers, movers_of
from detente.ledger.pair_news import PairNews, pair_news_of
from detente.ledger.profile import Known, Profile, parties_of, person_of, profile_of
from detente.ledger.reports import Report, key_of_event, report_of
from detente.ledger.reviewing import review_of
from detente.ledger.search import Found, search
from detente.ledger.told import Told, told_of
from detente.records import dyad
from detente.store import Review, Snapshot

_FEW, _MANY = 12, 40


class Browsing(ABC):
    """Whatever has a version of a ledger to leaf through."""

    _known: tuple[int, Review] | None = None

    @abstractmethod
    def snapshot(self) -> Snapshot:
        """The version that is asked."""

    def reviewed(self) -> Snapshot:
        """The version that is asked; its SQL knows ``reviewed_events``, the events as corrected."""
        snapshot = self.snapshot()
        if self._known is None or self._known[0] != snapshot.version:
            self._known = (snapshot.version, review_of(snapshot))
        snapshot.review = self._known[1]
        return snapshot

    def listing(self, wanted: Filter | None = None, **given: Any) -> Listing:
        """A page of happenings with their number.

        Args:
            wanted: which; None for those that the keywords tell.
            given: fields of a filter, as ``Filter.of`` takes them.

        Raises:
            QuestionError: the filter does not fit happenings.
        """
        return listing_of(self.snapshot(), wanted or Filter.of(**given))

    def marks(self, wanted: Filter, limit: int) -> Marks:
        """The latest happenings as a chart shows them.

        Args:
            wanted: which.
            limit: how many at most.

        Raises:
            QuestionError: the filter does not fit happenings.
        """
        return marks_of(self.snapshot(), wanted, limit)

    def news(self, limit: int = _FEW, today: date | None = None) -> tuple[Entry, ...]:
        """The happenings that were reported last, the latest first.

        Args:
            limit: how many.
            today: what is reported later is left out; None for the day it is.
        """
        return news_of(self.snapshot(), today or _today(), limit)

    def pair_news(
        self, first: str, second: str, limit: int = _MANY, *, contacts: bool = False
    ) -> tuple[PairNews, ...]:
        """The happenings of two parties that were reported last, the latest first.

        Args:
            first: a party's code.
            second: another's.
            limit: how many.
            contacts: whether only contacts are wanted.
        """
        return pair_news_of(self.snapshot(), dyad(first, second), limit, contacts=contacts)

    def movers(self, limit: int = _FEW, today: date | None = None) -> Movers:
        """The pairs whose last three months differ most from their two years.

        Args:
            limit: how many.
            today: reports of later days count for nothing; None for the day it is.
        """
        return movers_of(self.snapshot(), today or _today(), limit)

    def search(self, words: str, limit: int = _FEW, offset: int = 0) -> Found:
        """What some words can mean: parties, people, places, and words of the reports.

        Args:
            words: the words, in any order; those between double quotes stand together.
            limit: the most happenings.
            offset: happenings to pass over first.
        """
        return search(self.snapshot(), words, limit, offset)

    def parties(self) -> tuple[Known, ...]:
        """The parties that occur, those most often first."""
        return parties_of(self.snapshot())

    def profile(self, code: str, limit: int = _MANY) -> Profile:
        """A party: with whom it has to do, what it claims and what is claimed about it.

        Args:
            code: its code.
            limit: the most others; of happenings and claims, a quarter of it.
        """
        return profile_of(self.snapshot(), code, _today(), limit)

    def person(self, identity: str, code: str, limit: int = _MANY) -> Profile:
        """A person, or a body without a code of its own.

        Args:
            identity: id in the registry.
            code: whom they act for.
            limit: the most others; of happenings and claims, a quarter of it.
        """
        return person_of(self.snapshot(), identity, code, _today(), limit)

    def told(self, happening: str) -> Told | None:
        """A happening with its reports side by side; None where the ledger has it not.

        Args:
            happening: its id.
        """
        return told_of(self.snapshot(), happening)

    def report(self, key: str) -> Report | None:
        """A report with its events, as coded and as corrected; None where the ledger has it not.

        Args:
            key: its key.
        """
        return report_of(self.reviewed(), key)

    def report_key(self, event: str) -> str | None:
        """The key of the report of an event; None where there is no such event, or several.

        Args:
            event: its id, or eight characters of its beginning at least.
        """
        return key_of_event(self.snapshot(), event)

    def coverage(self) -> Coverage:
        """How many reports there are of which outlets, by month."""
        return coverage_of(self.snapshot())


def _today() -> date:
    return datetime.now(UTC).date()
