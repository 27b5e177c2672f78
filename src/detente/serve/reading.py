"""A ledger as many threads ask it: each holds one version for as long as its answer takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from detente.ledger import Ledger

_IDLE = 8


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

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger as it is now.

        Raises:
            LedgerError: there is no ledger, or it cannot be read.
        """
        lent = self._lent()
        yield lent
        with self._lock:
            if len(self._idle) < _IDLE:
                self._idle.append(lent)

    def _lent(self) -> Ledger:
        with self._lock:
            version = self.ledger.version
            self._idle = [item for item in self._idle if item.version == version]
            return self._idle.pop() if self._idle else self.ledger.pinned()
