"""A ledger as Python uses it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from detente.errors import LedgerError, Place
from detente.ledger.adding import BATCH, Added, Adding, OnCoded, OnFault, ReportCoder
from detente.ledger.asking import Asking
from detente.ledger.correcting import correct
from detente.ledger.dyad import LISTED, DyadView, dyad_view, sides_of
from detente.ledger.summary import Summary, summary_of
from detente.records import Article, Correction, Reject, Verdict
from detente.settings import Settings
from detente.store import Run, Snapshot, Store, article_of, reject_of, reject_row


class Ledger(Asking):
    """A ledger: reports of many days, coded, folded and kept, with all its earlier versions.

    Reading needs no lock and is not disturbed by writers; many processes may write.

    Args:
        path: its folder; ``add`` makes it where it does not exist.
        settings: how to code and fold; None for the defaults.

    Raises:
        LedgerError: no ledger can be at such a path.
    """

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        self._store = Store(path)
        self._settings = settings or Settings()
        self._bound: int | None = None
        self._held: Snapshot | None = None
        self._opening = threading.Lock()

    @property
    def path(self) -> Path:
        """Its folder."""
        return self._store.folder.path

    @property
    def version(self) -> int:
        """The version that is read; 0 where there is no ledger yet.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        return self.snapshot().version if self._store.folder.exists else 0

    def at(self, *, version: int | None = None, time: datetime | None = None) -> Ledger:
        """The ledger as an earlier version has it, for reading.

        Args:
            version: which; 1 is the first.
            time: the latest version made up to then, instead; UTC where it names no zone.

        Raises:
            LedgerError: there is no such version.
        """
        earlier = Ledger(self.path, self._settings)
        earlier._bound = self._snapshot(version, time).version
        return earlier

    def pinned(self, *, version: int | None = None, time: datetime | None = None) -> Ledger:
        """The ledger as one version has it, whatever is added meanwhile, for reading by one thread.

        Every question finds the tables open that an earlier one opened.

        Args:
            version: which; None for that of this moment.
            time: the latest version made up to then, instead; UTC where it names no zone.

        Raises:
            LedgerError: there is no ledger or no such version, or it cannot be read.
        """
        pinned = Ledger(self.path, self._settings)
        pinned._held = self._snapshot(version or self._bound, time)
        pinned._bound = pinned._held.version
        return pinned

    def snapshot(self) -> Snapshot:
        """The latest version, or the one that ``at`` or ``pinned`` chose, for questions in SQL.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        return self._held or self._snapshot(self._bound or None, None)

    def _snapshot(self, version: int | None, time: datetime | None) -> Snapshot:
        if time is not None and time.tzinfo is None:
            time = time.replace(tzinfo=UTC)
        # The handles of the tables are shared by all threads that ask.
        with self._opening:
            return self._store.snapshot(version=version, time=time)

    def history(self) -> tuple[Run, ...]:
        """Every version up to this one, oldest first.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        last = self._bound
        return tuple(run for run in self._store.runs() if last is None or run.version <= last)

    def show(
        self, first: str, second: str, as_of: date | None = None, limit: int = LISTED
    ) -> DyadView:
        """The relation of two parties: contacts, silence, openness, disruptions, claims, balance.

        Args:
            first: a party, by code ("FRA"), name ("France") or adjective ("French").
            second: another.
            as_of: only what was published by this day is told, and days count to it; None for
                everything, counted to today.
            limit: the most happenings and claims in a list.

        Raises:
            PartyError: a party is not known, or the two are the same.
            LedgerError: there is no ledger, or it cannot be read.
        """
        return dyad_view(self.snapshot(), sides_of(first, second), as_of, limit)

    def summary(self) -> Summary:
        """The ledger in some figures.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        return summary_of(self.snapshot())

    def rejects(self) -> tuple[Reject, ...]:
        """What could not be read, in the order in which it was met.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        rows = self.snapshot().rows("SELECT * FROM rejects ORDER BY version, source, record")
        return tuple(map(reject_of, rows))

    def article(self, key: str) -> Article | None:
        """A report by its key; None where the ledger does not have it.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        rows = self.snapshot().rows("SELECT * FROM articles WHERE key = ?", [key])
        return article_of(rows[0]) if rows else None

    def add(
        self,
        articles: Iterable[Article],
        coder: ReportCoder | None = None,
        *,
        recode: bool = False,
        on_coded: OnCoded | None = None,
        on_fault: OnFault | None = None,
        batch: int = BATCH,
    ) -> Added:
        """Code and keep reports that the ledger does not know yet.

        What was committed before an error or interruption stays; adding the same again goes on
        from there.

        Args:
            articles: the reports.
            coder: codes them; None makes a ``detente.Coder`` once there is something to code.
            recode: whether reports that another coder, lexicon or setting coded are coded again,
                and their events replaced.
            on_coded: called with each report that was coded, and its events.
            on_fault: called with what a report met that cannot be coded, which is then left out;
                None to raise it.
            batch: reports in a commit.

        Raises:
            CodingError: a report cannot be coded, through a fault of the program.
            LedgerError: the ledger cannot be written.
        """
        self._check_latest()
        run = Adding(
            self._store,
            lambda: coder or self._default_coder(),
            self._settings,
            recode=recode,
            on_coded=on_coded,
            on_fault=on_fault,
            batch=batch,
        )
        return run.run(articles)

    def record_rejects(self, rejects: Iterable[Reject]) -> int:
        """Keep what could not be read, once each.

        Returns:
            How many the ledger did not have yet.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        self._check_latest()
        found = dict.fromkeys(rejects)
        if not found:
            return 0
        with self._store.transaction() as transaction:
            rows = transaction.snapshot.rows("SELECT * FROM rejects")
            new = found.keys() - set(map(reject_of, rows))
            ordered = [item for item in found if item in new]
            if ordered:
                before = transaction.snapshot.run or _nothing()
                version = transaction.version
                transaction.add("rejects", [reject_row(item, version) for item in ordered])
                run = Run(version, before.time, "add", rejects=len(ordered))
                transaction.commit(replace(run, folded_to=before.folded_to))
        return len(ordered)

    def correct(
        self,
        event: str,
        verdict: Verdict | str,
        changes: Mapping[str, str] | None = None,
        *,
        author: str,
        why: str,
    ) -> tuple[Correction, ...]:
        """Keep an analyst's word on an event, and fold again what it touches.

        What the coder said stays as it was; the correction is applied when the ledger is read.

        Args:
            event: its id, or as much of the beginning as is its alone.
            verdict: accept, reject or edit.
            changes: for an edit, new values by field; ``detente.ledger.EDITABLE`` has the fields.
            author: who says so.
            why: the reason.

        Returns:
            The correction; an edit of several fields is one for each.

        Raises:
            QuestionError: there is no such event, or the edit is none that can be made.
            LedgerError: the ledger cannot be written.
        """
        self._check_latest()
        return correct(
            self._store,
            event,
            Verdict(verdict),
            changes or {},
            author=author,
            why=why,
            settings=self._settings,
        )

    def _default_coder(self) -> ReportCoder:
        # Its language library takes most of a second; a run without new reports need not wait.
        from detente.pipeline import Coder  # noqa: PLC0415 - the whole point

        return Coder(self._settings)

    def _check_latest(self) -> None:
        if self._bound is not None:
            problem = f"version {self._bound} is history, which cannot be changed"
            raise LedgerError(Place(str(self.path)), problem, "add to the ledger as it is now")


def _nothing() -> Run:
    return Run(0, datetime.now(UTC), "")
