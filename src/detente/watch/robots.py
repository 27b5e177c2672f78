"""What hosts allow in their robots.txt."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from detente.watch.address import host_and_port
from detente.watch.fetch import AGENT, Fetcher
from detente.watch.fetched import UnfetchedError
from detente.watch.pacing import Pacing

_KEPT = 86_400.0
_LONGEST = 500_000


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one host, and when they were read."""

    rules: Protego
    read: float


class Robots:
    """Asks each host for its rules, and keeps to them for a day.

    A host without rules allows everything; one that cannot be asked for now, nothing.
    """

    def __init__(self, fetcher: Fetcher, pacing: Pacing) -> None:
        self._fetcher = fetcher
        self._pacing = pacing
        self._known: dict[str, _Rules] = {}

    def permits(self, address: str, own: tuple[str, int]) -> bool:
        """Whether an address may be fetched.

        Raises:
            UnfetchedError: the host cannot be asked for its rules for now.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(site)
        if known is None or time.monotonic() - known.read > _KEPT:
            known = self._known[site] = _Rules(self._rules(site, own), time.monotonic())
            delay = known.rules.crawl_delay(AGENT)
            if delay:
                self._pacing.slow_down(host_and_port(address)[0], float(delay))
        return bool(known.rules.can_fetch(address, AGENT))

    def _rules(self, site: str, own: tuple[str, int]) -> Protego:
        try:
            found = self._fetcher.get(f"{site}/robots.txt", own)
        except UnfetchedError as fault:
            if fault.passing:
                problem = f"its robots.txt {fault.problem}"
                raise UnfetchedError(problem, passing=True, wait=fault.wait) from fault
            return Protego.parse("")
        return Protego.parse(found.data[:_LONGEST].decode("utf-8", "replace"))
