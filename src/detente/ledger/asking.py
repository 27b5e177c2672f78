"""The questions that a ledger answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from detente.export import RecordWriter
from detente.ledger.answer import Answer
from detente.ledger.browsing import Browsing
from detente.ledger.dataset import Dataset, write_dataset
from detente.ledger.evidence import Evidence, evidence_of
from detente.ledger.exchange import Exported, write_events
from detente.ledger.filters import Filter
from detente.ledger.flat import select
from detente.ledger.gold import Gold, write_gold
from detente.ledger.paging import Bookmark, Page, page_of
from detente.ledger.records import plain_record
from detente.ledger.reviewing import Standpoint, standpoints
from detente.ledger.topics import TOPICS
from detente.store import Result, Sandbox


class Asking(Browsing):
    """Whatever has a version of a ledger to ask."""

    def events(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """Coded events, as corrected; those that an analyst rejected are left out.

        Args:
            wanted: which; None for those that the keywords tell.
            given: fields of a filter, as ``Filter.of`` takes them.

        Raises:
            QuestionError: a field does not fit, or a value is none that there is.
        """
        return self.ask("events", wanted or Filter.of(**given))

    def happenings(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """What happened, however many reports tell it; the arguments are those of ``events``."""
        return self.ask("happenings", wanted or Filter.of(**given))

    def contacts(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """Who spoke to whom; the arguments are those of ``events``."""
        return self.ask("contacts", wanted or Filter.of(**given))

    def claims(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """Who says what of whom; the arguments are those of ``events``."""
        return self.ask("claims", wanted or Filter.of(**given))

    def relations(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """Pairs by day; the arguments are those of ``events``."""
        return self.ask("relations", wanted or Filter.of(**given))

    def articles(self, wanted: Filter | None = None, **given: Any) -> Answer:
        """Reports, without their text; the arguments are those of ``events``."""
        return self.ask("articles", wanted or Filter.of(**given))

    def ask(self, topic: str, wanted: Filter) -> Answer:
        """A list of one of the topics of ``TOPICS``.

        Args:
            topic: its name.
            wanted: which.

        Raises:
            QuestionError: the filter does not fit the topic.
        """
        found = TOPICS[topic]
        where = found.where(wanted)
        snapshot = self.reviewed()

        def result(columns: str) -> Result:
            sql = found.select(columns, where.sql, wanted)
            return snapshot.result(sql, dict(where.parameters))

        return Answer(result("*"), result(select(found.flat)), found.record)

    def page(self, topic: str, wanted: Filter, after: Bookmark | None = None) -> Page:
        """A page of a list; however far it lies, it is found as quickly as the first.

        Args:
            topic: one of ``TOPICS``.
            wanted: which, in which order, and how many at most; 100 where it does not say.
            after: ``last`` of the page before, of the same version and filter; None for the first.

        Raises:
            QuestionError: the filter does not fit the topic.
        """
        return page_of(self.reviewed(), topic, wanted, after)

    def record(self, topic: str, name: str) -> dict[str, Any] | None:
        """One record of a list by its id; None where the version does not have it.

        Args:
            topic: one of ``TOPICS``; of relations there is none.
            name: the id; of an article, its key.
        """
        found = TOPICS[topic]
        sql = f"SELECT * FROM {found.view} WHERE {found.tie} = $name"  # noqa: S608 - own names
        rows = self.reviewed().rows(sql, {"name": name})
        return found.record(rows[0]) if rows else None

    def evidence(self, events: Collection[str]) -> Mapping[str, Evidence]:
        """The words that events rest on, by their ids.

        Args:
            events: ids of events, as every list names them; what was rejected has none.
        """
        return evidence_of(self.reviewed(), events)

    def sql(self, query: str, *, output: Path | None = None) -> Answer:
        """The user's own SQL over the views of the ledger, for reading only.

        Args:
            query: one SELECT; docs/sql.md has the views.
            output: a Parquet file that the answer will be written to, or None; no other can be.

        Raises:
            QuestionError: it is no SELECT, or has a fault.
        """
        result = Sandbox(self.reviewed(), output).ask(query)
        return Answer(result, result, plain_record)

    def corrections(self) -> list[Standpoint]:
        """All corrections with what they are about now, oldest first."""
        return standpoints(self.snapshot())

    def export(
        self,
        folder: str | Path,
        *,
        title: str | None = None,
        author: str | None = None,
        full_text: bool = False,
    ) -> Dataset:
        """Write the version as a data set that can be published; the same one gives the same bytes.

        Args:
            folder: where to write it; it must not exist, or be empty.
            title: title of the data set; None for one that says what it is.
            author: who publishes it, or None.
            full_text: whether the text of the reports goes with it.

        Raises:
            LedgerError: the folder cannot be written or is taken, or the ledger holds nothing.
        """
        return write_dataset(
            self.reviewed(), Path(folder), title=title, author=author, full_text=full_text
        )

    def write_events(self, writer: RecordWriter) -> Exported:
        """Write the events as corrected in a format of others; see docs/formats.md.

        Args:
            writer: the writer of the format, from ``detente.export.record_writer_for``.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        return write_events(self.reviewed(), writer)

    def export_gold(self, folder: str | Path, *, partly: bool = False) -> Gold:
        """Write the reports that analysts reviewed as reference files for the evaluation.

        Args:
            folder: where to write them; it must not exist, or be empty.
            partly: whether reports count of which only some events were reviewed.

        Raises:
            LedgerError: the folder cannot be written or is taken, or nothing was reviewed.
        """
        return write_gold(self.reviewed(), Path(folder), partly=partly)
