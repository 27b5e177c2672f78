"""The watch itself: what is done next, and when."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from detente.watch.address import host_and_port
from detente.watch.fetch import Fetcher
from detente.watch.memory import Memory, remembered
from detente.watch.outcome import Outcome, Skipped
from detente.watch.pacing import Pacing
from detente.watch.robots import Robots
from detente.watch.sources import Source, Sources
from detente.watch.turns import Turns

# With --once nobody wants to wait for a host that asks for an hour.
_PATIENCE = 30.0
_LONGEST_SLEEP = 60.0


@dataclass(frozen=True, slots=True)
class _Job:
    """What can be done next: a look at a source, or the reading of a page.

    Args:
        at: the moment from which it may be done.
        source: the source.
        page: canonical address of the page, or None for a look at the source.
    """

    at: float
    source: Source
    page: str | None = None


class Watch:
    """Follows sources.

    Args:
        sources: what is followed.
        memory: file that remembers from run to run what was seen.
        stop: set it, from a signal or another thread, to end after what is at hand.
    """

    def __init__(
        self, sources: Sources, memory: str | Path, stop: threading.Event | None = None
    ) -> None:
        self._sources = {source.address: source for source in sources.sources}
        self._manner = sources.manner
        self._path = Path(memory)
        self._stop = stop or threading.Event()

    def run(self, *, once: bool = False) -> Iterator[Outcome]:
        """What comes of watching, as it comes.

        A report counts as kept when the next outcome is asked for; what was not kept is fetched
        again by the next run.

        Args:
            once: look at every source once, read what is new, and end.

        Raises:
            WatchError: the memory cannot be used.
        """
        with remembered(self._path) as memory:
            pacing = Pacing(self._manner.pace, self._stop.wait, memory.hosts)
            with closing(Fetcher(self._manner, pacing)) as fetcher:
                turns = Turns(self._manner, memory, fetcher, Robots(fetcher, pacing))
                yield from self._work(turns, memory, pacing, once=once)

    def _work(
        self, turns: Turns, memory: Memory, pacing: Pacing, *, once: bool
    ) -> Iterator[Outcome]:
        looked: set[str] = set()
        while not self._stop.is_set():
            job = min(self._jobs(memory, pacing, looked, once=once), key=_when, default=None)
            if job is None:
                return
            wait = job.at - time.time()
            if wait > 0 and once and wait > max(_PATIENCE, self._manner.pace):
                yield from self._left(memory)
                return
            if wait > 0:
                self._stop.wait(min(wait, _LONGEST_SLEEP))
                continue
            if job.page is None:
                looked.add(job.source.address)
                yield from turns.look(job.source)
            else:
                yield from turns.read(job.source, job.page)
            memory.save()

    def _jobs(
        self, memory: Memory, pacing: Pacing, looked: set[str], *, once: bool
    ) -> Iterator[_Job]:
        for source in self._sources.values():
            look = memory.look(source.address)
            due = 0.0 if once and not look.failures else look.next
            if not once or source.address not in looked:
                yield _Job(max(due, pacing.ready_at(source.own[0])), source)
        for page, pending in memory.pending.items():
            listed = self._sources.get(pending.source)
            if listed is not None:
                host, _ = host_and_port(pending.entry.address)
                yield _Job(max(pending.next, pacing.ready_at(host)), listed, page)

    def _left(self, memory: Memory) -> Iterator[Outcome]:
        for pending in memory.pending.values():
            if pending.source in self._sources:
                yield Skipped(pending.entry.address, "is left for the next run")


def _when(job: _Job) -> float:
    return job.at
