"""The server, and ways to watch it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from news_server import News, news_server

from detente.records import Article
from detente.watch import Manner, Outcome, Source, Sources, Watch

Watching = Callable[..., list[Outcome]]


@pytest.fixture
def news() -> Iterator[News]:
    with news_server() as server:
        yield server


@pytest.fixture
def other() -> Iterator[News]:
    with news_server() as server:
        yield server


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "ledger.watch.json"


@pytest.fixture
def watched(news: News, memory: Path) -> Watching:
    """Watches the feed of the server once, and gives what came."""

    def run(
        *sources: Source, stop: threading.Event | None = None, limit: int = 1_000, **manner: object
    ) -> list[Outcome]:
        given = {"contact": "https://example.org/us", "pace": 0.0, "timeout": 5.0, **manner}
        wanted = sources or (Source(f"{news.address}/feed"),)
        watch = Watch(Sources(wanted, Manner(**given)), memory, stop)  # type: ignore[arg-type]
        found = []
        for outcome in watch.run(once=True):
            found.append(outcome)
            if len(found) == limit:
                break
        return found

    return run


def texts(found: list[Outcome]) -> list[str]:
    return [item.text for item in found if isinstance(item, Article)]


def remembered(path: Path) -> dict[str, object]:
    return dict(json.loads(path.read_text("utf-8")))
