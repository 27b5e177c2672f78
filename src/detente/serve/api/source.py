"""The ledger as the API asks it: as it is now, or as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from detente.errors import QuestionError
from detente.ledger import Ledger
from detente.serve.reading import Readers


@dataclass(frozen=True, slots=True)
class Source:
    """The ledger of an API.

    Args:
        readers: the ledger, to be read by many threads.
        writer: the ledger, to be corrected.
    """

    readers: Readers
    writer: Ledger

    @property
    def has_ledger(self) -> bool:
        """Whether anything was ever added."""
        return self.readers.ledger.version > 0

    @contextmanager
    def reading(self, version: int | None = None, at: datetime | None = None) -> Iterator[Ledger]:
        """The ledger as a version has it.

        Args:
            version: which; None for the latest.
            at: the latest made up to then, instead.

        Raises:
            QuestionError: both are given.
            LedgerError: there is no ledger, or no such version.
        """
        if version is not None and at is not None:
            raise QuestionError("give a version or a time, not both")
        if version is None and at is None:
            with self.readers.reading() as ledger:
                yield ledger
        else:
            yield self.readers.ledger.at(version=version, time=at)


def source_of(request: Request) -> Source:
    """The ledger that a request is about."""
    found: Source = request.app.state.source
    return found
