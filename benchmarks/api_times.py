"""Times of the API on a large ledger: milliseconds to the first byte of each answer, warm.

    python benchmarks/ledger.py --events 1000000 --folder /tmp/large
    python benchmarks/api_times.py --folder /tmp/large

Every list is asked for its first page in both orders, for a later page, filtered by a pair and by
words, and as of an earlier version.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import httpx
from serving import serving

from detente import Ledger
from detente.ledger.topics import TOPICS

_API = "/api/v1"
_WARM = 2
_PATIENCE_S = 60
_WORDS = "number 4242"


def questions(ledger: Ledger) -> Iterator[str]:
    """What is asked.

    Args:
        ledger: the ledger; its largest pair is asked for.
    """
    pair = str(ledger.snapshot().value("SELECT mode(dyads[1]) FROM happenings"))
    for topic in TOPICS:
        yield f"{_API}/{topic}"
        yield f"{_API}/{topic}?order=newest"
        yield f"{_API}/{topic}?order=newest&version=1"
        if topic != "articles":
            yield f"{_API}/{topic}?order=newest&dyad={pair}"
        if topic != "relations":
            yield f"{_API}/{topic}?order=newest&text={_WORDS.replace(' ', '+')}"
    yield f"{_API}/relations/{pair}"
    yield f"/relations/{pair}.atom"
    for name in ("summary", "history", "corrections", "parties"):
        yield f"{_API}/{name}"


def timed(client: httpx.Client, path: str, rounds: int) -> float:
    """Milliseconds to the first byte of an answer, the median of some rounds."""
    times = []
    for _ in range(_WARM + rounds):
        started = time.perf_counter()
        with client.stream("GET", path) as answer:
            times.append(time.perf_counter() - started)
            answer.raise_for_status()
            answer.read()
    return round(1000 * median(times[_WARM:]), 1)


def figures(address: str, ledger: Ledger, rounds: int) -> dict[str, float]:
    """Milliseconds by what is asked."""
    found = {}
    with httpx.Client(base_url=address, timeout=_PATIENCE_S) as client:
        for path in questions(ledger):
            found[path] = timed(client, path, rounds)
            following = client.get(path).links.get("next")
            if following and "?" not in path:
                found[f"{path}, its second page"] = timed(client, following["url"], rounds)
    return found


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with serving(asked.folder) as address:
        print(json.dumps(figures(address, Ledger(asked.folder), asked.rounds), indent=2))


if __name__ == "__main__":
    main()
