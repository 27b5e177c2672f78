"""Reports into the ledger: those it does not know yet are coded, folded and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from detente.errors import CodingError
from detente.ledger.days import on_days
from detente.ledger.folding import refolded, write
from detente.ledger.reviewing import as_corrected
from detente.records import Article, Event
from detente.settings import Settings
from detente.store import Row, Run, Snapshot, Store, Transaction, article_row, event_row
from detente.version import CODER

if TYPE_CHECKING:
    from detente.coding import Coding

# Coding as many reports takes some seconds, beside which a commit is nothing.
BATCH = 200

OnCoded = Callable[[Article, tuple[Event, ...]], None]
OnFault = Callable[[CodingError], None]
_KNOWN = "SELECT key, coding FROM articles WHERE key IN (SELECT unnest(?))"


class ReportCoder(Protocol):
    """What codes reports: ``detente.Coder``, or anything of its form."""

    @property
    def settings(self) -> Settings:
        """How it codes."""
        ...

    @property
    def digest(self) -> str:
        """Digest of its lexicon and registry."""
        ...

    def codings(
        self,
        articles: Iterable[Article],
        on_fault: OnFault | None = None,
    ) -> Iterator[Coding]:
        """What comes of each report, in their order; without those that meet a fault."""
        ...


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding.

    Args:
        articles: reports that are new to the ledger.
        recoded: reports that were coded again.
        known: reports that were left as they are.
        events: events coded from the new and the recoded.
        version: version of the ledger afterwards; 0 where there is none yet.
    """

    articles: int = 0
    recoded: int = 0
    known: int = 0
    events: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class _Coded:
    """A report with its events."""

    article: Article
    key: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the ledger had of the reports that wait.

    Args:
        version: the version it had it in; None where it differs.
        codings: digests of the codings, by key.
    """

    version: int | None
    codings: dict[str, str]


class Adding:
    """One run of adding reports.

    Args:
        store: the tables.
        coder: gives the coder; called once there is a report to code.
        settings: how to fold.
        recode: whether reports that another coder, lexicon or setting coded are coded again.
        on_coded: called with each report that was coded, and its events.
        on_fault: called with what a report met that cannot be coded; None to raise it.
        batch: reports in a commit.
    """

    def __init__(
        self,
        store: Store,
        coder: Callable[[], ReportCoder],
        settings: Settings,
        *,
        recode: bool,
        on_coded: OnCoded | None,
        on_fault: OnFault | None,
        batch: int = BATCH,
    ) -> None:
        self._store = store
        self._make_coder = coder
        self._coder: ReportCoder | None = None
        self._settings = settings
        self._recode = recode
        self._on_coded = on_coded
        self._on_fault = on_fault
        self._batch = batch
        self._waiting: dict[str, Article] = {}
        self._seen = _Seen(None, {})
        self.added = Added()

    def run(self, articles: Iterable[Article]) -> Added:
        """Add reports, a commit for each batch of those that have to be coded."""
        stream = iter(articles)
        while chunk := list(islice(stream, self._batch)):
            self._sort_out(chunk)
            while len(self._waiting) >= self._batch:
                self._code()
        while self._waiting:
            self._code()
        if not self.added.version:
            self.added = replace(self.added, version=self._version())
        return self.added

    def _version(self) -> int:
        return self._store.snapshot().version if self._store.folder.exists else 0

    def _sort_out(self, chunk: list[Article]) -> None:
        keyed = {article.key: article for article in chunk}
        known = self._looked_up(chunk)
        fresh = {key: article for key, article in keyed.items() if self._is_wanted(key, known)}
        before = len(self._waiting)
        self._waiting.update(fresh)
        new = len(self._waiting) - before
        self.added = replace(self.added, known=self.added.known + len(chunk) - new)

    def _looked_up(self, articles: Sequence[Article]) -> Mapping[str, str]:
        """Of some articles those that the ledger has, as of now, with the digests of their codings."""
        if not self._store.folder.exists:
            return {}
        snapshot = self._store.snapshot()
        if not self._waiting:
            self._seen = _Seen(snapshot.version, {})
        elif self._seen.version != snapshot.version:
            # What waits was looked up before somebody else wrote.
            self._seen = _Seen(None, {})
        known = _codings(snapshot, articles)
        self._seen.codings.update(known)
        return known

    def _is_wanted(self, key: str, known: Mapping[str, str]) -> bool:
        if key not in known:
            return True
        return self._recode and known[key] != self._coding(key)

    def _coding(self, key: str) -> str:
        """Digest of all that the events of a report depend on."""
        coder = self._the_coder()
        settings = coder.settings
        parts = (key, CODER, coder.digest, settings.model, str(settings.background_days))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]

    def _the_coder(self) -> ReportCoder:
        if self._coder is None:
            self._coder = self._make_coder()
        return self._coder

    def _code(self) -> None:
        keys = list(islice(self._waiting, self._batch))
        articles = [self._waiting.pop(key) for key in keys]
        coded = []
        for coding in self._the_coder().codings(articles, self._on_fault):
            coded.append(_Coded(coding.article, coding.article.key, coding.events))
            if self._on_coded is not None:
                self._on_coded(coding.article, coding.events)
        self._commit(coded)

    def _commit(self, coded: list[_Coded]) -> None:
        with self._store.transaction() as transaction:
            known = self._seen.codings
            if transaction.snapshot.version != self._seen.version:
                # Another process may have added some of them meanwhile.
                known = _codings(transaction.snapshot, [item.article for item in coded])
            wanted = [item for item in coded if self._is_wanted(item.key, known)]
            version = self._write(wanted, known, transaction) if wanted else self.added.version
            if wanted and transaction.snapshot.version == self._seen.version:
                self._seen = replace(self._seen, version=version)
        again = sum(item.key in known for item in wanted)
        self.added = replace(
            self.added,
            articles=self.added.articles + len(wanted) - again,
            recoded=self.added.recoded + again,
            known=self.added.known + len(coded) - len(wanted),
            events=self.added.events + sum(len(item.events) for item in wanted),
            version=version,
        )

    def _write(
        self, coded: list[_Coded], known: Mapping[str, str], transaction: Transaction
    ) -> int:
        version = transaction.version
        again = [item.key for item in coded if item.key in known]
        events = {item.key: item.events for item in coded}
        mentions = as_corrected(transaction.snapshot, events)
        for table in ("articles", "events"):
            transaction.supersede(table, again)
        transaction.add("articles", [self._article_row(item, version) for item in coded])
        rows = [event_row(event, key, version) for key, told in events.items() for event in told]
        transaction.add("events", rows)
        change = refolded(transaction.snapshot, mentions, self._settings, frozenset(again))
        write(change, transaction, self._settings)
        run = transaction.commit(
            Run(
                version,
                datetime.now(UTC),
                "recode" if again else "add",
                CODER,
                self._the_coder().digest,
                articles=len(coded),
                events=len(rows),
                folded_to=version,
            )
        )
        return run.version

    def _article_row(self, item: _Coded, version: int) -> Row:
        coding: Row = {
            "coding": self._coding(item.key),
            "coder": CODER,
            "lexicon": self._the_coder().digest,
            "events": len(item.events),
        }
        return article_row(item.article, coding, version)


def _codings(snapshot: Snapshot, articles: Sequence[Article]) -> dict[str, str]:
    """Of some articles the keys that the ledger has, with the digests of their codings."""
    days = on_days("published_on", (article.published_on for article in articles))
    rows = snapshot.rows(f"{_KNOWN} AND {days}", [[article.key for article in articles]])
    return {row["key"]: row["coding"] for row in rows}
