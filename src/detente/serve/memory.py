"""Answers that are kept for a while, since many ask for them and few are hurt by their age."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

_Value = TypeVar("_Value")
_MOST = 256


@dataclass(slots=True)
class _Kept:
    """An answer, and who makes it anew while others wait."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    made: float | None = None
    value: Any = None


class Memory:
    """Keeps answers; of many who ask at once for one that is not there, one has it made.

    Args:
        clock: gives seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[Hashable, _Kept] = {}

    def recall(self, key: Hashable, seconds: float, make: Callable[[], _Value]) -> _Value:
        """An answer that is no older than some seconds.

        Args:
            key: what it answers.
            seconds: how old it may be.
            make: makes it anew.
        """
        with self._lock:
            if key not in self._kept and len(self._kept) >= _MOST:
                self._kept.pop(next(iter(self._kept)))
            kept = self._kept.setdefault(key, _Kept())
        with kept.lock:
            if kept.made is None or self._clock() - kept.made > seconds:
                kept.value = make()
                kept.made = self._clock()
            value: _Value = kept.value
            return value

    def forget(self) -> None:
        """Let everything be made anew, since the visitor has just changed something."""
        with self._lock:
            self._kept.clear()
