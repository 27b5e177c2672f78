"""A ledger as many threads ask it: each holds one version for as long as its answer takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from detente.ledger import Ledger
from detente.ledger.kept import KeptHappenings

# Each question is answered by all cores; more at once than this would only make all of them late.
_AT_ONCE = 4


class Readers:
    """Lends a ledger, bound to its latest version, to one thread at a time.

    What was lent is kept for the next: its views are made and its files known.

    Args:
        ledger: the ledger, as it is.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = threading.Lock()
        self._idle: list[Ledger] = []
        self._kept = KeptHappenings()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger as it is now.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        with self._turns:
            lent = self._lent()
            yield lent
            with self._lock:
                self._idle.append(lent)

    def _lent(self) -> Ledger:
        with self._lock:
            version = self.ledger.version
            self._idle = [item for item in self._idle if item.version == version]
            if self._idle:
                return self._idle.pop()
            lent = self.ledger.pinned()
        self._kept.bring_up(lent.snapshot())
        return lent
