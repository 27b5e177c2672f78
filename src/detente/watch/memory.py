"""What a watch remembers from one run to the next: a JSON file beside the ledger."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from detente.errors import Place, WatchError
from detente.watch.copies import is_copy
from detente.watch.entry import Entry
from detente.watch.fetched import Validators

FORMAT = 1
_DAY = 86_400.0
# A feed lists what it lists for days; a page that no source has listed for so long may be forgotten.
_SEEN_DAYS = 120
_TEXT_DAYS = 14


@dataclass(slots=True)
class Look:
    """The last look at a source: what its server gave, when the next one is due, and failures."""

    etag: str | None = None
    modified: str | None = None
    next: float = 0.0
    failures: int = 0

    @property
    def validators(self) -> Validators:
        """What to ask the server with."""
        return Validators(self.etag, self.modified)


@dataclass(slots=True)
class Pending:
    """A page that has been listed and not yet been read.

    Args:
        source: address of the source that lists it.
        entry: what the source says of it.
        tries: how often it was tried.
        next: moment from which it may be tried again.
    """

    source: str
    entry: Entry
    tries: int = 0
    next: float = 0.0


@dataclass(slots=True)
class Memory:
    """What is remembered; times are those of ``time.time``.

    Args:
        path: the file.
        sources: last looks by address of the source.
        seen: when pages were last listed, by canonical address.
        pending: pages to be read, by canonical address.
        hosts: hosts that asked to be left alone, and until when.
        texts: address, time and sketch of recent texts.
    """

    path: Path
    sources: dict[str, Look] = field(default_factory=dict)
    seen: dict[str, float] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    hosts: dict[str, float] = field(default_factory=dict)
    texts: list[tuple[str, float, tuple[int, ...]]] = field(default_factory=list)

    def look(self, source: str) -> Look:
        """The last look at a source."""
        return self.sources.setdefault(source, Look())

    def original_of(self, sketch: tuple[int, ...], address: str) -> str | None:
        """The address of a recent text that is the same, or None."""
        for other, _, theirs in self.texts:
            if other != address and is_copy(sketch, theirs):
                return other
        return None

    def text_at(self, address: str) -> tuple[int, ...] | None:
        """The sketch of the text that was read at an address, or None."""
        return next((mine for other, _, mine in self.texts if other == address), None)

    def save(self) -> None:
        """Write it all, in one step: whoever reads the file sees the old or the new.

        Raises:
            WatchError: the file cannot be written.
        """
        self._forget(time.time())
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("w", encoding="utf-8") as file:
                json.dump(self._table(), file, ensure_ascii=False, separators=(",", ":"))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
        except OSError as fault:
            problem = f"cannot be written ({fault.strerror})"
            raise _wrong(self.path, problem, "see to that, then run the same again") from fault

    def _table(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "sources": {address: asdict(look) for address, look in self.sources.items()},
            "seen": self.seen,
            "pending": {address: asdict(page) for address, page in self.pending.items()},
            "hosts": self.hosts,
            "texts": self.texts,
        }

    def _forget(self, now: float) -> None:
        self.seen = {page: at for page, at in self.seen.items() if at > now - _SEEN_DAYS * _DAY}
        self.texts = [item for item in self.texts if item[1] > now - _TEXT_DAYS * _DAY]
        for host in [host for host, until in self.hosts.items() if until < now]:
            del self.hosts[host]


@contextmanager
def remembered(path: Path) -> Iterator[Memory]:
    """What earlier runs remembered, for this one alone.

    Args:
        path: the file; it need not exist.

    Raises:
        WatchError: another watch uses it, or it is damaged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as fault:
        problem = "is in use by another detente watch"
        raise _wrong(path, problem, "end that one, or watch into another ledger") from fault
    with lock:
        yield _read(path)


def _read(path: Path) -> Memory:
    if not path.exists():
        return Memory(path)
    try:
        table = json.loads(path.read_text("utf-8"))
        if table["format"] != FORMAT:
            raise _wrong(path, f"is of format {table['format']!r}", "update detente")
        return Memory(
            path,
            {address: Look(**look) for address, look in table["sources"].items()},
            {page: float(at) for page, at in table["seen"].items()},
            {page: _pending(item) for page, item in table["pending"].items()},
            {host: float(until) for host, until in table["hosts"].items()},
            [(page, float(at), tuple(mine)) for page, at, mine in table["texts"]],
        )
    except OSError as fault:
        raise _wrong(path, f"cannot be read ({fault.strerror})", "see to that") from fault
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        problem = "is damaged"
        raise _wrong(path, problem, "remove it; what the ledger has stays known") from fault


def _pending(item: dict[str, Any]) -> Pending:
    entry = Entry(**item["entry"])
    return Pending(item["source"], entry, int(item["tries"]), float(item["next"]))


def _wrong(path: Path, problem: str, remedy: str) -> WatchError:
    return WatchError(Place(str(path)), problem, remedy)
