"""A ledger as many threads ask it: each holds one version for as long as its answer takes."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from detente.ledger import Ledger
from detente.ledger.kept import KeptHappenings

# Each question is answered by all cores; more at once than this would only make all of them late.
_AT_ONCE = 4
# Those of the version that most ask for, and of a few that somebody leafs through.
_IDLE = 8


class Readers:
    """Lends a ledger, bound to one of its versions, to one thread at a time.

    What was lent is kept for the next: its views are made and its files known.

    Args:
        ledger: the ledger, as it is.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = threading.Lock()
        self._idle: deque[Ledger] = deque(maxlen=_IDLE)
        self._kept = KeptHappenings()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)

    @contextmanager
    def reading(
        self, *, version: int | None = None, time: datetime | None = None
    ) -> Iterator[Ledger]:
        """The ledger as one version has it.

        Args:
            version: which; None for that of this moment.
            time: the latest version made up to then, instead.

        Raises:
            LedgerError: there is no ledger or no such version, or it cannot be read.
        """
        with self._turns:
            lent = self._lent(version, time)
            yield lent
            with self._lock:
                self._idle.append(lent)

    def _lent(self, version: int | None, time: datetime | None) -> Ledger:
        with self._lock:
            lent = self.ledger.pinned(version=version, time=time)
            for item in self._idle:
                if item.version == lent.version:
                    self._idle.remove(item)
                    return item
        self._kept.bring_up(lent.snapshot())
        return lent
