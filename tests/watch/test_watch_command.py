"""``detente watch`` as a user runs it."""

from __future__ import annotations

import builtins
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from news_server import TEXTS, Answer, News, ago, page, rss

from detente import Ledger
from detente.errors import MissingExtraError

pytestmark = pytest.mark.model


def command(sources: Path, ledger: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "detente.cli",
        "watch",
        str(sources),
        "--ledger",
        str(ledger),
        *more,
    ]


@pytest.fixture
def sources(news: News, tmp_path: Path) -> Path:
    path = tmp_path / "sources.toml"
    path.write_text(
        f'contact = "us@example.org"\npace = 0\n[[source]]\naddress = "{news.address}/feed"\n'
    )
    news.pages |= {
        "/a": page(TEXTS["kenya"], title="Kenya"),
        "/b": page(TEXTS["norway"], title="Norway"),
        "/feed": rss((f"{news.address}/a", ago(hours=2)), (f"{news.address}/b", ago(hours=1))),
    }
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        arguments, capture_output=True, text=True, timeout=120, check=False
    )


def test_each_report_is_a_version_of_its_own(sources: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    done = run(*command(sources, ledger, "--once"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 listed, 2 new" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("2 reports, ")
    runs = Ledger(ledger).history()
    assert [item.articles for item in runs] == [1, 1]
    assert {event["actor"][0]["code"] for event in Ledger(ledger).events()} >= {"KEN", "NOR"}
    again = run(*command(sources, ledger, "--once", "--quiet"))
    assert (again.returncode, again.stderr) == (0, "")
    assert Ledger(ledger).version == 2


def test_ctrl_c_ends_it_after_the_report_at_hand_and_it_goes_on_later(
    news: News, sources: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    news.pages["/a"] = Answer(status=503, headers={"Retry-After": "3600"})
    process = subprocess.Popen(  # noqa: S603
        command(sources, ledger), stderr=subprocess.PIPE, text=True
    )
    for _ in range(600):
        if ledger.exists() and Ledger(ledger).version == 1:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert said.splitlines()[-1].startswith("1 report, ")
    memory = ledger.with_name("ledger.watch.json")
    memory.write_text(memory.read_text().replace('"hosts":{', '"hosts":{"x":0,'))
    assert Ledger(ledger).version == 1


def test_what_cannot_be_read_is_kept_in_the_ledger(
    news: News, sources: Path, tmp_path: Path
) -> None:
    news.pages["/b"] = Answer(b"<html></html>")
    done = run(*command(sources, tmp_path / "ledger", "--once"))
    assert done.returncode == 1
    (reject,) = Ledger(tmp_path / "ledger").rejects()
    assert reject.source == f"{news.address}/b"
    assert f"{news.address}/b: is a page in which no article was found" in done.stderr


def test_a_wrong_list_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text("[[source]]\nadress = 'https://example.org/feed'\n")
    done = run(*command(path, tmp_path / "ledger"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "sources.toml:1: a source without address" in done.stderr


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("detente.watch")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'detente\[watch\]'"):
        builtins.__import__("detente.watch")
