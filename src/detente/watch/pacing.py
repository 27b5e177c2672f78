"""When a host may be asked again."""

from __future__ import annotations

import time
from collections.abc import Callable

_LONGEST_BACK_OFF = 3_600.0
_FIRST_BACK_OFF = 60.0
_LONGEST_CRAWL_DELAY = 120.0


class Pacing:
    """Keeps requests to one host apart, and leaves one alone that fails.

    Args:
        pace: seconds between two requests.
        wait: waits for some seconds.
        until: hosts that asked to be left alone, with the moments (of ``time.time``) they named.
    """

    def __init__(
        self, pace: float, wait: Callable[[float], object], until: dict[str, float]
    ) -> None:
        self._pace = pace
        self._wait = wait
        self._until = until
        self._last: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def ready_at(self, host: str) -> float:
        """The moment, of ``time.time``, from which a host may be asked."""
        after = self._last.get(host, 0.0) + max(self._pace, self._delays.get(host, 0.0))
        return max(after, self._until.get(host, 0.0))

    def take_turn(self, host: str) -> None:
        """Wait until a host may be asked, and count a request."""
        left = (
            self._last.get(host, 0.0) + max(self._pace, self._delays.get(host, 0.0)) - time.time()
        )
        if left > 0:
            self._wait(left)
        self._last[host] = time.time()

    def slow_down(self, host: str, seconds: float) -> None:
        """Heed the pace that a host's robots.txt asks for."""
        self._delays[host] = min(seconds, _LONGEST_CRAWL_DELAY)

    def failed(self, host: str, wait: float | None = None) -> None:
        """Leave a host alone for as long as it asks, or longer after each failure in a row."""
        failures = self._failures.get(host, 0)
        self._failures[host] = failures + 1
        again = min(_FIRST_BACK_OFF * 2.0**failures, _LONGEST_BACK_OFF)
        self._until[host] = time.time() + (again if wait is None else wait)

    def worked(self, host: str) -> None:
        """Forget a host's failures."""
        self._failures.pop(host, None)
        self._until.pop(host, None)
