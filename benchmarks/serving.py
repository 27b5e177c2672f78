"""Times of the page on a large ledger: each page alone, then with many readers and a writer.

    python benchmarks/ledger.py --events 1000000 --folder /tmp/large
    python benchmarks/serving.py --folder /tmp/large

The ledger is copied first, for the writer adds to it. A reader opens a page, as a browser does with
the charts on it, looks at it for a while, and follows one of its links or goes elsewhere; pairs are
asked for as unevenly as they occur. The run is bounded in time, and all is on this machine.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import httpx

from detente import Article, Ledger
from ledger import Precoded

_CHART = re.compile(r'data-chart="([^"]+)"')
_LINK = re.compile(r'href="(/(?:happenings|events|relations|parties)/[\w-]+)"')
_MOST_SECONDS, _MOST_READERS = 120, 40
_WARM, _ROUNDS = 2, 5
_PATIENCE_S = 60


@dataclass(slots=True)
class Times:
    """Seconds to the first byte, by kind of page.

    Args:
        pages: of pages.
        charts: of the charts on them.
        failed: answers that were none.
    """

    pages: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    charts: list[float] = field(default_factory=list)
    failed: int = 0


class Reader:
    """Somebody who reads.

    Args:
        address: of the server.
        starts: addresses where a reader can start, as often as they are asked for.
        seed: of what is chosen.
        think: seconds for which a page is looked at, on average.
    """

    def __init__(self, address: str, starts: list[str], seed: int, think: float) -> None:
        self._address = address
        self._starts = starts
        self._random = random.Random(seed)
        self._think = think
        self.times = Times()

    def read(self, until: float) -> None:
        """Read until a moment of the monotonic clock."""
        with httpx.Client(base_url=self._address, timeout=_PATIENCE_S) as client:
            path = self._random.choice(self._starts)
            time.sleep(self._random.uniform(0, self._think))
            while time.monotonic() < until:
                text = self.open(client, path)
                time.sleep(self._random.uniform(0.5, 1.5) * self._think)
                links = _LINK.findall(text)
                follows = links and self._random.random() < 0.5
                path = self._random.choice(links if follows else self._starts)

    def open(self, client: httpx.Client, path: str) -> str:
        """Open a page with its charts."""
        text, seconds = _first_byte(client, path)
        if text is None:
            self.times.failed += 1
            return ""
        self.times.pages[_kind(path)].append(seconds)
        for chart in _CHART.findall(text):
            _, seconds = _first_byte(client, chart.replace("&amp;", "&"))
            self.times.charts.append(seconds)
        return text


def _first_byte(client: httpx.Client, path: str) -> tuple[str | None, float]:
    """The text of an answer and the seconds to its first byte, redirections among them."""
    started = time.perf_counter()
    with client.stream("GET", path, follow_redirects=True) as answer:
        seconds = time.perf_counter() - started
        text = answer.read().decode()
    return (text if answer.status_code == httpx.codes.OK else None), seconds


def _kind(path: str) -> str:
    return path.split("?", maxsplit=1)[0].split("/")[1] or "start"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The real program on a free port; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "detente.cli", "serve", "--ledger", str(folder)]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _wait(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            httpx.get(address, timeout=_PATIENCE_S).raise_for_status()
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


def starting_points(ledger: Ledger) -> list[str]:
    """Addresses of the first pages, as often as their pairs and parties occur."""
    snapshot = ledger.snapshot()
    query = "SELECT dyads[1] AS pair FROM happenings USING SAMPLE 400 ROWS (reservoir, 7)"
    pairs = [row["pair"] for row in snapshot.rows(query)]
    points = ["/"] * 100 + ["/data"] * 10 + ["/parties"] * 10
    points += [f"/relations/{pair}" for pair in pairs[:200]]
    points += [f"/parties/{pair.split('-')[0]}" for pair in pairs[200:260]]
    return points + [f"/search?q=number+{number}" for number in range(100, 140)]


def write(folder: Path, every: float, until: float) -> None:
    """Add a report every few seconds."""
    ledger = Ledger(folder)
    coder = Precoded(ledger.snapshot(), int((until - time.monotonic()) / every) + 2)
    while time.monotonic() < until:
        ledger.add([Article(str(time.time_ns()), "Something more.", "2023-12-31")], coder)
        time.sleep(every)


def alone(address: str, points: list[str]) -> dict[str, float]:
    """Milliseconds to the first byte of each kind of page, warm, for one reader."""
    found: dict[str, list[float]] = defaultdict(list)
    chosen = dict.fromkeys(points)
    with httpx.Client(base_url=address, timeout=_PATIENCE_S) as client:
        by_kind: dict[str, list[str]] = defaultdict(list)
        for path in chosen:
            by_kind[_kind(path)].append(path)
        text, _ = _first_byte(client, "/happenings")
        _settle(client, text or "")
        for link in _LINK.findall(text or ""):
            by_kind[_kind(link)].append(link)
        for kind, paths in by_kind.items():
            # Each is asked for once, so that nothing is answered from memory.
            for path in paths[: _WARM + _ROUNDS]:
                found[kind].append(_first_byte(client, path)[1])
    return {kind: _ms(median(times[_WARM:] or times)) for kind, times in found.items()}


def _settle(client: httpx.Client, text: str) -> None:
    """Wait until the language model is loaded, which explains an event."""
    for link in _LINK.findall(text):
        if _kind(link) == "events":
            _first_byte(client, link)
            return


def together(address: str, folder: Path, points: list[str], asked: argparse.Namespace) -> Times:
    """The times of many readers while a writer adds reports."""
    until = time.monotonic() + asked.seconds
    writer = multiprocessing.get_context("spawn").Process(
        target=write, args=(folder, asked.every, until)
    )
    writer.start()
    readers = [Reader(address, points, seed, asked.think) for seed in range(asked.readers)]
    threads = [threading.Thread(target=reader.read, args=(until,)) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.join()
    total = Times()
    for reader in readers:
        for kind, times in reader.times.pages.items():
            total.pages[kind] += times
        total.charts += reader.times.charts
        total.failed += reader.times.failed
    return total


def figures(address: str, folder: Path, asked: argparse.Namespace) -> dict[str, object]:
    """All figures, in milliseconds."""
    points = starting_points(Ledger(folder))
    first = alone(address, points)
    times = together(address, folder, points, asked)
    pages = [seconds for listed in times.pages.values() for seconds in listed]
    return {
        "first byte alone": first,
        "readers": asked.readers,
        "seconds": asked.seconds,
        "looks at a page for": asked.think,
        "a report every": asked.every,
        "pages": len(pages),
        "failed": times.failed,
        "median": _ms(median(pages)),
        "95th percentile": _ms(_p95(pages)),
        "95th percentile by page": {kind: _ms(_p95(x)) for kind, x in times.pages.items()},
        "95th percentile of charts": _ms(_p95(times.charts)),
    }


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else sum(times)


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--readers", type=int, default=20, choices=range(1, _MOST_READERS + 1))
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--think", type=float, default=8, help="Seconds a page is looked at.")
    parser.add_argument("--every", type=float, default=5, help="Seconds between two reports.")
    asked = parser.parse_args()
    asked.seconds = min(asked.seconds, _MOST_SECONDS)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(asked.folder, Path(place) / "ledger"))
        with serving(folder) as address:
            print(json.dumps(figures(address, folder, asked), indent=2))


if __name__ == "__main__":
    main()
