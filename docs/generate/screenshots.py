"""Take the pictures of the page: the sample reports in a ledger, served and looked at.

``python -m docs.generate.screenshots`` writes them into ``docs/images``; Chromium must be there.
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

import detente
from detente.serve import app

_ROOT = Path(__file__).parents[2]
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
_DRAWN = "figure.chart[data-drawn] svg"
_LAPTOP, _PHONE = (1280, 860), (390, 844)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page.

    Args:
        name: of its file.
        path: of the page.
        size: of the window, in pixels.
        scheme: light or dark.
    """

    name: str
    path: str
    size: tuple[int, int] = _LAPTOP
    scheme: str = "light"


def _shots(ledger: detente.Ledger) -> Iterator[Shot]:
    event = next(iter(ledger.events(text="warned France", dyad="FRA-RUS")))["id"]
    report = f"/reports/{ledger.report_key(event)}?event={event}"
    pair = "/relations/FRA-RUS?as_of=2025-07-10&since=2020"
    yield Shot("page-pair", pair)
    yield Shot("page-report", report)
    yield Shot("page-start", "/")
    yield Shot("page-pair-phone", pair, _PHONE, "dark")


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app(folder), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def _take(browser: Browser, address: str, shot: Shot) -> None:
    width, height = shot.size
    page: Page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    page.goto(address + shot.path)
    if page.locator("[data-chart]").count():
        page.locator(_DRAWN).first.wait_for()
    page.screenshot(path=_ROOT / "docs" / "images" / f"{shot.name}.png")
    page.close()


def main() -> int:
    """Run; the result is the exit code."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("there is no chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as place:
        ledger = detente.Ledger(Path(place) / "ledger")
        # A picture shows where a report was read from, which is nobody's own folder.
        with chdir(_ROOT):
            ledger.add(detente.read("examples/reports"))
        with _serving(ledger.path) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
            for shot in _shots(ledger):
                _take(browser, address, shot)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
