from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from asked_ledger import AGAIN, AID, CALL, PROMISED, VISAS, made_ledger
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from served import FLAGS, Served, chromium, served

import detente
from detente.records import Reject
from detente.serve import Access

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample reports; whoever writes takes a copy."""
    folder = tmp_path_factory.mktemp("sample") / "ledger"
    detente.Ledger(folder).add(detente.read(REPORTS))
    return folder


@pytest.fixture(scope="session")
def site(sample_ledger: Path) -> Iterator[Served]:
    """The page of the sample reports, for reading."""
    with served(sample_ledger) as found:
        yield found


@pytest.fixture
def copied(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger of the sample reports."""
    return Path(shutil.copytree(sample_ledger, tmp_path / "ledger"))


@pytest.fixture
def own_site(copied: Path) -> Iterator[Served]:
    """A page of one's own, to write on."""
    with served(copied) as found:
        yield found


@pytest.fixture
def guarded(sample_ledger: Path) -> Iterator[Served]:
    """A page that asks for tokens."""
    with served(sample_ledger, Access(read_token="r" * 16, correct_token="c" * 16)) as found:
        yield found


@pytest.fixture(scope="session")
def hand_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a few reports, made by hand, in four versions."""
    ledger = made_ledger(tmp_path_factory.mktemp("hand") / "ledger", [CALL, AGAIN])
    made_ledger(ledger.path, [VISAS, AID])
    ledger.record_rejects([Reject("a.txt", None, "it is empty", "leave it out")])
    ledger.correct(PROMISED.id, "accept", author="Ann", why="read it")
    return ledger.path


@pytest.fixture(scope="session")
def hand_ledger(hand_folder: Path) -> detente.Ledger:
    """The same, as Python uses it."""
    return detente.Ledger(hand_folder)


@pytest.fixture(scope="session")
def hand_site(hand_folder: Path) -> Iterator[Served]:
    """The same, served, for reading."""
    with served(hand_folder) as found:
        yield found


@pytest.fixture
def own_copy(hand_folder: Path, tmp_path: Path) -> Path:
    """A copy of it, to write on."""
    return Path(shutil.copytree(hand_folder, tmp_path / "ledger"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser; CI must have one."""
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("there is no chromium")
        pytest.skip("there is no chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


def _is_fault(told: ConsoleMessage) -> bool:
    """Whether the browser tells of a fault, rather than of a form that was refused on purpose."""
    is_refusal = "status of 400" in told.text or "status of 401" in told.text
    return told.type == "error" and not is_refusal


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages, which must meet no error; all are closed in the end."""
    contexts = []
    problems: list[str] = []

    def open_page(address: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: problems.append(str(fault)))
        page.on(
            "console",
            lambda told: problems.append(told.text) if _is_fault(told) else None,
        )
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []
